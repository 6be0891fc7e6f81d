import type { Words } from '../kit/words.ts'
import { ticketsBatchWords } from './batch-words.ts'
import { ticketsBoardWords } from './board-words.ts'
import { ticketsListWords } from './list-words.ts'
import { ticketsPageWords } from './page-words.ts'
import { ticketsStepWords } from './step-words.ts'

/** Texts of tickets: dispatch, contact, result, ledger, archive. */
export const ticketsWords = {
  ...ticketsBatchWords,
  ...ticketsBoardWords,
  ...ticketsListWords,
  ...ticketsPageWords,
  ...ticketsStepWords,
  'failure.alreadyCancelled': { 'zh-CN': '工单已取消', 'zh-TW': '工單已取消', en: 'The ticket is cancelled' },
  'failure.alreadyClosed': { 'zh-CN': '工单已结案', 'zh-TW': '工單已結案', en: 'The ticket is closed' },
  'failure.alreadyDispatched': {
    'zh-CN': '别人刚派过工，看一眼再改派',
    'zh-TW': '其他人剛派過工，確認後再改派',
    en: 'Somebody just dispatched it; look before you change it',
  },
  'failure.alreadyDone': { 'zh-CN': '这一步已经登记过', 'zh-TW': '這一步已登記過', en: 'This step is already entered' },
  'failure.alreadyPaused': { 'zh-CN': '时限已经暂停', 'zh-TW': '時限已暫停', en: 'The clocks already stand still' },
  'failure.beforeReport': {
    'zh-CN': '不能早于这次报修的时间',
    'zh-TW': '不能早於這次報修的時間',
    en: 'Not before this visit was asked for',
  },
  'failure.beforeDispatch': {
    'zh-CN': '派工是 {{time}} 记下的，不能更早；先去后派的，填 {{time}}，实际时间写在结果里',
    'zh-TW': '派工是 {{time}} 記下的，不能更早；先去後派的，填 {{time}}，實際時間寫在結果裡',
    en: 'Somebody was sent at {{time}}, not earlier; where he went before that, enter {{time}} and tell the real time in the result',
  },
  'failure.changedByOther': {
    'zh-CN': '别人刚改过，已换成最新的',
    'zh-TW': '其他人剛改過，已換成最新內容',
    en: 'Somebody changed it; this is the newest',
  },
  'failure.consentRefused': {
    'zh-CN': '客户不同意改约：换师傅，或转部门安排',
    'zh-TW': '客戶不同意改約：換師傅，或轉部門安排',
    en: 'The customer refuses another time: send somebody else or hand it to the department',
  },
  'failure.contactHandBack': {
    'zh-CN': '打了 {{attempts}} 次都不通，已交回内勤',
    'zh-TW': '打了 {{attempts}} 次都不通，已交回內勤',
    en: '{{attempts}} calls failed; the case is back at the desk',
  },
  'failure.contactReached': {
    'zh-CN': '已经联系上客户',
    'zh-TW': '已聯絡上客戶',
    en: 'The customer was already reached',
  },
  'failure.contactTooEarly': {
    'zh-CN': '{{time}} 以后再打',
    'zh-TW': '{{time}} 以後再打',
    en: 'Call again after {{time}}',
  },
  'failure.dispatchFirst': {
    'zh-CN': '先派工，再登记结果',
    'zh-TW': '先派工，再登記結果',
    en: 'Dispatch first, then enter the result',
  },
  'failure.dispatchOver': {
    'zh-CN': '这张派工单已交回或完成',
    'zh-TW': '這張派工單已交回或完成',
    en: 'This dispatch order is over',
  },
  'failure.waitTooLong': {
    'zh-CN': '最远只能填 {{days}} 天以后',
    'zh-TW': '最遠只能填 {{days}} 天以後',
    en: 'At most {{days}} days ahead',
  },
  'failure.momentBeforeStart': {
    'zh-CN': '早于它对应的时限开始的时间，请核对',
    'zh-TW': '早於它對應的時限開始的時間，請核對',
    en: 'Before the limit it ends had begun; please check it',
  },
  'failure.laterResult': {
    'zh-CN': '后来又登过结果，先撤回后面那一次',
    'zh-TW': '後來又登過結果，先撤回後面那一次',
    en: 'A later result was entered: take that one back first',
  },
  'failure.alreadyWithdrawn': {
    'zh-CN': '这一条已经撤回过了，以当时写的原因为准；您这次写的没有存',
    'zh-TW': '這一筆已經撤回過了，以當時寫的原因為準；您這次寫的沒有存',
    en: 'This was taken back before, with the reason written then; what you wrote now was not stored',
  },
  'failure.withdrawnSince': {
    'zh-CN': '这一条登记后已被撤回，没有再登；确有其事请另登一条',
    'zh-TW': '這一筆登記後已被撤回，沒有再登；確有其事請另登一筆',
    en: 'This was entered and taken back since, and was not entered again; if it did happen, enter it anew',
  },
  'failure.toldSince': {
    'zh-CN': '后来又有人记了同一件事，先撤回后面那一条',
    'zh-TW': '後來又有人記了同一件事，先撤回後面那一筆',
    en: 'The same was told once more since: take that back first',
  },
  'failure.nothingTold': {
    'zh-CN': '没有这一条可以撤回',
    'zh-TW': '沒有這一條可以撤回',
    en: 'There is nothing of that kind to take back',
  },
  'failure.oldToWithdraw': {
    'zh-CN': '不是今天登的结果，请主管来撤回',
    'zh-TW': '不是今天登的結果，請主管來撤回',
    en: 'Not entered today: a supervisor takes it back',
  },
  'failure.othersToWithdraw': {
    'zh-CN': '不是您记的，请本人或主管来撤回',
    'zh-TW': '不是您記的，請本人或主管來撤回',
    en: 'Not yours: its author or a supervisor takes it back',
  },
  'failure.sentSinceResult': {
    'zh-CN': '下一次上门已经派出，先交回那张派工单再撤回结果',
    'zh-TW': '下一次到府已經派出，先交回那張派工單再撤回結果',
    en: 'The next visit is out: hand that order back first',
  },
  'failure.sentSinceWait': {
    'zh-CN': '后来已经派了工或登了结果，撤不回来了',
    'zh-TW': '後來已經派了工或登了結果，撤不回來了',
    en: 'Somebody was sent or a result was entered since: it cannot be taken back',
  },
  'failure.tooLateToWithdraw': {
    'zh-CN': '已入台账、归档或取消，撤不回来',
    'zh-TW': '已入台帳、歸檔或取消，撤不回來',
    en: 'In the ledger, filed or cancelled: it cannot be taken back',
  },
  'failure.momentNotAsked': {
    'zh-CN': '这张工单没有时限从它算或算到它',
    'zh-TW': '這張工單沒有時限從它算或算到它',
    en: 'No limit of this case counts from or until it',
  },
  'failure.momentTooEarly': {
    'zh-CN': '{{on}} 起才算；更早的请用“记一句”',
    'zh-TW': '{{on}} 起才算；更早的請用「記一句」',
    en: 'Counts from {{on}} on; write an earlier one down as a note',
  },
  'failure.tooLateForMoment': {
    'zh-CN': '工单已取消',
    'zh-TW': '工單已取消',
    en: 'The case was cancelled',
  },
  'failure.notYet': {
    'zh-CN': '这个时间还没到，请核对',
    'zh-TW': '這個時間還沒到，請核對',
    en: 'This time is still to come; please check it',
  },
  'failure.finishedBeforeArrival': {
    'zh-CN': '完成时间早于到达时间',
    'zh-TW': '完成時間早於到達時間',
    en: 'Finished before arrival',
  },
  'failure.gone': { 'zh-CN': '找不到这条记录', 'zh-TW': '找不到這筆記錄', en: 'This record is not there' },
  'failure.ledgerFirst': { 'zh-CN': '先登台账，再归档', 'zh-TW': '先登台帳，再歸檔', en: 'Ledger first, then archive' },
  'failure.noPreparation': {
    'zh-CN': '这张派工单不要求这一项',
    'zh-TW': '這張派工單不要求這一項',
    en: 'This order does not ask for that',
  },
  'failure.noTechnician': {
    'zh-CN': '这位师傅不在册',
    'zh-TW': '這位師傅不在名冊',
    en: 'This technician is not on the list',
  },
  'failure.notPaused': { 'zh-CN': '时限没有暂停', 'zh-TW': '時限沒有暫停', en: 'The clocks are running' },
  'failure.notYours': {
    'zh-CN': '这张工单没有派给您',
    'zh-TW': '這張工單沒有派給您',
    en: 'This ticket is not assigned to you',
  },
  'failure.nothingToChase': {
    'zh-CN': '工单已办结，不用催办',
    'zh-TW': '工單已辦結，不必催辦',
    en: 'The ticket is over, nothing to chase',
  },
  'failure.nothingToPause': {
    'zh-CN': '已有结果，时限不再走',
    'zh-TW': '已有結果，時限不再計算',
    en: 'The result is in, no clock runs',
  },
  'failure.otherTicket': {
    'zh-CN': '这一步已登记在另一张工单上，这里没有保存；请重新登记',
    'zh-TW': '這一步已登記在另一張工單上，這裡沒有儲存；請重新登記',
    en: 'This step stands on another ticket, nothing was saved here; enter it anew',
  },
  'failure.outcomeStands': {
    'zh-CN': '没修好要另登一次结果',
    'zh-TW': '未修好須另登一次結果',
    en: 'An unsolved visit is entered as a result of its own',
  },
  'failure.planBeforeArrival': {
    'zh-CN': '先写到达时间，方案从到达算起',
    'zh-TW': '先填到達時間，方案從到達起算',
    en: 'Enter the arrival first: the plan counts from it',
  },
  'failure.planBeforeResponse': {
    'zh-CN': '先写响应时间，方案从响应算起',
    'zh-TW': '先填回應時間，方案從回應起算',
    en: 'Enter the response first: the plan counts from it',
  },
  'failure.promiseUnkept': {
    'zh-CN': '承诺的时间内到不了：致歉、写明原因、记下客户同意',
    'zh-TW': '承諾的時間內到不了：致歉、寫明原因、記下客戶同意',
    en: 'Not within the promise: apologise, give the reason, record the consent',
  },
  'failure.resultFirst': { 'zh-CN': '先登记处理结果', 'zh-TW': '先登記處理結果', en: 'Enter the result first' },
  'failure.tooLateToCancel': {
    'zh-CN': '已有结果，不能取消',
    'zh-TW': '已有結果，不能取消',
    en: 'The result is in; it cannot be cancelled',
  },
  'failure.tooLateToDispatch': {
    'zh-CN': '已有结果或已结束，不能再派工',
    'zh-TW': '已有結果或已結束，不能再派工',
    en: 'The case is past dispatching',
  },
  'failure.tooLateToPlan': {
    'zh-CN': '已有结果，不用再交方案',
    'zh-TW': '已有結果，不必再提方案',
    en: 'There is a result: no plan is needed',
  },
  'failure.visitInPast': {
    'zh-CN': '上门时间已经过了；去过就登记结果',
    'zh-TW': '到府時間已過；已去過就登記結果',
    en: 'The visit lies in the past; if somebody was there, enter the result',
  },
  'failure.visitTooFar': {
    'zh-CN': '上门约到一年以后了，看看年份',
    'zh-TW': '到府約到一年以後了，請看年份',
    en: 'The visit is more than a year ahead; check the year',
  },
  'failure.windowBackwards': {
    'zh-CN': '结束时间要晚于开始时间',
    'zh-TW': '結束時間須晚於開始時間',
    en: 'The window ends before it begins',
  },
} as const satisfies Words
