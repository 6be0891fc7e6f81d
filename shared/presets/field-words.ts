import type { Words } from '../kit/words.ts'

/** Labels of what is registered, by themselves: the first screen says these and nothing else of what trades share. */
export const fieldWords = {
  'field.customerName': { 'zh-CN': '用户姓名', 'zh-TW': '用戶姓名', en: 'User name' },
  'field.contactName': { 'zh-CN': '联系人', 'zh-TW': '聯絡人', en: 'Contact' },
  'field.phone': { 'zh-CN': '联系电话', 'zh-TW': '聯絡電話', en: 'Phone' },
  'field.address': { 'zh-CN': '地址', 'zh-TW': '地址', en: 'Address' },
  'field.productType': { 'zh-CN': '产品类型', 'zh-TW': '產品類型', en: 'Product type' },
  'field.productName': { 'zh-CN': '产品名称', 'zh-TW': '產品名稱', en: 'Product' },
  'field.serialNo': { 'zh-CN': '出厂编号', 'zh-TW': '出廠編號', en: 'Serial number' },
  'field.purchasedOn': { 'zh-CN': '购买日期', 'zh-TW': '購買日期', en: 'Purchase date' },
  'field.acceptedOn': { 'zh-CN': '验收日期', 'zh-TW': '驗收日期', en: 'Acceptance date' },
  'field.dealer': { 'zh-CN': '经销商', 'zh-TW': '經銷商', en: 'Dealer' },
  'field.symptom': { 'zh-CN': '故障现象', 'zh-TW': '故障現象', en: 'Symptom' },
  'field.level': { 'zh-CN': '故障级别', 'zh-TW': '故障等級', en: 'Fault level' },
  'field.visit': { 'zh-CN': '约定上门', 'zh-TW': '約定到府', en: 'Agreed visit' },
  'field.within3h': { 'zh-CN': '按时能到', 'zh-TW': '按時能到', en: 'In time' },
} as const satisfies Words
