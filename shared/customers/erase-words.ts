import type { Words } from '../kit/words.ts'

/** Texts of erasing a person (抹除), in the namespace `customers`; words.ts spreads them in. */
export const customersEraseWords = {
  'erase.ask': { 'zh-CN': '抹除个人资料', 'zh-TW': '抹除個人資料', en: 'Erase this person' },
  'erase.block': { 'zh-CN': '确认', 'zh-TW': '確認', en: 'Confirm' },
  'erase.done': {
    'zh-CN': '已抹除，档案只剩编号 {{number}}',
    'zh-TW': '已抹除，檔案只剩編號 {{number}}',
    en: 'Erased; only the number {{number}} is left',
  },
  'erase.erased': { 'zh-CN': '个人资料已抹除', 'zh-TW': '個人資料已抹除', en: 'This person was erased' },
  'erase.forGood': {
    'zh-CN': '抹除以后谁也找不回来，不能撤销',
    'zh-TW': '抹除以後誰也找不回來，無法復原',
    en: 'Once erased nobody gets it back; there is no undo',
  },
  'erase.go': { 'zh-CN': '抹除，不能撤销', 'zh-TW': '抹除，無法復原', en: 'Erase for good' },
  'erase.goes': { 'zh-CN': '会抹掉', 'zh-TW': '會抹掉', en: 'What goes' },
  'erase.goes.archive': {
    'zh-CN': '档案里的名称、地址、备注，{{people}} 个联系人、{{phones}} 个电话',
    'zh-TW': '檔案裡的名稱、地址、備註，{{people}} 位聯絡人、{{phones}} 個電話',
    en: 'Name, addresses and notes of the archive, {{people}} people, {{phones}} phones',
  },
  'erase.goes.calls': {
    'zh-CN': '{{calls}} 次通话的号码，{{lines}} 行登记上的名称、电话、地址',
    'zh-TW': '{{calls}} 次通話的號碼，{{lines}} 行登記上的名稱、電話、地址',
    en: 'The numbers of {{calls}} calls; name, phone and address on {{lines}} register lines',
  },
  'erase.goes.cases': {
    'zh-CN': '{{cases}} 张已结工单和台账上的名称、电话、地址，重印的单据上也不再有',
    'zh-TW': '{{cases}} 張已結工單和台帳上的名稱、電話、地址，重印的單據上也不再有',
    en: 'Name, phone and address on {{cases}} closed cases and the ledger; papers printed again show none',
  },
  'erase.goes.history': {
    'zh-CN': '改动记录里从前的内容，谁也打不开了',
    'zh-TW': '改動記錄裡從前的內容，誰也打不開了',
    en: 'What the history kept of earlier values opens for nobody',
  },
  'erase.open': {
    'zh-CN': '还有 {{count}} 张工单没办完，要先归档或取消',
    'zh-TW': '還有 {{count}} 張工單沒辦完，要先歸檔或取消',
    en: '{{count}} cases are still open; archive or cancel them first',
  },
  'erase.reason': { 'zh-CN': '为什么', 'zh-TW': '為什麼', en: 'Why' },
  'erase.reasonHint': {
    'zh-CN': '例如：客户来电要求删除个人信息',
    'zh-TW': '例如：客戶來電要求刪除個人資料',
    en: 'For example: the customer asked for it by telephone',
  },
  'erase.stays': { 'zh-CN': '会留下', 'zh-TW': '會留下', en: 'What stays' },
  'erase.stays.audit': {
    'zh-CN': '审计记录：谁在什么时候为什么抹除，以及只能核对、看不出内容的指纹',
    'zh-TW': '稽核記錄：誰在什麼時候為什麼抹除，以及只能核對、看不出內容的指紋',
    en: 'The audit: who erased, when and why, and hashes that prove and say nothing',
  },
  'erase.stays.cases': {
    'zh-CN': '{{cases}} 张工单的编号、时间、故障、结果、收费，{{products}} 件产品',
    'zh-TW': '{{cases}} 張工單的編號、時間、故障、結果、收費，{{products}} 件產品',
    en: 'Number, times, fault, result and money of {{cases}} cases; {{products}} products',
  },
  'erase.stays.files': {
    'zh-CN': '已经印出的纸、导出的文件、旧备份，到保管期满为止',
    'zh-TW': '已經印出的紙、匯出的檔案、舊備份，到保管期滿為止',
    en: 'Printed papers, exported files and old backups, until their time is over',
  },
  'erase.stays.written': {
    'zh-CN': '办事的人手写的话（备注、结果、催办），里面写了姓名电话的请先改掉',
    'zh-TW': '辦事的人手寫的話（備註、結果、催辦），裡面寫了姓名電話的請先改掉',
    en: 'What people wrote in their own words (notes, results, chases): change names in it first',
  },
  'erase.typed': { 'zh-CN': '照着打 {{number}}', 'zh-TW': '照著打 {{number}}', en: 'Type {{number}}' },
  'failure.erased': {
    'zh-CN': '这位客户的个人资料已抹除，不能再改；请另建一份档案',
    'zh-TW': '這位客戶的個人資料已抹除，不能再改；請另建一份檔案',
    en: 'This person was erased and cannot be changed; please file a new customer',
  },
  'failure.eraseOpen': {
    'zh-CN': '还有 {{count}} 张工单没办完，要先归档或取消才能抹除',
    'zh-TW': '還有 {{count}} 張工單沒辦完，要先歸檔或取消才能抹除',
    en: '{{count}} cases are still open; archive or cancel them before erasing',
  },
  'failure.eraseTyped': {
    'zh-CN': '和客户编号对不上，请照着编号打一遍',
    'zh-TW': '和客戶編號對不上，請照著編號打一遍',
    en: 'This is not the customer’s number; please type it as it stands',
  },
} as const satisfies Words
