import type { Policy } from '../presets/schema.ts'
import type { Refusal } from './rules-contact.ts'
import type { GateStep, TicketState } from './schema.ts'

/** What is being promised about the visit. */
export interface VisitPromise {
  within3h: 'yes' | 'no' | null | undefined
  receivedAt: string
  visitFromAt: string | null | undefined
  rescheduleReason: string
  consent: 'agreed' | 'refused' | null | undefined
}

/** Whether the promise can be kept, and what must be asked when not (R044, R045). */
export interface PromiseGate {
  /** The visit begins within the promise, the last minute included. */
  isWithin: boolean
  /** Fields still to be filled, in the order they are asked. */
  missing: ('visitFromAt' | 'within3h' | 'rescheduleReason' | 'consent')[]
  /** `arrangeOtherwise`: the customer refuses (R045), another technician goes or the department arranges it. */
  way: 'ask' | 'dispatch' | 'arrangeOtherwise'
}

/**
 * R044, R045: a visit that cannot be promised in time needs the apology's reason and the customer's recorded consent. A
 * "yes" beside an agreed time later than the promise counts as "no". Without a promise only the time is asked.
 */
export function promiseGate(visit: VisitPromise, promise: Policy['promise']): PromiseGate {
  const missing: PromiseGate['missing'] = []
  if (!visit.visitFromAt) missing.push('visitFromAt')
  if (promise === null) return { isWithin: true, missing, way: missing.length > 0 ? 'ask' : 'dispatch' }
  if (!visit.within3h) missing.push('within3h')
  const limit = new Date(Date.parse(visit.receivedAt) + promise.withinMinutes * 60_000).toISOString()
  const isWithin = visit.within3h !== 'no' && (!visit.visitFromAt || visit.visitFromAt <= limit)
  if (!isWithin) {
    if (visit.rescheduleReason.trim() === '') missing.push('rescheduleReason')
    if (!visit.consent) missing.push('consent')
    if (visit.consent === 'refused') return { isWithin, missing, way: 'arrangeOtherwise' }
  }
  return { isWithin, missing, way: missing.length > 0 ? 'ask' : 'dispatch' }
}

/**
 * What a window answers by itself to whether the promise can be kept (R044): one that lies within it, its last minute included, is a yes; one that
 * begins after it a no. null: it begins within and ends after, so that who comes at its end comes too late. That is for a person to say.
 */
export function promiseAnswer(
  { fromAt, toAt }: { fromAt: string; toAt: string | null },
  receivedAt: string,
  withinMinutes: number,
): 'yes' | 'no' | null {
  const limit = new Date(Date.parse(receivedAt) + withinMinutes * 60_000).toISOString()
  if (fromAt > limit) return 'no'
  return toAt === null || toAt <= limit ? 'yes' : null
}

/** What the close gate still asks for, in the order of the paper: result, ledger, archive (R013). Empty: may close. */
export function closeGate(has: { hasResult: boolean; hasLedger: boolean; hasArchive: boolean }): GateStep[] {
  const missing: GateStep[] = []
  if (!has.hasResult) missing.push('result')
  if (!has.hasLedger) missing.push('ledger')
  if (!has.hasArchive) missing.push('archive')
  return missing
}

/** State a ticket is in after a step. */
export const stateAfter = { result: 'resulted', ledger: 'ledgered', archive: 'closed' } as const satisfies Record<
  GateStep,
  TicketState
>

const waitsFor: Record<GateStep, readonly TicketState[]> = {
  result: ['dispatched'],
  ledger: ['resulted'],
  archive: ['ledgered'],
}

/**
 * null when the step may be taken from this state, else why not: result, then ledger, then archive, never another order
 * (R013). A case guided by telephone gets its result without anybody being sent.
 */
export function mayStep(
  state: TicketState,
  step: GateStep,
  handling: 'dispatch' | 'guidance' = 'dispatch',
): Refusal | null {
  if (waitsFor[step].includes(state)) return null
  if (step === 'result' && state === 'unassigned' && handling === 'guidance') return null
  return { text: refusals[state](step), facts: { step, state } }
}

const refusals: Record<TicketState, (step: GateStep) => string> = {
  unassigned: (step) => (step === 'result' ? 'tickets.failure.dispatchFirst' : 'tickets.failure.resultFirst'),
  dispatched: () => 'tickets.failure.resultFirst',
  resulted: (step) => (step === 'result' ? 'tickets.failure.alreadyDone' : 'tickets.failure.ledgerFirst'),
  ledgered: () => 'tickets.failure.alreadyDone',
  closed: () => 'tickets.failure.alreadyClosed',
  cancelled: () => 'tickets.failure.alreadyCancelled',
}
