import { type RegisterFilter, registerFilters } from '../../shared/intake/schema.ts'
import type { TicketView } from '../../shared/tickets/schema.ts'

/** Counts stop here at the station. */
const countsUpTo = 9999

/** A count as a tab shows it: `12`, `9999+`, nothing while unknown. */
export const countText = (count: number | undefined) =>
  count === undefined ? undefined : count >= countsUpTo ? `${countsUpTo}+` : String(count)

/** What of `/tickets…` an address means. A list is a view, the ledger, the register, one line of it, or the calls; anything else is a ticket's id. */
export type TicketPlace =
  | { place: 'list'; view: TicketView; saved: string | null; isBare: boolean }
  | { place: 'ledger' }
  | { place: 'register'; only: RegisterFilter }
  | { place: 'line'; id: string }
  | { place: 'calls' }
  | { place: 'ticket'; id: string; step: string | null }

/** Reads an address below `/tickets`; an unknown view shows the open ones. A bare one may begin with the member's own view. */
export function placeAt(path: string, views: readonly TicketView[]): TicketPlace {
  const [, , first = '', second = '', third = ''] = (path.split('?')[0] ?? '').split('/')
  if (first === '') return { place: 'list', view: 'open', saved: null, isBare: true }
  if (first === 'view') {
    const view = views.find((known) => known === second) ?? 'open'
    return { place: 'list', view, saved: third === '' ? null : third, isBare: false }
  }
  if (first === 'ledger' || first === 'calls') return { place: first }
  if (first === 'register' && second === 'line' && third !== '') return { place: 'line', id: third }
  if (first === 'register')
    return { place: 'register', only: registerFilters.find((filter) => filter === second) ?? 'all' }
  return { place: 'ticket', id: first, step: second === '' ? null : second }
}
