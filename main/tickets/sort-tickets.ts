import type { ticketSorts } from '../../shared/tickets/lists.ts'
import type { SortKey } from '../database/walk-sorted.ts'

type TicketSort = (typeof ticketSorts)[number]

/** What each column of a ticket list is sorted by, in the words of `tickets_ticket`. */
const columns: Readonly<Record<TicketSort, Pick<SortKey, 'sql' | 'kind'>>> = {
  due: { sql: '"nextDueAt"', kind: 'text' },
  number: { sql: '"number"', kind: 'text' },
  state: {
    sql: `CASE "state" WHEN 'unassigned' THEN 0 WHEN 'dispatched' THEN 1 WHEN 'resulted' THEN 2 WHEN 'ledgered' THEN 3 WHEN 'closed' THEN 4 ELSE 5 END`,
    kind: 'number',
  },
  customer: { sql: '"customerName"', kind: 'text' },
  region: { sql: '"region"', kind: 'text' },
  product: { sql: '"productName"', kind: 'text' },
  visit: { sql: '"visitFromAt"', kind: 'text' },
  technician: { sql: `(SELECT m."name" FROM "house_member" m WHERE m."id" = "technicianId")`, kind: 'text' },
  chases: { sql: '"chaseCount"', kind: 'number' },
  received: { sql: '"receivedAt"', kind: 'text' },
}

/** The order that was chosen for a ticket list. */
export const ticketSortKey = ({ by, isDown }: { by: TicketSort; isDown: boolean }): SortKey => ({
  ...columns[by],
  isDown,
})
