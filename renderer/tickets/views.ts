import { type RegisterFilter, registerFilters } from '../../shared/intake/schema.ts'
import type { TicketView } from '../../shared/tickets/schema.ts'

/** Counts stop here at the station. */
const countsUpTo = 9999

/** A count as a tab shows it: `12`, `9999+`, nothing while unknown. */
export const countText = (count: number | undefined) =>
  count === undefined ? undefined : count >= countsUpTo ? `${countsUpTo}+` : String(count)

/** What of `/tickets…` an address means. A list is a view, the ledger, the register or the calls; anything else is a ticket's id. */
export type TicketPlace =
  | { place: 'list'; view: TicketView }
  | { place: 'ledger' }
  | { place: 'register'; only: RegisterFilter }
  | { place: 'calls' }
  | { place: 'ticket'; id: string; step: string | null }

/** Reads an address below `/tickets`; an unknown view shows the open ones. */
export function placeAt(path: string, views: readonly TicketView[]): TicketPlace {
  const [, , first = '', second = ''] = (path.split('?')[0] ?? '').split('/')
  if (first === '') return { place: 'list', view: 'open' }
  if (first === 'view') return { place: 'list', view: views.find((view) => view === second) ?? 'open' }
  if (first === 'ledger' || first === 'calls') return { place: first }
  if (first === 'register')
    return { place: 'register', only: registerFilters.find((filter) => filter === second) ?? 'all' }
  return { place: 'ticket', id: first, step: second === '' ? null : second }
}
