import { ledgerFileColumns, ticketFileColumns } from '../../shared/tickets/file-columns.ts'
import { listLedgerSchema, listTicketsSchema } from '../../shared/tickets/lists.ts'
import { listSource } from '../house/list-source.ts'
import { listLedger } from './list-ledger.ts'
import { listTickets } from './list-tickets.ts'

const withoutPage = { after: true, limit: true } as const

/** The lists of tickets and of the ledger, for views and files of them. */
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
}
