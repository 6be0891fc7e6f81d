import { caseFields } from '../../shared/tickets/fields.ts'
import type { ticketSorts } from '../../shared/tickets/lists.ts'
import { numberOrder } from '../../shared/kit/number-order.ts'
import { nameOrder } from '../customers/public.ts'
import type { SortKey } from '../database/walk-sorted.ts'
import { fieldSorts } from '../house/field-rows.ts'

type TicketSort = (typeof ticketSorts)[number]

/** What each column of a ticket list is sorted by, in the words of `tickets_ticket`; names as they are spelled, as in every list. */
const columns: Readonly<Record<TicketSort, Omit<SortKey, 'isDown'>>> = {
  ...fieldSorts(caseFields, '"tickets_ticket"'),
  due: { sql: '"nextDueAt"', kind: 'text' },
  number: { sql: '"number"', kind: 'text', order: numberOrder },
  state: {
    sql: `CASE "state" WHEN 'unassigned' THEN 0 WHEN 'dispatched' THEN 1 WHEN 'resulted' THEN 2 WHEN 'ledgered' THEN 3 WHEN 'closed' THEN 4 ELSE 5 END`,
    kind: 'number',
  },
  customer: { sql: '"customerName"', kind: 'text', order: nameOrder },
  region: { sql: '"region"', kind: 'text', order: nameOrder },
  product: { sql: '"productName"', kind: 'text', order: nameOrder },
  visit: { sql: '"visitFromAt"', kind: 'text' },
  technician: {
    sql: `(SELECT m."name" FROM "house_member" m WHERE m."id" = "technicianId")`,
    kind: 'text',
    order: nameOrder,
  },
  chases: { sql: '"chaseCount"', kind: 'number' },
  received: { sql: '"receivedAt"', kind: 'text' },
  symptom: { sql: '"symptom"', kind: 'text' },
  closed: { sql: '"closedAt"', kind: 'text' },
}

/** The order that was chosen for a ticket list. */
export const ticketSortKey = ({ by, isDown }: { by: TicketSort; isDown: boolean }): SortKey => ({
  ...columns[by],
  isDown,
})
