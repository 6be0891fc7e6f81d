import type { SampleLeft } from '../../shared/admin/schema.ts'
import { Failure } from '../../shared/kit/failure.ts'
import type { Seat, Services } from '../api/context.ts'
import { endSessions } from '../house/sessions.ts'
import type { Reader, Tx } from '../database/database.ts'
import { markRecords } from '../database/mark-records.ts'
import { recordsOf } from '../database/records.ts'
import { customersFrom, removeCustomers } from '../customers/public.ts'
import { countMadeUpCalls, removeMadeUpCalls } from '../intake/public.ts'
import { countRows, tableOf } from '../house/rows-of-customer.ts'
import { audit } from '../house/audit.ts'
import { type Member, MemberEntity, SettingEntity } from '../house/entities.ts'
import { passwordFits } from '../admin/passwords.ts'
import { companyOf } from '../house/settings.ts'
import { sampleAdministrator, sampleMembers } from './people.ts'

/** What the sample still holds, and what people have entered on its customers since; null without a sample. */
export async function readSample(services: Services, reader: Reader): Promise<SampleLeft | null> {
  const mark = await reader.findOneBy(SettingEntity, { name: 'sample' })
  if (!mark) return null
  const ids = await customersFrom(services, reader, 'sample')
  const count = (kind: string, since?: string) => countRows(services, reader, kind, ids, since)
  return {
    customers: ids.length,
    products: await count('products.product'),
    tickets: await count('tickets.ticket'),
    calls: (await count('intake.call')) + (await countMadeUpCalls(reader, ids)),
    members: (await sampleAccounts(reader)).length,
    ticketsSince: await count('tickets.ticket', mark.changedAt),
    registersSince: await count('intake.register', mark.changedAt),
  }
}

/**
 * Takes the sample away in one transaction: its customers with all that was entered on them, by whomever, and its accounts. Whoever among these
 * has worked on something that stays is disabled instead. Numbers are not given again (R353), the audit chain keeps what it has. Refuses while
 * the typed name is not the company's.
 */
export async function removeSample(services: Services, seat: Seat, { name }: { name: string }): Promise<SampleLeft> {
  const known = await sampleAdministrators(services)
  const gone = await services.database.write(async (tx) => {
    const left = await readSample(services, tx)
    if (!left) throw new Failure('notFound', 'admin.failure.noSample')
    if (name.trim() !== (await companyOf(tx)).name) throw new Failure('invalid', 'admin.failure.otherName', {}, 'name')
    await removeMadeUpCalls(tx)
    await removeCustomers(services, tx, await customersFrom(services, tx, 'sample'))
    await removeAccounts(services, tx, seat)
    for (const id of known)
      await markRecords(services.database, tx, MemberEntity, { mustChangePassword: true }, '"id" = ?', [id])
    await tx.delete(SettingEntity, { name: 'sample' })
    await audit(services, tx, seat, { action: 'admin.removeSample', subject: 'company', details: { ...left } })
    return left
  })
  return gone
}

async function sampleAccounts(reader: Reader): Promise<Member[]> {
  const logins = new Set(sampleMembers.map(({ login }) => login))
  return (await reader.find(MemberEntity)).filter(({ login }) => logins.has(login))
}

async function removeAccounts(services: Services, tx: Tx, seat: Seat): Promise<void> {
  const records = recordsOf(services, tx, seat, 'admin.removeSample')
  for (const { id } of await sampleAccounts(tx)) {
    const account = id === seat.memberId ? null : await records.lock(MemberEntity, id)
    if (!account) continue
    await endSessions(services, tx, { memberId: id })
    if (await hasWork(services, tx, id))
      await records.change(MemberEntity, account, { status: 'disabled', updatedAt: services.now() })
    else await tx.delete(MemberEntity, { id })
  }
}

async function hasWork({ database, features }: Services, tx: Tx, id: string): Promise<boolean> {
  for (const { kind, column } of features.flatMap(({ doneBy }) => doneBy ?? [])) {
    const text = database.sql(`SELECT 1 FROM "${tableOf(kind)}" WHERE "${column}" = ? LIMIT 1`)
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
