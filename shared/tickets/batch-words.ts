import type { Words } from '../kit/words.ts'

/** Texts of steps taken on many chosen tickets in one go. */
export const ticketsBatchWords = {
  'batch.again': { 'zh-CN': '没做完的接着做', 'zh-TW': '沒做完的接著做', en: 'Go on with the rest' },
  'batch.away': { 'zh-CN': '主机没应答', 'zh-TW': '主機沒回應', en: 'the station did not answer' },
  'batch.back': { 'zh-CN': '收回', 'zh-TW': '收回', en: 'Take back' },
  'batch.backAll': { 'zh-CN': '收回这 {{count}} 张', 'zh-TW': '收回這 {{count}} 張', en: 'Take {{count}} back' },
  'batch.backWhy': { 'zh-CN': '成批派错，收回', 'zh-TW': '成批派錯，收回', en: 'Dispatched in one go by mistake' },
  'batch.can.dispatch': {
    'zh-CN': '会派 {{count}} 张',
    'zh-TW': '會派 {{count}} 張',
    en: '{{count}} will be dispatched',
  },
  'batch.can.note': {
    'zh-CN': '会记到 {{count}} 张上',
    'zh-TW': '會記到 {{count}} 張上',
    en: '{{count}} will get the note',
  },
  'batch.cannot': { 'zh-CN': '{{count}} 张不能', 'zh-TW': '{{count}} 張不能', en: '{{count}} cannot' },
  'batch.done.dispatch': {
    'zh-CN': '已派，{{number}}',
    'zh-TW': '已派，{{number}}',
    en: 'dispatched, {{number}}',
  },
  'batch.done.note': { 'zh-CN': '已记', 'zh-TW': '已記', en: 'noted' },
  'batch.doneOf': {
    'zh-CN': '成了 {{done}} 张，没成 {{failed}} 张',
    'zh-TW': '成了 {{done}} 張，沒成 {{failed}} 張',
    en: '{{done}} done, {{failed}} not',
  },
  'batch.gone': {
    'zh-CN': '另有 {{count}} 张已经没有了，或不归您看',
    'zh-TW': '另有 {{count}} 張已經沒有了，或不歸您看',
    en: '{{count}} more are gone or not yours to see',
  },
  'batch.no.cancelled': { 'zh-CN': '已取消', 'zh-TW': '已取消', en: 'cancelled' },
  'batch.no.closed': { 'zh-CN': '已结案', 'zh-TW': '已結案', en: 'closed' },
  'batch.no.dispatched': {
    'zh-CN': '已经派给 {{name}}',
    'zh-TW': '已經派給 {{name}}',
    en: 'already out with {{name}}',
  },
  'batch.no.promise': {
    'zh-CN': '晚于答应的时间，要逐个问客户同意',
    'zh-TW': '晚於答應的時間，要逐個問客戶同意',
    en: 'later than was promised: each customer has to agree',
  },
  'batch.no.resulted': { 'zh-CN': '已经有处理结果', 'zh-TW': '已經有處理結果', en: 'has its result already' },
  'batch.leftOut': {
    'zh-CN': '另有 {{count}} 张没做，原因见下',
    'zh-TW': '另有 {{count}} 張沒做，原因見下',
    en: '{{count}} more were left out, with why below',
  },
  'batch.none': { 'zh-CN': '没有一张能这样做', 'zh-TW': '沒有一張能這樣做', en: 'It can be done with none of them' },
  'batch.outcome': { 'zh-CN': '怎么样了', 'zh-TW': '結果如何', en: 'Outcome' },
  'batch.running.dispatch': { 'zh-CN': '正在派工', 'zh-TW': '正在派工', en: 'Dispatching' },
  'batch.running.note': { 'zh-CN': '正在记', 'zh-TW': '正在記', en: 'Writing' },
  'batch.stopped': { 'zh-CN': '停下了，没有动', 'zh-TW': '停下了，沒有動', en: 'stopped before it' },
  'batch.sameWindow': {
    'zh-CN': '同一个人在 {{window}} 要去 {{count}} 家',
    'zh-TW': '同一個人在 {{window}} 要去 {{count}} 家',
    en: 'One person goes to {{count}} customers within {{window}}',
  },
  'batch.submit.dispatch': { 'zh-CN': '派 {{count}} 张', 'zh-TW': '派 {{count}} 張', en: 'Dispatch {{count}}' },
  'batch.submit.note': { 'zh-CN': '记到 {{count}} 张', 'zh-TW': '記到 {{count}} 張', en: 'Note on {{count}}' },
  'batch.takenBack': { 'zh-CN': '已收回', 'zh-TW': '已收回', en: 'taken back' },
  'batch.title.dispatch': { 'zh-CN': '成批派工', 'zh-TW': '成批派工', en: 'Dispatch in one go' },
  'batch.title.note': { 'zh-CN': '成批记一句', 'zh-TW': '成批記一句', en: 'Note in one go' },
  'batch.will': { 'zh-CN': '会怎样', 'zh-TW': '會怎樣', en: 'Will' },
} as const satisfies Words
