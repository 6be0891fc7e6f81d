import type { Words } from '../kit/words.ts'

/** Names of what an audit entry says, and the texts of the page that shows it. Part of `adminWords`. */
export const adminAuditWords = {
  'detail.address': { 'zh-CN': '来自', 'zh-TW': '來自', en: 'from' },
  'detail.archive': { 'zh-CN': '档案编号式样', 'zh-TW': '檔案編號式樣', en: 'archive number scheme' },
  'detail.branch': { 'zh-CN': '分公司', 'zh-TW': '分公司', en: 'branch' },
  'detail.customer': { 'zh-CN': '客户编号式样', 'zh-TW': '客戶編號式樣', en: 'customer number scheme' },
  'detail.dispatch': { 'zh-CN': '派工单编号式样', 'zh-TW': '派工單編號式樣', en: 'dispatch number scheme' },
  'detail.extension': { 'zh-CN': '分机', 'zh-TW': '分機', en: 'extension' },
  'detail.failures': { 'zh-CN': '错的次数', 'zh-TW': '錯的次數', en: 'wrong tries' },
  'detail.hotline': { 'zh-CN': '热线', 'zh-TW': '熱線', en: 'hotline' },
  'detail.language': { 'zh-CN': '语言', 'zh-TW': '語言', en: 'language' },
  'detail.login': { 'zh-CN': '登录名', 'zh-TW': '登入名', en: 'login' },
  'detail.name': { 'zh-CN': '名称', 'zh-TW': '名稱', en: 'name' },
  'detail.phone': { 'zh-CN': '电话', 'zh-TW': '電話', en: 'telephone' },
  'detail.region': { 'zh-CN': '片区', 'zh-TW': '責任區', en: 'region' },
  'detail.sheet': { 'zh-CN': '表单编号式样', 'zh-TW': '表單編號式樣', en: 'form number scheme' },
  'detail.ticket': { 'zh-CN': '工单编号式样', 'zh-TW': '工單編號式樣', en: 'ticket number scheme' },
  'detail.warrantyMonths': { 'zh-CN': '保修（月）', 'zh-TW': '保固（月）', en: 'warranty in months' },
  'detail.workNumber': { 'zh-CN': '工号', 'zh-TW': '工號', en: 'work number' },
} as const satisfies Words
