import type { repairOutcomes, ResultInput, ResultRow, TicketPage } from '../../shared/tickets/schema.ts'
import { parseMoney } from '../../shared/kit/money.ts'
import { saysNothing } from '../../shared/kit/seen-text.ts'
import { isEmptyPart, partProblems, partsOf, partsSum, yuanText, type PartLine } from './money-field.ts'
import { dayText, instantOn, timeText } from './work-times.ts'

/** The result form F04 as it is typed. */
export interface ResultDraft {
  servicePersonId: string | null
  serviceOn: string | null
  arrived: string
  finished: string
  result: string
  outcome: (typeof repairOutcomes)[number] | null
  /** Day the part arrives or the unit comes back. */
  untilOn?: string | null
  parts: PartLine[]
  /** Yuan; empty means the sum of the parts, nothing in the free stage. */
  charge: string
  receipt: ResultRow['receipt']
  opinion: string
  satisfaction: ResultRow['satisfaction']
}

/** A fresh form, or the stored result to be corrected. */
export function draftOf(page: TicketPage, nowAt: string, zone: string): ResultDraft {
  const stored = page.ticket.state === 'resulted' ? page.result : null
  if (stored) {
    return {
      ...{ servicePersonId: stored.servicePersonId, serviceOn: stored.serviceOn, result: stored.result },
      ...{
        outcome: stored.outcome,
        receipt: stored.receipt,
        opinion: stored.opinion,
        satisfaction: stored.satisfaction,
      },
      arrived: timeText(stored.arrivedAt, zone),
      finished: timeText(stored.finishedAt, zone),
      parts: stored.parts.map((part) => ({
        name: part.name,
        quantity: String(part.quantity),
        price: yuanText(part.unitPriceCents),
      })),
      charge: stored.chargeCents === null ? '' : yuanText(stored.chargeCents),
    }
  }
  const arrivedAt = page.arrivalAsked ? arrivalGuess(page, nowAt) : null
  return {
    servicePersonId: page.ticket.technicianId,
    serviceOn: dayText(arrivedAt ?? nowAt, zone),
    arrived: timeText(arrivedAt, zone),
    ...{ finished: '', result: '', outcome: null, parts: [], charge: '', receipt: 'none', opinion: '' },
    satisfaction: null,
  }
}

/**
 * When the visit was agreed, where that has passed; else the present minute. Whoever types in the evening what happened at noon finds noon there.
 * Null where nobody may take it that the visit was in time: a limit is over, or the customer asked where they stay.
 */
function arrivalGuess({ dispatches, deadlines, chases }: TicketPage, nowAt: string): string | null {
  const isOver = deadlines.some(({ metAt, state, dueAt }) => metAt === null && (state === 'late' || dueAt <= nowAt))
  if (isOver || chases.length > 0) return null
  const order = dispatches.find(({ state }) => state === 'active')
  const isPast = order !== undefined && order.visitFromAt >= order.dispatchedAt && order.visitFromAt <= nowAt
  return isPast ? order.visitFromAt : nowAt
}

/** What is charged when nothing is typed: nothing while it is free, else the parts. */
export const usualCharge = (page: TicketPage, parts: readonly PartLine[]) =>
  page.warranty?.stage === 'free' ? 0 : partsSum(parts)

/** Outcomes that wait for something, and may name its day. */
export const waitsForSomething = (outcome: ResultDraft['outcome']): boolean =>
  outcome === 'waitsForPart' || outcome === 'needsFactory'

type Unreadable = 'untilOn' | 'arrived' | 'finished' | 'charge' | 'parts'

/** Required fields still empty, in the order of the form, and those nobody can read. `isArrivalAsked`: see the page of the case. */
export function resultGaps(
  draft: ResultDraft,
  zone: string,
  isArrivalAsked = false,
): { missing: (keyof ResultDraft)[]; unreadable: Unreadable[] } {
  const missing: (keyof ResultDraft)[] = []
  if (!draft.servicePersonId) missing.push('servicePersonId')
  if (!draft.serviceOn) missing.push('serviceOn')
  if (isArrivalAsked && draft.arrived.trim() === '') missing.push('arrived')
  if (saysNothing(draft.result)) missing.push('result')
  if (!draft.outcome) missing.push('outcome')
  const on = draft.serviceOn ?? '2000-01-01'
  const unreadable: Unreadable[] = []
  if (instantOn(on, draft.arrived, zone) === undefined) unreadable.push('arrived')
  if (instantOn(on, draft.finished, zone) === undefined) unreadable.push('finished')
  if (waitsForSomething(draft.outcome) && draft.untilOn && draft.untilOn < on) unreadable.push('untilOn')
  if (draft.charge.trim() !== '' && parseMoney(draft.charge) === null) unreadable.push('charge')
  if (draft.parts.some((line) => !isEmptyPart(line) && partProblems(line).length > 0)) unreadable.push('parts')
  return { missing, unreadable }
}

/** The form as the station takes it; null while something is missing or unreadable. */
export function resultInput(draft: ResultDraft, page: TicketPage, id: string, zone: string): ResultInput | null {
  const { missing, unreadable } = resultGaps(draft, zone, page.arrivalAsked)
  const { servicePersonId, serviceOn, outcome } = draft
  if (missing.length + unreadable.length > 0 || !servicePersonId || !serviceOn || !outcome) return null
  const stored = page.ticket.state === 'resulted' ? page.result : null
  return {
    ...{ id: stored?.id ?? id, ticketId: page.ticket.id, servicePersonId, serviceOn, outcome },
    arrivedAt: instantOn(serviceOn, draft.arrived, zone) ?? null,
    finishedAt: instantOn(serviceOn, draft.finished, zone) ?? null,
    ...{ result: draft.result, receipt: draft.receipt, opinion: draft.opinion, satisfaction: draft.satisfaction },
    untilOn: waitsForSomething(outcome) ? (draft.untilOn ?? null) : null,
    parts: partsOf(draft.parts),
    chargeCents: draft.charge.trim() === '' ? usualCharge(page, draft.parts) : (parseMoney(draft.charge) ?? 0),
    ...(stored ? { version: stored.version } : {}),
  }
}
