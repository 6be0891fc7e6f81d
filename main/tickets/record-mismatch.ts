import type { z } from 'zod'
import { Failure } from '../../shared/kit/failure.ts'
import { clocksOf } from '../../shared/tickets/rules.ts'
import { mismatchDue } from '../../shared/tickets/rules-contact.ts'
import type { mismatchSchema, MismatchRow } from '../../shared/tickets/schema.ts'
import { audit } from '../house/audit.ts'
import { firstStored } from '../house/first-stored.ts'
import { calendarsOf, companyOf } from '../house/settings.ts'
import type { Seat, Services } from '../api/context.ts'
import { correctCustomer } from '../customers/public.ts'
import { shownAddress } from '../house/field-rows.ts'
import { correctProduct } from '../products/public.ts'
import type { Reader, Tx } from '../database/database.ts'
import { type Locked, recordsOf } from '../database/records.ts'
import { dispatchToChange } from './dispatch-to-change.ts'
import type { Ticket } from './ticket-entity.ts'
import { kindOf, type NextDue, TicketClocks } from './ticket-clocks.ts'
import { type Mismatch, MismatchEntity } from './visit-entities.ts'
import { changeTicket, phoneAsSaid, ticketToChange } from './ticket-rows.ts'

type Field = z.output<typeof mismatchSchema>['field']

/** Where on the ticket the registered fact stands. */
const columnOf = {
  address: 'address',
  phone: 'phone',
  product: 'productName',
  symptom: 'symptom',
  other: null,
} as const

/** The technician tells the desk what differs from the register, the same day (R050, R051). Sent twice it is stored once. */
export async function recordMismatch(
  services: Services,
  seat: Seat,
  input: z.output<typeof mismatchSchema>,
): Promise<MismatchRow> {
  return services.database.write(async (tx) => {
    const { dispatch, ticket } = await dispatchToChange(services, tx, seat, input.dispatchId)
    const already = await firstStored(services, tx, 'tickets.mismatch', input, () =>
      findMismatch(services, tx, seat, input.id),
    )
    if (already) return already
    const mismatch: Mismatch = {
      id: input.id,
      ticketId: ticket.id,
      dispatchId: dispatch.id,
      at: services.now(),
      field: input.field,
      registered: registeredFact(ticket, input.field),
      correct: input.correct,
      memberId: seat.memberId,
      fixedAt: null,
    }
    await recordsOf(services, tx, seat).add(MismatchEntity, mismatch)
    const clocks = await TicketClocks.of(services, tx, seat, ticket, await companyOf(tx))
    await changeTicket(services, tx, ticket, await clocks.happened('found', mismatch.at).enter())
    await audit(services, tx, seat, {
      action: 'tickets.mismatch',
      subject: `ticket:${ticket.id}`,
      details: { field: input.field },
    })
    return (await findMismatch(services, tx, seat, input.id))!
  })
}

/** Corrects the ticket and the customer file by what the technician found (R051). Fixing twice changes nothing more. */
export async function fixMismatch(services: Services, seat: Seat, input: { id: string }): Promise<MismatchRow> {
  const { database } = services
  return database.write(async (tx) => {
    const [found] = (await tx.query(database.sql('SELECT * FROM "tickets_mismatch" WHERE "id" = ?'), [
      input.id,
    ])) as Mismatch[]
    if (!found) throw new Failure('notFound', 'tickets.failure.gone')
    const ticket = await ticketToChange(services, tx, seat, found.ticketId)
    const records = recordsOf(services, tx, seat)
    const mismatch = await records.lock(MismatchEntity, input.id)
    if (mismatch?.fixedAt === null) {
      const field = mismatch.field as Field
      const column = columnOf[field]
      const now = services.now()
      await records.change(MismatchEntity, mismatch, { fixedAt: now })
      await changeTicket(services, tx, ticket, {
        ...(column ? { [column]: mismatch.correct } : {}),
        ...(await corrected(services, tx, seat, ticket, now)),
      })
      if (field === 'address')
        await correctCustomer(services, tx, seat, { customerId: ticket.customerId, address: mismatch.correct })
      if (field === 'phone')
        await correctCustomer(services, tx, seat, { customerId: ticket.customerId, phone: mismatch.correct })
      if (field === 'product' && ticket.productId)
        await correctProduct(services, tx, seat, { productId: ticket.productId, name: mismatch.correct })
      await audit(services, tx, seat, {
        action: 'tickets.fixMismatch',
        subject: `customer:${ticket.customerId}`,
        details: { field, mismatch: mismatch.id },
      })
    }
    return (await findMismatch(services, tx, seat, input.id))!
  })
}

