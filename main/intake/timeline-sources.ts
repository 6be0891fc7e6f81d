import type { TimelineSource } from '../house/customer-sources.ts'

/** Whoever took it down has it, and theirs who have its ticket, as in the register. */
const ownedLike = (as: string) => ({
  owners: { own: `${as}."memberId"`, assigned: 't."technicianId"', outlet: 't."region"' },
  ownersFrom: `LEFT JOIN "tickets_brief" t ON t."id" = ${as}."ticketId"`,
})

/** What the desk adds to a customer's timeline: calls, and lines of the register. */
export const timelineSources: readonly TimelineSource[] = [
  {
    kind: 'intake.call',
    from: '"intake_call" c LEFT JOIN "house_member" m ON m."id" = c."memberId"',
    customerId: 'c."customerId"',
    id: 'c."id"',
    at: 'c."startedAt"',
    title: 'c."direction"',
    detail: 'c."note"',
    ticketId: 'c."ticketId"',
    ...ownedLike('c'),
    verdict: `CASE WHEN c."state" = 'lost' THEN 'lost' END`,
    by: 'm."name"',
    talk: { from: 'c."answeredAt"', to: 'c."hungUpAt"' },
  },
  {
    kind: 'intake.register',
    from: '"intake_register" r LEFT JOIN "house_member" m ON m."id" = r."memberId"',
    customerId: 'r."customerId"',
    id: 'r."id"',
    at: 'r."receivedAt"',
    title: 'r."symptom"',
    detail: 'r."productName"',
    outcome: 'r."outcome"',
    ticketId: 'r."ticketId"',
    ...ownedLike('r'),
    productId: 'r."productId"',
    by: 'm."name"',
  },
]
