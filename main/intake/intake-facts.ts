import { headRoles } from '../../shared/admin/scopes.ts'
import { Failure } from '../../shared/kit/failure.ts'
import { isNoPhone } from '../../shared/intake/rules.ts'
import type { RegisterField } from '../../shared/presets/schema.ts'
import type { RecordIntake } from '../../shared/intake/schema.ts'
import type { Services } from '../api/context.ts'
import { rolesSql } from '../house/roles-sql.ts'
import { chosenCustomer } from '../customers/public.ts'
import type { Reader } from '../database/database.ts'
import { chosenProduct } from '../products/public.ts'

/** What the archives already know of the chosen customer and product, and whom to notify. */
export interface IntakeFacts {
  /** The entry had been stored before. */
  isStored: boolean
  /** The ticket it would open stands already. */
  hasTicket: boolean
  customerId: string | null
  customerName: string
  category: string
  address: string
  /** Primary number, as it was written down. */
  phone: string
  personId: string | null
  personName: string
  productId: string | null
  productName: string
  model: string
  serialNo: string
  purchasedOn: string | null
  /** Number of the call it belongs to, normalised. */
  callNumber: string | null
  /** Head of the service department or outlet (R012): the supervisor on duty, else the first one, else the administrator. */
  headId: string | null
}

/** An entry that waited for its station waited no longer than this: `house`. */
const longestWaitMs = 366 * 86_400_000

/** When it was received, by the station's clock: a seat whose clock is a year behind or ahead at all tells nothing, and it counts from now. */
export function receivedOf(saidAt: string, now: string): string {
  return saidAt > now || Date.parse(saidAt) < Date.parse(now) - longestWaitMs ? now : saidAt
}

const heads = rolesSql('m."role"', headRoles)
const head = `(SELECT m."id" FROM "house_member" m WHERE m."status" = 'active' AND ${heads.isOne}
          ORDER BY ${heads.order}, (SELECT max(s."seenAt") FROM "house_presence" s
            WHERE s."memberId" = m."id" AND s."endsAt" > ?) IS NULL, m."createdAt" LIMIT 1)`

/** Who is told of a complaint or a report now (R012). */
export async function headOnDuty(services: Services, reader: Reader): Promise<string | null> {
  const [row] = (await reader.query(services.database.sql(`SELECT ${head} AS "id"`), [services.now()])) as {
    id: string | null
  }[]
  return row?.id ?? null
}

/** All that a register asks of the database before it writes; on the hot path, so in as few questions as can be. */
export async function readFacts(services: Services, reader: Reader, input: RecordIntake): Promise<IntakeFacts> {
  const { customerId, productId, personId } = input
  const stands = reader.query(
    services.database.sql(
      `SELECT (SELECT 1 FROM "intake_register" WHERE "id" = ?) AS "stored",
         ${head} AS "headId",
         (SELECT "number" FROM "intake_call" WHERE "id" = ?) AS "callNumber",
         (SELECT 1 FROM "tickets_brief" WHERE "id" = ?) AS "ticket"`,
    ),
    [input.id, services.now(), input.callId ?? '', input.ticketId],
  ) as Promise<{ stored: number | null; headId: string | null; callNumber: string | null; ticket: number | null }[]>
  const [[row], customer, found] = await Promise.all([
    stands,
    customerId ? chosenCustomer(services, reader, customerId, personId ?? null) : null,
    customerId && productId ? chosenProduct(services, reader, customerId, productId) : null,
  ])
  const product = customer && found
  return {
    isStored: row?.stored != null,
    hasTicket: row?.ticket != null,
    customerId: customer?.id ?? null,
    customerName: customer?.name ?? '',
    category: customer?.category ?? input.category,
    address: customer?.address ?? '',
    phone: customer?.phone ?? '',
    personId: customer?.personId ?? null,
    personName: customer?.personName ?? '',
    productId: product?.id ?? null,
    productName: product?.name ?? '',
    model: product?.model ?? '',
    serialNo: product?.serialNo ?? '',
    purchasedOn: product?.purchasedOn ?? null,
    callNumber: row?.callNumber ?? null,
    headId: row?.headId ?? null,
  }
}

/** The entry with what the archive knows where the desk wrote nothing: a seat need not see a number to keep it. */
export function filledBy(facts: IntakeFacts, input: RecordIntake): RecordIntake {
  return {
    ...input,
    customerName: input.customerName || facts.customerName,
    contactName: input.contactName || facts.personName,
    phone: input.phone.includes('*') || input.phone === '' ? facts.phone : input.phone,
    address: input.address || facts.address,
    productName: input.productName || facts.productName,
    model: input.model || facts.model,
    serialNo: input.serialNo || facts.serialNo,
    purchasedOn: input.purchasedOn ?? facts.purchasedOn,
  }
}

/** A customer or a product that is chosen must be there. */
export function refuseUnknown(facts: IntakeFacts, input: RecordIntake): void {
  if (input.customerId && !facts.customerId)
    throw new Failure('notFound', 'intake.failure.customerGone', {}, 'customerId')
  if (input.productId && !facts.productId) throw new Failure('notFound', 'intake.failure.productGone', {}, 'productId')
}

/** A choice the policies do not offer, or a day of the past that lies ahead (R011). */
export function refuseOther(
  notOffered: 'category' | 'channel' | 'kind' | 'level' | 'fault' | null,
  laterDay: 'purchasedOn' | 'acceptedOn' | null,
): void {
  if (notOffered) throw new Failure('invalid', 'intake.failure.notOffered', {}, notOffered)
  if (laterDay) throw new Failure('invalid', 'intake.failure.dayAhead', {}, laterDay)
}

/** The first field still missing, in order of speech (R010, R014). */
export function refuseMissing(missing: readonly RegisterField[], entry: Pick<RecordIntake, 'phone'>): void {
  const [field] = missing
  if (field === 'phone' && isNoPhone(entry.phone))
    throw new Failure('invalid', 'intake.failure.phoneUnreadable', {}, field)
  if (field) throw new Failure('invalid', 'intake.failure.fieldMissing', { field, count: missing.length }, field)
}
