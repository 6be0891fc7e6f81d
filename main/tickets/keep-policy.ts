import { In } from 'typeorm'
import { Failure } from '../../shared/kit/failure.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Tx } from '../database/database.ts'
import { recordsOf } from '../database/records.ts'
import { alone, keepMoved, type MovedLine } from './keep-moved.ts'
import { MovedEntity } from './moved-entity.ts'
import { isBeforeResult } from './ticket-clocks.ts'
import { TicketEntity } from './ticket-entity.ts'
import { ticketsMet } from './ticket-rows.ts'

/** These cases stay on the policies they stand on, whatever comes; the version they were kept from lists them. Refused whole where the seat meets one of them not. */
export async function keepOnPolicy(
  services: Services,
  tx: Tx,
  seat: Seat,
  ticketIds: readonly string[],
  versionId: string,
): Promise<void> {
  const kept: MovedLine[] = []
  const met = await ticketsMet(services, tx, seat, ticketIds)
  if (ticketIds.some((id) => !met.has(id))) throw new Failure('notAllowed', 'tickets.failure.notYours')
  const records = recordsOf(services, tx, seat, 'tickets.keepPolicy')
  for (const id of ticketIds) {
    const ticket = await records.lock(TicketEntity, id)
    if (!ticket) continue
    await records.change(TicketEntity, ticket, { policyKept: true }, { isQuiet: true })
    kept.push(alone(ticket))
  }
  await keepMoved(services, tx, `${versionId}/kept`, kept)
}

/** Cases a version's list keeps, and no other list of these: they follow the policies again. What was over before stays as it ended. */
export async function keepNoMore(
  services: Services,
  tx: Tx,
  seat: Seat,
  versionId: string,
  standingIds: readonly string[],
): Promise<void> {
  const keptBy = async (ids: readonly string[]): Promise<string[]> => {
    const rows = await tx.find(MovedEntity, {
      select: { ticketId: true },
      where: { causeId: In(ids.map((id) => `${id}/kept`)) },
    })
    return [...new Set(rows.map(({ ticketId }) => ticketId))].sort()
  }
  const others = new Set(await keptBy(standingIds))
  const records = recordsOf(services, tx, seat, 'tickets.keepPolicy')
  for (const id of await keptBy([versionId])) {
    if (others.has(id)) continue
    const ticket = await records.lock(TicketEntity, id)
    if (!ticket || !isBeforeResult(ticket)) continue
    await records.change(TicketEntity, ticket, { policyKept: null }, { isQuiet: true })
  }
}
