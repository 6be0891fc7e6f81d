import { z } from 'zod'
import { daySchema } from '../../shared/kit/fields.ts'
import { ledgerFileColumns, ticketFileColumns, visitFileColumns } from '../../shared/tickets/file-columns.ts'
import { listLedgerSchema, listTicketsSchema } from '../../shared/tickets/lists.ts'
import { listSource } from '../house/list-source.ts'
import { listLedger } from './list-ledger.ts'
import { listTickets } from './list-tickets.ts'
import { technicianLoads } from './technician-loads.ts'

const withoutPage = { after: true, limit: true } as const

/** The lists of tickets, of the ledger and of a day's visits, for views and files of them. */
export const ticketLists = {
  'tickets.list': listSource({
    right: 'tickets.view',
    wish: listTicketsSchema.omit(withoutPage),
    columns: ticketFileColumns,
    isMoving: true,
    page: listTickets,
  }),
  'tickets.ledger': listSource({
    right: 'tickets.view',
    wish: listLedgerSchema.omit(withoutPage),
    columns: ledgerFileColumns,
    isMoving: false,
    page: listLedger,
  }),
  'tickets.visits': listSource({
    right: 'tickets.dispatch',
    wish: z.object({ day: daySchema.nullish() }),
    columns: visitFileColumns,
    isMoving: false,
    page: async (services, seat, { day }) => {
      const loads = await technicianLoads(services, seat, day ?? null)
      const rows = loads.flatMap(({ id: technicianId, name, today }) =>
        today.map((visit, nth) => ({ ...visit, id: `${technicianId} ${nth}`, technicianName: name })),
      )
      return { rows, next: null }
    },
  }),
}