/** One fact is right: its limit is met, and that of the oldest one left counts from when that was found. */
async function corrected(
  services: Services,
  tx: Tx,
  seat: Seat,
  ticket: Locked<Ticket>,
  now: string,
): Promise<Partial<NextDue>> {
  const clocks = await TicketClocks.of(services, tx, seat, ticket, await companyOf(tx))
  clocks.happened('corrected', now)
  const text = 'SELECT min("at") AS "at" FROM "tickets_mismatch" WHERE "ticketId" = ? AND "fixedAt" IS NULL'
  const [left] = (await tx.query(services.database.sql(text), [ticket.id])) as { at: string | null }[]
  if (left?.at && ticket.state !== 'cancelled') clocks.happened('found', left.at)
  return clocks.enter()
}

/**
 * Mismatches of a ticket, newest first; each is due as the limit of the case says (R051). Numbers and addresses are shown as the seat may
 * see those of the ticket; who typed what is right sees it.
 */
export async function mismatchRowsOf(
  services: Services,
  reader: Reader,
  seat: Seat,
  ticketId: string,
): Promise<MismatchRow[]> {
  return selectMismatches(services, reader, seat, 'x."ticketId" = ?', ticketId)
}

async function findMismatch(services: Services, reader: Reader, seat: Seat, id: string): Promise<MismatchRow | null> {
  return (await selectMismatches(services, reader, seat, 'x."id" = ?', id))[0] ?? null
}

interface NamedMismatch
  extends
    Pick<Ticket, 'policyId' | 'presetId' | 'kind' | 'level' | 'handling' | 'round'>,
    Pick<Mismatch, 'id' | 'at' | 'field' | 'registered' | 'correct' | 'fixedAt' | 'memberId'> {
  byName: string | null
  technicianId: string | null
}

async function selectMismatches(
  services: Services,
  reader: Reader,
  seat: Seat,
  where: string,
  value: string,
): Promise<MismatchRow[]> {
  const rows = (await reader.query(
    services.database.sql(
      `SELECT x."id", x."at", m."name" AS "byName", x."field", x."registered", x."correct", x."fixedAt", x."memberId", t."technicianId",
       t."policyId", t."presetId", t."kind", t."level", t."handling", t."round"
       FROM "tickets_mismatch" x JOIN "tickets_ticket" t ON t."id" = x."ticketId" LEFT JOIN "house_member" m ON m."id" = x."memberId"
       WHERE ${where} ORDER BY x."at" DESC, x."id" DESC`,
    ),
    [value],
  )) as NamedMismatch[]
  if (rows.length === 0) return []
  const company = await companyOf(reader)
  return rows.map((row) => {
    const { id, at, field, fixedAt } = row
    const isOwn = row.technicianId === seat.memberId
    const limit = clocksOf(company.policies.of(row), kindOf(row)).find(({ clock }) => clock === 'mismatch')
    const dueAt = mismatchDue(at, limit, calendarsOf(row, company)(row.policyId))
    return {
      ...{ id, at, field, fixedAt, byName: row.byName ?? '', dueAt },
      registered: shownFact(seat, field, row.registered, isOwn),
      correct: shownFact(seat, field, row.correct, isOwn || row.memberId === seat.memberId),
    }
  })
}

/** A fact of a field as a seat may see it. */
function shownFact(seat: Seat, field: string, fact: string, isOwn: boolean): string {
  if (field === 'phone') return phoneAsSaid(seat, fact, isOwn)
  return field === 'address' ? shownAddress(seat, fact, isOwn) : fact
}

function registeredFact(ticket: Ticket, field: Field): string {
  const column = columnOf[field]
  return column ? ticket[column] : ''
}
