import type { TimelineSource } from '../house/customer-sources.ts'
import { ticketOwners } from './ticket-rows.ts'

const ofTicket = (table: string, as: string, memberColumn: string) =>
  `"${table}" ${as} JOIN "tickets_ticket" t ON t."id" = ${as}."ticketId" LEFT JOIN "house_member" m ON m."id" = ${as}."${memberColumn}"`

/** What repairs add to a customer's timeline: orders, results, and whoever asked where it stays. */
export const timelineSources: readonly TimelineSource[] = [
  {
    kind: 'tickets.dispatch',
    from: ofTicket('tickets_dispatch', 'd', 'technicianId'),
    customerId: 'd."customerId"',
    id: 'd."id"',
    at: 'd."dispatchedAt"',
    title: 'd."number"',
    detail: 'd."visitFromAt"',
    ticketId: 't."id"',
    owners: ticketOwners('t'),
    productId: 't."productId"',
    verdict: `CASE WHEN d."state" = 'handedBack' THEN 'handedBack' END`,
    // Codes of the house are no words of anybody.
    reason: `CASE WHEN d."state" = 'handedBack' AND d."handBackReason" NOT IN ('notReached', 'reassigned') THEN d."handBackReason" END`,
    by: 'm."name"',
  },
  {
    kind: 'tickets.cancel',
    from: '"tickets_ticket" t',
    customerId: 't."customerId"',
    only: `t."state" = 'cancelled' AND t."cancelledAt" IS NOT NULL`,
    id: 't."id"',
    at: 't."cancelledAt"',
    title: 't."number"',
    detail: 't."productName"',
    ticketId: 't."id"',
    owners: ticketOwners('t'),
    productId: 't."productId"',
    reason: 't."cancelReason"',
  },
  {
    kind: 'tickets.result',
    from: ofTicket('tickets_result', 'r', 'servicePersonId'),
    customerId: 'r."customerId"',
    id: 'r."id"',
    at: 'r."recordedAt"',
    title: 'r."result"',
    detail: 't."productName"',
    ticketId: 't."id"',
    owners: ticketOwners('t'),
    productId: 't."productId"',
    verdict: `CASE WHEN r."outcome" = 'solved' THEN 'solved' ELSE 'open' END`,
    by: 'm."name"',
  },
  {
    kind: 'tickets.chase',
    from: ofTicket('tickets_chase', 'h', 'memberId'),
    customerId: 'h."customerId"',
    id: 'h."id"',
    at: 'h."at"',
    title: 't."number"',
    detail: 'h."note"',
    ticketId: 't."id"',
    owners: ticketOwners('t'),
    productId: 't."productId"',
    by: 'm."name"',
  },
  {
    kind: 'tickets.note',
    from: ofTicket('tickets_note', 'n', 'memberId'),
    customerId: 'n."customerId"',
    id: 'n."id"',
    at: 'n."at"',
    title: 't."number"',
    detail: 'n."note"',
    ticketId: 't."id"',
    owners: ticketOwners('t'),
    productId: 't."productId"',
    by: 'm."name"',
  },
]
