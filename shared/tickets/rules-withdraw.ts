import type { FailureKind } from '../kit/failure.ts'
import type { TicketState } from './schema.ts'
import type { WithdrawnKind } from './withdraw.ts'

/** What is to be taken back, and by whom. */
export interface WithdrawalAsked {
  kind: WithdrawnKind
  state: TicketState
  /** Told, or entered, by who takes it back. */
  isOwn: boolean
  isSupervisor: boolean
  /** Entered on the present day of the house. */
  isToday: boolean
}

/**
 * Why something told of a case may not be taken back; null where it may. One's own it is, and a result or the end of a wait on its day alone: what others did since they
 * did on its word, and a supervisor weighs that. What has reached the books stays, and so does a result somebody was sent out after.
 */
export function withdrawalRefusal(asked: WithdrawalAsked): { kind: FailureKind; text: string } | null {
  const { kind, state, isOwn, isSupervisor, isToday } = asked
  const refuse = (why: FailureKind, text: string) => ({ kind: why, text: `tickets.failure.${text}` })
  if (!isOwn && !isSupervisor) return refuse('notAllowed', 'othersToWithdraw')
  if (kind !== 'moment' && !isToday && !isSupervisor) return refuse('notAllowed', 'oldToWithdraw')
  if (state === 'ledgered' || state === 'closed' || state === 'cancelled')
    return refuse('ruleBroken', 'tooLateToWithdraw')
  if (kind === 'wait' && state === 'resulted') return refuse('ruleBroken', 'sentSinceWait')
  return kind === 'result' && state === 'dispatched' ? refuse('ruleBroken', 'sentSinceResult') : null
}
