import type { TicketRow } from '../tickets/schema.ts'

/** Whether the paper of a ticket carries the whole number: somebody still has to ring its customer (R046). `house`: later it is covered as on screen. */
export const isForTheWay = (state: TicketRow['state']): boolean => state !== 'closed' && state !== 'cancelled'
