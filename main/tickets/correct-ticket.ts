import type { Seat, Services } from '../api/context.ts'
import type { Reader, Tx } from '../database/database.ts'
import { recordsOf } from '../database/records.ts'
import type { RowOwners } from '../house/row-scope.ts'
import { regionOf } from '../../shared/presets/areas.ts'
import { companyOf } from '../house/settings.ts'
import { repairBefore } from './same-fault.ts'
import { type Ticket, TicketEntity } from './ticket-entity.ts'

const followed = [
  ...(['customerName', 'contactName', 'phone', 'address'] as const),
  ...(['productName', 'model', 'serialNo', 'purchasedOn', 'symptom'] as const),
]

/** What a register line says of a case. */
type Said = Pick<Ticket, (typeof followed)[number]>

/** Takes a correction of the register line over into its open ticket, where that still says what the line said; inside the caller's write. True where the ticket changed. */
export async function correctTicket(
  services: Services,
  tx: Tx,
  seat: Seat,
  { ticketId, before, changes }: { ticketId: string; before: Said; changes: Partial<Said> },
): Promise<boolean> {
  const records = recordsOf(services, tx, seat)
  const ticket = await records.lock(TicketEntity, ticketId)
  if (!ticket || ticket.closedAt !== null) return false
  const taken = Object.fromEntries(
    followed.flatMap((field) =>
      changes[field] !== undefined && ticket[field] === before[field] ? [[field, changes[field]]] : [],
    ),
  ) as Partial<Said>
  if (Object.keys(taken).length === 0) return false
  const { areas } = (await companyOf(tx)).policies.at(services.now()).policy
  const region = taken.address === undefined ? {} : { region: regionOf(taken.address, areas) }
  const again =
    taken.symptom === undefined ? {} : { againOfId: await repairBefore(services, tx, { ...ticket, ...taken }) }
  await records.change(TicketEntity, ticket, { ...taken, ...region, ...again })
  return true
}

/** Whose a ticket is, and the register line that opened it, for rows of other features that belong to it. */
export async function ticketOwners(
  services: Services,
  reader: Reader,
  ticketId: string,
): Promise<RowOwners<string | null> & { intakeId?: string | null }> {
  const [ticket] = (await reader.query(
    services.database.sql(
      'SELECT "technicianId" AS "assigned", "region" AS "outlet", "intakeId" FROM "tickets_ticket" WHERE "id" = ?',
    ),
    [ticketId],
  )) as { assigned: string | null; outlet: string; intakeId: string | null }[]
  return ticket ?? {}
}
