import { z } from 'zod'
import { daySchema } from '../../shared/kit/fields.ts'
import { ledgerFileColumns, ticketFileColumns, visitFileColumns } from '../../shared/tickets/file-columns.ts'
import { listLedgerSchema, listTicketsSchema } from '../../shared/tickets/lists.ts'
import { listSource } from '../house/list-source.ts'
import { listLedger, totalLedger } from './list-ledger.ts'
import { listTickets, totalTickets } from './list-tickets.ts'
import { technicianLoads } from './technician-loads.ts'

const withoutPage = { after: true, limit: true } as const

/** The lists of tickets, of the ledger and of a day's visits, for views and files of them. */
export const ticketLists = {
  'tickets.list': listSource({
    right: 'tickets.view',
    title: 'tickets.list.title',
    wish: listTicketsSchema.omit(withoutPage),
    told: {
      view: { label: 'tickets.list.view', as: 'code', words: 'tickets.view' },
      text: { label: 'lists.told.text', as: 'text' },
      technicianId: { label: 'tickets.filter.technician', as: 'name' },
      customerId: { label: 'tickets.column.customer', as: 'name' },
      region: { label: 'tickets.filter.region', as: 'text' },
      productName: { label: 'tickets.filter.product', as: 'text' },
      receivedFrom: { label: 'tickets.filter.received', as: 'from' },
      receivedTo: { label: 'tickets.filter.received', as: 'to' },
      ids: { label: 'lists.told.ids', as: 'count' },
      sort: null,
    },
    columns: ticketFileColumns,
    isMoving: true,
    page: listTickets,
    count: totalTickets,
  }),
  'tickets.ledger': listSource({
    right: 'tickets.view',
    title: 'tickets.ledger.title',
    wish: listLedgerSchema.omit(withoutPage),
    told: {
      text: { label: 'lists.told.text', as: 'text' },
      onFrom: { label: 'tickets.ledger.on', as: 'from' },
      onTo: { label: 'tickets.ledger.on', as: 'to' },
      personId: { label: 'tickets.ledger.person', as: 'name' },
      inWarranty: { label: 'tickets.filter.warranty', as: 'code', words: 'tickets.told.inWarranty' },
      sort: null,
    },
    columns: ledgerFileColumns,
    isMoving: false,
    page: listLedger,
    count: totalLedger,
  }),
  'tickets.visits': listSource({
    right: 'tickets.dispatch',
    title: 'tickets.board.visits',
    wish: z.object({ day: daySchema.nullish() }),
    told: { day: { label: 'tickets.told.day', as: 'day' } },
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
