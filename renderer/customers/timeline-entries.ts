import type { TimelineEntry } from '../../shared/customers/schema.ts'
import type { TicketRow } from '../../shared/tickets/schema.ts'
import { companyDay } from '../kit/station-clock.ts'
import type { VerdictKind } from '../kit/Verdict.tsx'

/** Entries of one year, newest first. */
export interface YearOfEntries {
  year: number
  entries: TimelineEntry[]
}

/** Entries by year on the company's clock, in the order they came. */
export function byYear(entries: readonly TimelineEntry[]): YearOfEntries[] {
  const years: YearOfEntries[] = []
  for (const entry of entries) {
    const year = Number(companyDay(entry.at).slice(0, 4))
    const last = years.at(-1)
    if (last?.year === year) last.entries.push(entry)
    else years.push({ year, entries: [entry] })
  }
  return years
}

/** Tickets whose fault came back on the same product later: 又坏. Cancelled ones do not count. */
export function cameBack(tickets: readonly TicketRow[]): ReadonlySet<string> {
  const counted = tickets.filter(
    ({ state, fault, productId }) => state !== 'cancelled' && fault !== '' && productId !== null,
  )
  return new Set(
    counted
      .filter((ticket) =>
        counted.some(
          (later) =>
            later.productId === ticket.productId &&
            later.fault === ticket.fault &&
            later.receivedAt > ticket.receivedAt,
        ),
      )
      .map(({ id }) => id),
  )
}

/** The fault that came most often on one product, when it came more than once; null else. */
export function oftenestFault(
  tickets: readonly TicketRow[],
): { productId: string; productName: string; fault: string; count: number } | null {
  const counts = new Map<string, { productId: string; productName: string; fault: string; count: number }>()
  for (const { productId, productName, fault, state } of tickets) {
    if (productId === null || fault === '' || state === 'cancelled') continue
    const key = `${productId}/${fault}`
    const known = counts.get(key) ?? { productId, productName, fault, count: 0 }
    counts.set(key, { ...known, count: known.count + 1 })
  }
  const most = [...counts.values()].reduce<(typeof counts extends Map<string, infer Value> ? Value : never) | null>(
    (best, each) => (each.count > (best?.count ?? 1) ? each : best),
    null,
  )
  return most
}

/** The verdict at the right edge of an entry: its kind and the text key; null shows none. */
export function entryVerdict(
  entry: Pick<TimelineEntry, 'verdict' | 'ticketId'>,
  back: ReadonlySet<string>,
): { kind: VerdictKind; text: string } | null {
  const isResult = entry.verdict === 'solved' || entry.verdict === 'open'
  if (isResult && entry.ticketId !== null && back.has(entry.ticketId))
    return { kind: 'warn', text: 'customers.verdict.again' }
  switch (entry.verdict) {
    case 'solved':
      return { kind: 'ok', text: 'customers.verdict.solved' }
    case 'open':
      return { kind: 'warn', text: 'customers.verdict.open' }
    case 'again':
      return { kind: 'warn', text: 'customers.verdict.again' }
    case 'handedBack':
      return { kind: 'warn', text: 'customers.verdict.handedBack' }
    case 'lost':
      return { kind: 'warn', text: 'customers.verdict.lost' }
    case null:
      return null
  }
}
