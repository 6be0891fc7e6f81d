import type { Words } from '../kit/words.ts'
import { customersArchiveWords } from './archive-words.ts'
import { customersEraseWords } from './erase-words.ts'
import { customersImportWords } from './import-words.ts'

/** Texts of the customer archive and its import. */
export const customersWords = {
  ...customersArchiveWords,
  ...customersImportWords,
  ...customersEraseWords,
  'failure.changedByOther': {
    'zh-CN': '别人刚改过这份档案；您的内容还在，请对照后再存',
    'zh-TW': '別人剛改過這份檔案；您的內容還在，請對照後再存',
    en: 'Someone has just changed this customer; your text is still here, compare and save again',
  },
  'failure.gone': {
    'zh-CN': '没有这份档案，可能已经合并',
    'zh-TW': '沒有這份檔案，可能已經合併',
    en: 'There is no such customer; it may have been merged',
  },
  'failure.noCategory': {
    'zh-CN': '没有这个用户类别，或已停用；请另选一个',
    'zh-TW': '沒有這個用戶類別，或已停用；請另選一個',
    en: 'There is no such category, or it is retired; please choose another',
  },
  'failure.notYours': {
    'zh-CN': '这位客户没有派给您或您片区的单',
    'zh-TW': '這位客戶沒有派給您或您責任區的單',
    en: 'No case of yours or of your region leads to this customer',
  },
  'failure.phoneTwice': {
    'zh-CN': '这个号码在这位客户名下已有，不必再填',
    'zh-TW': '這個號碼在這位客戶名下已有，不必再填',
    en: 'This customer already has this number',
  },
  'failure.phoneUnreadable': {
    'zh-CN': '这个号码读不出来，请核对',
    'zh-TW': '這個號碼讀不出來，請核對',
    en: 'This number cannot be read; please check it',
  },
} as const satisfies Words
