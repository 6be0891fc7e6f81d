import { describe, expect, it } from 'vitest'
import { type WithdrawalAsked, withdrawalRefusal } from '../../shared/tickets/rules-withdraw.ts'

const own: WithdrawalAsked = { kind: 'result', state: 'resulted', isOwn: true, isSupervisor: false, isToday: true }

describe('what may be taken back', () => {
  it.each<[string, Partial<WithdrawalAsked>, string | null]>([
    ['own result of today', {}, null],
    ['own result that opened a round', { state: 'unassigned' }, null],
    ['own result of yesterday', { isToday: false }, 'oldToWithdraw'],
    ['a supervisor’s hand on an old one', { isToday: false, isOwn: false, isSupervisor: true }, null],
    ['somebody else’s result', { isOwn: false }, 'othersToWithdraw'],
    ['somebody else’s time', { kind: 'moment', isOwn: false }, 'othersToWithdraw'],
    ['own time of last week', { kind: 'moment', isToday: false }, null],
    ['own time while a visit is out', { kind: 'moment', state: 'dispatched' }, null],
    ['a result after which somebody was sent', { state: 'dispatched' }, 'sentSinceResult'],
    ['… by a supervisor, too', { state: 'dispatched', isSupervisor: true }, 'sentSinceResult'],
    ['own end of a wait', { kind: 'wait', state: 'unassigned' }, null],
    ['own end of a wait of yesterday', { kind: 'wait', state: 'unassigned', isToday: false }, 'oldToWithdraw'],
    ['somebody else’s end of a wait', { kind: 'wait', state: 'unassigned', isOwn: false }, 'othersToWithdraw'],
    ['the end of a wait before a result', { kind: 'wait' }, 'sentSinceWait'],
    ['a result in the ledger', { state: 'ledgered', isSupervisor: true }, 'tooLateToWithdraw'],
    ['a result of an archived case', { state: 'closed', isSupervisor: true }, 'tooLateToWithdraw'],
    ['a time of a cancelled case', { kind: 'moment', state: 'cancelled' }, 'tooLateToWithdraw'],
  ])('%s', (_, asked, why) =>
    expect(withdrawalRefusal({ ...own, ...asked })?.text ?? null).toBe(why && `tickets.failure.${why}`),
  )
})
