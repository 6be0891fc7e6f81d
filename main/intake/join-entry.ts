import { heardFields, heardOtherwise, sameCallerMinutes } from '../../shared/intake/rules-joined.ts'
import type { JoinedLine, RecordedIntake, RecordIntake } from '../../shared/intake/schema.ts'
import type { Seat, Services } from '../api/context.ts'
import { customerJustMade, joinCustomer, noteOnCustomer } from '../customers/public.ts'
import type { Reader, Tx } from '../database/database.ts'
import { recordsOf } from '../database/records.ts'
import { audit } from '../house/audit.ts'
import { findRows } from '../database/typed-rows.ts'
import { ticketBriefsOf } from '../tickets/public.ts'
import { type Intake, IntakeEntity } from './entities.ts'

/** Whose a line is, and the line of another seat it joined. */
export type Kept = Pick<Intake, 'customerId' | 'personId' | 'joinedId'>

/** Since when another seat's new customer counts as the same caller. */
export function justBefore(services: Services): string {
  return new Date(Date.parse(services.now()) - sameCallerMinutes * 60_000).toISOString()
}

/** The customer another seat has just made of the same unknown caller; null where nobody did, and a new one is to be made. */
export async function joinEntry(
  services: Services,
  tx: Tx,
  seat: Seat,
  entry: RecordIntake,
  callNumber: string | null,
): Promise<Kept | null> {
  const phones = [entry.phone, callNumber ?? ''].filter(Boolean)
  const { customerName: name, contactName, address } = entry
  const customerId = await customerJustMade(services, tx, seat, { phones, name, since: justBefore(services) })
  if (!customerId) return null
  const text = `SELECT "id" FROM "intake_register" WHERE "customerId" = ? ORDER BY "recordedAt", "id" LIMIT 1`
  const [line] = (await tx.query(services.database.sql(text), [customerId])) as { id: string }[]
  if (!line) return null
  const { personId } = await joinCustomer(services, tx, seat, { customerId, contactName, phones, address })
  return { customerId, personId, joinedId: line.id }
}

/** What the second seat heard otherwise stands with the customer, under the number of its line; the line itself keeps every word. */
export async function keepHeard(services: Services, tx: Tx, seat: Seat, line: Intake, joinedId: string): Promise<void> {
  const [first] = await findRows(services.database, tx, IntakeEntity, { id: joinedId })
  if (!first || !line.customerId) return
  const differs = heardOtherwise(first, line)
  const isOther = (field: 'customerName' | 'contactName' | 'address') => differs.includes(field) && first[field] !== ''
  const names = (['customerName', 'contactName'] as const).filter(isOther).map((field) => line[field])
  const told = (words: readonly string[]) => (words.length === 0 ? '' : `${line.registerNo} ${words.join(' · ')}`)
  await noteOnCustomer(services, tx, seat, {
    customerId: line.customerId,
    words: told([...new Set(names)]),
    address: told(isOther('address') ? [line.address] : []),
  })
  tx.changed('intake.joined', joinedId)
}

/** What a seat is told of the line it joined; null where it joined none. */
export async function joinedBy(services: Services, reader: Reader, line: Intake): Promise<RecordedIntake['joined']> {
  if (!line.joinedId) return null
  const [first] = await findRows(services.database, reader, IntakeEntity, { id: line.joinedId })
  return first
    ? { ...(await tellOf(services, reader, first)), isSameCall: false, differs: heardOtherwise(first, line) }
    : null
}

/**
 * Two seats wrote one call down, and the first made the line: what the second heard otherwise is kept in its note, once, and both words stand; a
 * number and an address stand with the customer, where they are covered from who may not see them.
 * The second is told; null where it is the same seat.
 */
export async function tellOfSameCall(
  services: Services,
  tx: Tx,
  seat: Seat,
  lineId: string,
  entry: RecordIntake,
): Promise<RecordedIntake['joined']> {
  const records = recordsOf(services, tx, seat, 'intake.tell')
  const line = (await records.lock(IntakeEntity, lineId))!
  const heard = { ...entry, purchasedOn: entry.purchasedOn ?? null }
  const differs = heardOtherwise(line, heard)
  const isCovered = (field: string) => line.customerId !== null && (field === 'phone' || field === 'address')
  const words = heardFields.flatMap((field) =>
    differs.includes(field) && !isCovered(field) ? (heard[field] ?? []) : [],
  )
  const added = words.filter((said) => !line.note.includes(said))
  if (added.length > 0) {
    await records.change(IntakeEntity, line, { note: [line.note, added.join(' · ')].filter(Boolean).join('\n') })
    await audit(services, tx, seat, {
      action: 'intake.tell',
      subject: `intake:${lineId}`,
      details: { entry: entry.id },
    })
  }
  if (line.customerId !== null && differs.some(isCovered)) {
    const { customerId, registerNo } = line
    const { contactName, phone, address } = entry
    await joinCustomer(services, tx, seat, { customerId, contactName, phones: [phone].filter(Boolean), address })
    const isOther = differs.includes('address') && line.address !== ''
    await noteOnCustomer(services, tx, seat, {
      customerId,
      words: '',
      address: isOther ? `${registerNo} ${address}` : '',
    })
  }
  return line.memberId === seat.memberId ? null : { ...(await tellOf(services, tx, line)), isSameCall: true, differs }
}

async function tellOf(services: Services, reader: Reader, line: Intake) {
  const { database } = services
  const [member] = (await reader.query(database.sql('SELECT "name" FROM "house_member" WHERE "id" = ?'), [
    line.memberId ?? '',
  ])) as { name: string }[]
  const ticket = line.ticketId
    ? (await ticketBriefsOf(services, reader, [line.ticketId])).get(line.ticketId)
    : undefined
  const { registerNo, recordedAt: at } = line
  return { registerNo, byName: member?.name ?? '', at, ticketNumber: ticket?.number ?? '' }
}

/** Own lines that another seat joined in the last minutes: it is told both. */
export async function joinedLines(services: Services, seat: Seat): Promise<JoinedLine[]> {
  return services.database.read(
    (reader) =>
      reader.query(
        services.database.sql(
          `SELECT second."id", first."registerNo", first."customerName", m."name" AS "byName", second."registerNo" AS "otherNo"
           FROM "intake_register" second JOIN "intake_register" first ON first."id" = second."joinedId"
           JOIN "house_member" m ON m."id" = second."memberId"
           WHERE second."joinedId" IS NOT NULL AND second."recordedAt" >= ? AND first."memberId" = ?
           ORDER BY second."recordedAt"`,
        ),
        [justBefore(services), seat.memberId],
      ) as Promise<JoinedLine[]>,
  )
}
