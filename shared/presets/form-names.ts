import type { Text } from '../kit/words.ts'
import { said, type Said } from './wording.ts'

/** Names of the paper forms F01–F56 as a desk says them. Which of them the product draws is known by the catalog of forms alone. */
const names: Readonly<Record<string, Said>> = {
  F01: ['跟踪单', '追蹤單', 'Tracking sheet'],
  F02: ['客户服务跟踪表', '客戶服務追蹤表', 'Customer tracking sheet'],
  F03: ['用户叫修登记表', '用戶叫修登記表', 'Repair-call register'],
  F04: ['叫修处理结果登记表', '叫修處理結果登記表', 'Result register'],
  F05: ['维修服务台帐', '維修服務台帳', 'Service ledger'],
  F06: ['客户档案基本资料表', '客戶檔案基本資料表', 'Customer data form'],
  F07: ['服务档案', '服務檔案', 'Service file'],
  F08: ['售出产品登记', '售出產品登記', 'Sold product record'],
  F09: ['维护记录', '維護記錄', 'Maintenance record'],
  F10: ['故障处理方案', '故障處理方案', 'Fault handling plan'],
  F11: ['售后派工单', '售後派工單', 'Dispatch order'],
  F12: ['热线记录本', '熱線記錄本', 'Hotline log'],
  F13: ['报修单', '報修單', 'Repair report form'],
  F14: ['维修单（签认）', '維修單（簽認）', 'Repair order for sign-off'],
  F15: ['维修月报、台帐、季度结算', '維修月報、台帳、季結算', 'Repair report, ledger, settlement'],
  F16: ['委托维修书', '委託維修書', 'Entrustment'],
  F17: ['预约看板', '預約看板', 'Appointment board'],
  F18: ['接车环检单', '接車環檢單', 'Walk-around sheet'],
  F19: ['完工检验单', '完工檢驗單', 'Finish inspection'],
  F20: ['回访记录', '回訪記錄', 'Follow-up record'],
  F21: ['回访问卷', '回訪問卷', 'Questionnaire'],
  F22: ['投诉记录', '客訴記錄', 'Complaint record'],
  F23: ['电话记录', '電話記錄', 'Telephone note'],
  F24: ['维修报告', '維修報告', 'Repair report'],
  F25: ['机组维修保养检查表', '主機維修保養檢查表', 'Unit checklist'],
  F26: ['水系统保养检查表', '水系統保養檢查表', 'Water-system checklist'],
  F27: ['装修定期上门检测表', '裝潢定期到府檢測表', 'Periodic visit checklist'],
  F28: ['巡检走访记录', '巡檢走訪記錄', 'Inspection record'],
  F29: ['领料单', '領料單', 'Parts requisition'],
  F30: ['备件管理表', '備品管理表', 'Spare parts sheets'],
  F31: ['寄修单', '送修單', 'Mail-in repair form'],
  F32: ['备用设备借用单', '備用設備借用單', 'Loan record'],
  F33: ['培训签到记录', '教育訓練簽到記錄', 'Training record'],
  F34: ['基本技能测试', '基本技能測驗', 'Skill test'],
  F35: ['工时核算单', '工時核算單', 'Hours sheet'],
  F36: ['交机服务报告', '交機服務報告', 'Handover report'],
  F37: ['维修提成结算单', '維修獎金結算單', 'Commission settlement'],
  F38: ['考核扣款单', '考核扣款單', 'Penalty slip'],
  F39: ['工程回访质量表', '工程回訪品質表', 'Quality form'],
  F40: ['验收单', '驗收單', 'Acceptance sheet'],
  F41: ['保修协议、保外合同', '保固協議、保固外合約', 'Warranty agreement, contract'],
  F42: ['问题汇报', '問題彙報', 'Problem report'],
  F43: ['会员积分档案', '會員積分檔案', 'Member file'],
  F44: ['活动通知', '活動通知', 'Campaign notice'],
  F45: ['发货海关通知', '出貨海關通知', 'Shipment notices'],
  F46: ['用户与权限表', '使用者與權限表', 'User list'],
  F47: ['岗位值班表', '職務值班表', 'Duty roster'],
  F48: ['售后服务承诺书', '售後服務承諾書', 'Promise sheet'],
  F49: ['函调表', '函調表', 'Letter inquiry'],
  F50: ['维修日报表', '維修日報表', 'Daily repair report'],
  F51: ['月度质量信息分析', '月度品質資訊分析', 'Monthly quality analysis'],
  F52: ['两日上报单', '兩日上報單', 'Two-day escalation'],
  F53: ['工程移交手续', '工程移交手續', 'Project transfer'],
  F54: ['会议纪要', '會議紀要', 'Minutes'],
  F55: ['返厂维修单', '返廠維修單', 'Return-to-factory form'],
  F56: ['报价单', '報價單', 'Quotation'],
}

/** The name of a form; throws RangeError for an id no paper has. */
export function formName(id: string): Text {
  const name = names[id]
  if (name === undefined) throw new RangeError(`no form ${id}`)
  return said(name)
}
