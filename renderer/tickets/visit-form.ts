import type { Policy } from '../../shared/presets/schema.ts'
import { promiseAnswer, promiseGate, type PromiseGate } from '../../shared/tickets/rules-gates.ts'
import type { TicketRow } from '../../shared/tickets/schema.ts'
import { understandVisit, type VisitProblem, type VisitWindow } from '../../shared/kit/visit-time.ts'

/** The dispatch form F11 as it is typed. */
export interface DispatchDraft {
  technicianId: string | null
  /** Chosen from an offer or the time grid; what is typed counts before it. */
  window: VisitWindow | null
  typed: string
  cause: string
  measure: string
  parts: string
  /** null: read from the window. */
  within3h: 'yes' | 'no' | null
  rescheduleReason: string
  consent: 'agreed' | 'refused' | null
}

/** What was typed about a visit, as it was understood. */
export interface ReadDispatch {
  window: VisitWindow | null
  /** Why what is typed is no time to agree. */
  problem: VisitProblem | null
  within3h: 'yes' | 'no' | null
  gate: PromiseGate
  /** Fields still empty, in the order of the form. */
  missing: ('visit' | 'technicianId' | 'within3h' | 'rescheduleReason' | 'consent')[]
}

/** Reads the draft: the window meant, the answer to the three-hour question, and what is still to be filled (R044, R045). */
export function readDispatch(
  draft: DispatchDraft,
  ticket: Pick<TicketRow, 'promisedFromAt'>,
  { promise, visits }: Pick<Policy, 'promise' | 'visits'>,
  nowAt: string,
  zone: string,
): ReadDispatch {
  const typed = draft.typed.trim() === '' ? undefined : understandVisit(draft.typed, nowAt, zone, visits.usualMinutes)
  const read = typed ? (typed.window ?? null) : draft.window
  const facts = {
    receivedAt: ticket.promisedFromAt ?? nowAt,
    visitFromAt: read?.fromAt,
    rescheduleReason: draft.rescheduleReason,
    consent: draft.consent,
  }
  const own = read && promise && promiseAnswer(read, facts.receivedAt, promise.withinMinutes)
  const within3h = promise === null ? 'yes' : own === 'no' ? 'no' : (draft.within3h ?? own)
  const gate = promiseGate({ ...facts, within3h }, promise)
  const missing: ReadDispatch['missing'] = [
    ...(read === null ? ['visit' as const] : []),
    ...(draft.technicianId === null ? ['technicianId' as const] : []),
    ...gate.missing.filter((field) => field !== 'visitFromAt'),
  ]
  return { window: read, problem: typed?.problem ?? null, within3h, gate, missing }
}

/** A kept draft filled in again: a window that is over is offered no more. */
export const keptDispatch = (kept: DispatchDraft, nowAt: string): DispatchDraft =>
  kept.window && kept.window.fromAt < nowAt ? { ...kept, window: null } : kept
