import type { Role } from '../admin/rights.ts'
import type { Quota } from '../kit/quota.ts'
import type { TicketRow } from '../tickets/schema.ts'

const desk: Quota = { perHour: 200, perDay: 500 }
const few: Quota = { perHour: 40, perDay: 100 }

/**
 * Of how many different tickets a member may have the paper with the whole number; one ticket counts once a day however often it is printed.
 * `house`: some hundred papers are a busy day at the printer, and far below what an archive holds.
 */
export const paperLimits: Readonly<Record<Role, Quota>> = {
  administrator: desk,
  supervisor: desk,
  operator: desk,
  dispatcher: desk,
  technician: few,
  followupUser: few,
}

/** Whether the paper of a ticket carries the whole number: somebody still has to ring its customer (R046). `house`: later it is covered as on screen. */
export const isForTheWay = (state: TicketRow['state']): boolean => state !== 'closed' && state !== 'cancelled'
