import type { z } from 'zod'
import { Failure } from '../../shared/kit/failure.ts'
import type { chaseSchema } from '../../shared/tickets/schema.ts'
import { audit } from '../house/audit.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Tx } from '../database/database.ts'
import { recordsOf } from '../database/records.ts'
import type { Ticket } from './ticket-entity.ts'
import { changeTicket, storedStep, ticketToChange } from './ticket-rows.ts'
import { ChaseEntity } from './work-entities.ts'

type Chase = z.output<typeof chaseSchema>

/** 催办: the customer asked again. Counted on the ticket; sent twice it counts once. */
export async function chaseTicket(services: Services, seat: Seat, input: Chase): Promise<{ count: number }> {
  const ticket = await services.database.write((tx) => addChase(services, tx, seat, input))
  return { count: ticket.chaseCount }
}

/** The same inside another write: a call that ends as a chase. Answers the ticket with its new count. */
export async function addChase(services: Services, tx: Tx, seat: Seat, input: Chase): Promise<Ticket> {
  const { id, ticketId, callId, note } = input
  const ticket = await ticketToChange(services, tx, seat, ticketId)
  const already = await storedStep(services, tx, 'tickets.chase', input, () => tx.findOneBy(ChaseEntity, { id }))
  if (already) return ticket
  if (ticket.state === 'closed' || ticket.state === 'cancelled')
    throw new Failure('ruleBroken', 'tickets.failure.nothingToChase')
  const chase = {
    ...{ id, ticketId, callId: callId ?? null, at: services.now(), note, memberId: seat.memberId },
    customerId: ticket.customerId,
  }
  await recordsOf(services, tx, seat).add(ChaseEntity, chase)
  await audit(services, tx, seat, {
    action: 'tickets.chase',
    subject: `ticket:${ticketId}`,
    details: { count: ticket.chaseCount + 1 },
  })
  return changeTicket(services, tx, ticket, { chaseCount: ticket.chaseCount + 1 })
}
