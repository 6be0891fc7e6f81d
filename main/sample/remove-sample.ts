import type { SampleLeft } from '../../shared/admin/schema.ts'
import { Failure } from '../../shared/kit/failure.ts'
import type { Seat, Services } from '../api/context.ts'
import { endSessions } from '../house/sessions.ts'
import type { Reader, Tx } from '../database/database.ts'
import { removeTexts } from '../database/search/text-index.ts'
import { audit } from '../house/audit.ts'
import { type Member, MemberEntity, SettingEntity } from '../house/entities.ts'
import { passwordFits } from '../admin/passwords.ts'
import { companyOf } from '../house/settings.ts'
import { sampleAdministrator, sampleMembers } from './people.ts'

const customers = `(SELECT "id" FROM "customers_customer" WHERE "source" = 'sample')`
const tickets = `(SELECT "id" FROM "tickets_ticket" WHERE "customerId" IN ${customers})`
const dispatches = `(SELECT "id" FROM "tickets_dispatch" WHERE "ticketId" IN ${tickets})`
const isSampleCall = `("externalId" LIKE 'sample-%' OR "customerId" IN ${customers})`
/** Events speak of a call by the id of the telephone system. */
const calls = `(SELECT "externalId" FROM "intake_call" WHERE ${isSampleCall})`

/** What goes with the sample, children before parents: like the sample itself, it knows the tables of every feature. */
const parts: readonly (readonly [table: string, which: string])[] = [
  ['sheets_printing', `"ticketId" IN ${tickets}`],
  ['tickets_ledger', `"ticketId" IN ${tickets}`],
  ['tickets_result', `"ticketId" IN ${tickets}`],
  ['tickets_chase', `"ticketId" IN ${tickets}`],
  ['tickets_mismatch', `"ticketId" IN ${tickets}`],
  ['tickets_attempt', `"dispatchId" IN ${dispatches}`],
  ['tickets_dispatch', `"ticketId" IN ${tickets}`],
  ['tickets_clock', `"ticketId" IN ${tickets}`],
  ['intake_register', `"customerId" IN ${customers}`],
  ['intake_event', `"callId" IN ${calls}`],
  ['intake_call', isSampleCall],
  ['tickets_ticket', `"customerId" IN ${customers}`],
  ['products_product', `"customerId" IN ${customers}`],
  ['customers_phone', `"customerId" IN ${customers}`],
  ['customers_person', `"customerId" IN ${customers}`],
]

/** Where a member's work would stand that is nobody's sample. */
const memberColumns: readonly (readonly [table: string, column: string])[] = [
  ['intake_call', 'memberId'],
  ['intake_register', 'memberId'],
  ['tickets_dispatch', 'technicianId'],
  ['tickets_dispatch', 'dispatcherId'],
  ['tickets_result', 'memberId'],
  ['tickets_result', 'servicePersonId'],
  ['tickets_ledger', 'memberId'],
  ['customers_import', 'memberId'],
]

/** What the sample still holds, and what people have entered on its customers since; null without a sample. */
export async function readSample(reader: Reader, services: Services): Promise<SampleLeft | null> {
  const mark = await reader.findOneBy(SettingEntity, { name: 'sample' })
  if (!mark) return null
  const count = async (table: string, which: string, ...values: string[]): Promise<number> => {
    const text = services.database.sql(`SELECT count(*) AS "n" FROM "${table}" WHERE ${which}`)
    const [row] = (await reader.query(text, values)) as { n: number | string }[]
    return Number(row?.n ?? 0)
  }
  const since = mark.changedAt
  return {
    customers: await count('customers_customer', `"source" = 'sample'`),
    products: await count('products_product', `"customerId" IN ${customers}`),
    tickets: await count('tickets_ticket', `"customerId" IN ${customers}`),
    calls: await count('intake_call', isSampleCall),
    members: (await sampleAccounts(reader)).length,
    ticketsSince: await count('tickets_ticket', `"customerId" IN ${customers} AND "createdAt" > ?`, since),
    registersSince: await count('intake_register', `"customerId" IN ${customers} AND "recordedAt" > ?`, since),
  }
}

/**
 * Takes the sample away in one transaction: its customers with all that was entered on them, by whomever, and its accounts. Whoever among these
 * has worked on something that stays is disabled instead. Numbers are not given again (R353), the audit chain keeps what it has. Refuses while
 * the typed name is not the company's.
 */
export async function removeSample(services: Services, seat: Seat, { name }: { name: string }): Promise<SampleLeft> {
  const { database } = services
  const known = await sampleAdministrators(services)
  const gone = await database.write(async (tx) => {
    const left = await readSample(tx, services)
    if (!left) throw new Failure('notFound', 'admin.failure.noSample')
    if (name.trim() !== (await companyOf(tx)).name) throw new Failure('invalid', 'admin.failure.otherName', {}, 'name')
    for (const [table, which] of parts) await tx.query(`DELETE FROM "${table}" WHERE ${which}`)
    const seqs = (await tx.query(`SELECT "seq" FROM "customers_customer" WHERE "source" = 'sample'`)) as {
      seq: number
    }[]
    await removeTexts(
      tx,
      database.engine,
      seqs.map(({ seq }) => Number(seq)),
    )
    await tx.query(`DELETE FROM "customers_customer" WHERE "source" = 'sample'`)
    await removeAccounts(services, tx, seat)
    for (const id of known) await tx.update(MemberEntity, { id }, { mustChangePassword: true })
    await tx.delete(SettingEntity, { name: 'sample' })
    await audit(services, tx, seat, { action: 'admin.removeSample', subject: 'company', details: { ...left } })
    return left
  })
  for (const feature of ['admin', 'customers', 'intake', 'products', 'tickets'] as const)
    services.changes.announce({ feature, id: 'sample' })
  return gone
}

async function sampleAccounts(reader: Reader): Promise<Member[]> {
  const logins = new Set(sampleMembers.map(({ login }) => login))
  return (await reader.find(MemberEntity)).filter(({ login }) => logins.has(login))
}

async function removeAccounts(services: Services, tx: Tx, seat: Seat): Promise<void> {
  for (const { id } of await sampleAccounts(tx)) {
    if (id === seat.memberId) continue
    await endSessions(services, tx, { memberId: id })
    if (await hasWork(services, tx, id)) {
      const change = { status: 'disabled' as const, updatedAt: services.now() }
      await tx.update(MemberEntity, { id }, { ...change, version: () => '"version" + 1' })
    } else await tx.delete(MemberEntity, { id })
  }
}

async function hasWork({ database }: Services, tx: Tx, id: string): Promise<boolean> {
  for (const [table, column] of memberColumns) {
    const text = database.sql(`SELECT 1 FROM "${table}" WHERE "${column}" = ? LIMIT 1`)
    if (((await tx.query(text, [id])) as unknown[]).length > 0) return true
  }
  return false
}

/** Administrators who still have the password that everybody may know: from now on it opens nothing but a new one. */
async function sampleAdministrators(services: Services): Promise<string[]> {
  const administrators = await services.database.read((reader) =>
    reader.findBy(MemberEntity, { role: 'administrator', status: 'active', login: sampleAdministrator.login }),
  )
  const known: string[] = []
  for (const { id, passwordHash } of administrators)
    if (await passwordFits(passwordHash, sampleAdministrator.password)) known.push(id)
  return known
}
