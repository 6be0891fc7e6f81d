import type { Words } from '../kit/words.ts'
import { intakeEntryWords } from './entry-words.ts'
import { intakeHookWords } from './hook-words.ts'
import { intakeScreenWords } from './screen-words.ts'

/** Texts of the desk: calls, the register, lost callers. */
export const intakeWords = {
  ...intakeEntryWords,
  ...intakeHookWords,
  ...intakeScreenWords,
  'failure.callGone': { 'zh-CN': '这通来电找不到了', 'zh-TW': '找不到這通來電', en: 'This call is not there' },
  'failure.callOfExchange': {
    'zh-CN': '这通来电交换机已经报过，请从来电里接',
    'zh-TW': '這通來電交換機已經報過，請從來電裡接',
    en: 'The telephone system has told of this call already; take it from the calls',
  },
  'failure.callNotYours': {
    'zh-CN': '这通来电不是您的，也不在您的片区',
    'zh-TW': '這通來電不是您的，也不在您的責任區',
    en: 'This call is neither yours nor of your region',
  },
  'failure.callRegistered': {
    'zh-CN': '这通来电别人已经登记了，没有改动',
    'zh-TW': '這通來電別人已經登記了，沒有變更',
    en: 'Someone else has registered this call; nothing was changed',
  },
  'failure.customerGone': {
    'zh-CN': '选的客户已不在档案里',
    'zh-TW': '選的客戶已不在檔案裡',
    en: 'The chosen customer is no longer on file',
  },
  'failure.customerNotNew': {
    'zh-CN': '这位客户已经在档案里，没有保存；请从档案里选，或重新登记一位',
    'zh-TW': '這位客戶已經在檔案裡，沒有儲存；請從檔案裡選，或重新登記一位',
    en: 'This customer is on file already, nothing was saved; choose them there, or begin a new entry',
  },
  'failure.productNotNew': {
    'zh-CN': '这件产品已经在档案里，没有保存；请从档案里选，或重新登记一件',
    'zh-TW': '這件產品已經在檔案裡，沒有儲存；請從檔案裡選，或重新登記一件',
    en: 'This product is on file already, nothing was saved; choose it there, or begin a new entry',
  },
  'failure.ticketNotNew': {
    'zh-CN': '这张工单已经开过，没有保存；请重新登记一条',
    'zh-TW': '這張工單已經開過，沒有儲存；請重新登記一筆',
    en: 'This ticket is open already, nothing was saved; begin a new entry',
  },
  'failure.phoneUnreadable': {
    'zh-CN': '联系电话读不出来，没有保存；请跟客户再核一遍号码',
    'zh-TW': '聯絡電話讀不出來，沒有儲存；請跟客戶再核對一次號碼',
    en: 'The phone number cannot be read, nothing was saved; check it with the caller',
  },
  'failure.fieldMissing': {
    'zh-CN': '还有 {{count}} 项没问',
    'zh-TW': '還有 {{count}} 項沒問',
    en: 'Still to ask: {{count}}',
  },
  'failure.dayAhead': {
    'zh-CN': '这一天还没到，请再核对日期',
    'zh-TW': '這一天還沒到，請再核對日期',
    en: 'This day lies ahead; check the date',
  },
  'failure.notOffered': {
    'zh-CN': '公司的设置里没有这个选项，请另选一个',
    'zh-TW': '公司的設定裡沒有這個選項，請另選一個',
    en: 'The company’s settings do not offer this choice; choose another',
  },
  'failure.lineGone': { 'zh-CN': '没有这条登记', 'zh-TW': '沒有這筆登記', en: 'There is no such register line' },
  'failure.outcomeOfCase': {
    'zh-CN': '报修、催办跟着工单走，这里改不了；要报修请在接听页另登一条',
    'zh-TW': '報修、催辦跟著工單走，這裡改不了；要報修請在接聽頁另登一筆',
    en: 'A repair or a chase goes with its case and cannot be set here; enter a repair at the desk',
  },
  'failure.lineNotYours': {
    'zh-CN': '这条登记不是您的，也不在您的片区',
    'zh-TW': '這筆登記不是您的，也不在您的責任區',
    en: 'This line is neither yours nor of your region',
  },
  'failure.lineOvertaken': {
    'zh-CN': '有人刚更正了同一项，没有保存',
    'zh-TW': '有人剛更正了同一項，沒有儲存',
    en: 'Someone has just corrected the same field; nothing was saved',
  },
  'failure.noOpenTicket': {
    'zh-CN': '没有可催的在办工单',
    'zh-TW': '沒有可催辦的未結工單',
    en: 'There is no open ticket to chase',
  },
  'failure.numberUnreadable': {
    'zh-CN': '号码看不懂，改了再拨',
    'zh-TW': '號碼無法辨識，修正後再撥',
    en: 'This number cannot be read',
  },
  'failure.productGone': {
    'zh-CN': '选的产品不是这位客户的',
    'zh-TW': '選的產品不屬於這位客戶',
    en: 'The chosen product is not this customer’s',
  },
} as const satisfies Words
