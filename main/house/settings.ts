import type { CompanyRow } from '../../shared/admin/schema.ts'
import type { BusinessCalendar } from '../../shared/kit/calendar.ts'
import { Failure } from '../../shared/kit/failure.ts'
import { presetById } from '../../shared/presets/catalog.ts'
import { ownWarranty } from '../../shared/presets/own-figures.ts'
import type { NumberSchemes, Policy } from '../../shared/presets/schema.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Reader, Tx } from '../database/database.ts'
import { SettingEntity } from './entities.ts'
import { PolicyEntity } from './policies/entities.ts'
import type { PolicyBook } from './policies/policy-book.ts'
import { sinceEver } from '../../shared/admin/policy-schema.ts'
import { addVersion } from './policies/policy-rows.ts'
import { readBook } from './policies/read-book.ts'

/**
 * The company as it is kept. `policyStamp` changes with every change of its policies or its calendar; `numbers` are its number schemes from
 * before the policies brought them.
 */
type StoredCompany = CompanyRow & { policyStamp?: string; numbers?: Partial<NumberSchemes> }

/** The company with the policies it is run by. */
export interface Company extends CompanyRow {
  policies: PolicyBook
}

async function readStored(reader: Reader): Promise<StoredCompany | null> {
  const [row] = (await reader.query(`SELECT "value" FROM "admin_setting" WHERE "name" = 'company'`)) as {
    value: string
  }[]
  if (!row) return null
  const stored = JSON.parse(row.value) as StoredCompany
  // Companies from before these were kept.
  return { ...stored, version: (stored.version as number | undefined) ?? 1 }
}

/** The company's own facts and choices. Null until the first run is done. */
export async function readCompany(reader: Reader): Promise<CompanyRow | null> {
  return readStored(reader)
}

/** The company with its policies; before the first run is done, `busy`. */
export async function companyOf(reader: Reader): Promise<Company> {
  const stored = await readStored(reader)
  if (!stored) throw new Failure('busy', 'admin.failure.notSetUp')
  const { policyStamp, ...company } = stored
  return { ...company, policies: await readBook(reader, policyStamp, company.presetId) }
}

/** The number schemes that count now. */
export function schemesOf(services: Services, { policies }: Pick<Company, 'policies'>): NumberSchemes {
  return policies.at(services.now()).policy.numbers
}

/**
 * Keeps the company. Refuses what no register could be written with. Another trade, or another term of warranty, is a new version of its
 * policies from now on: cases that run finish on what they were opened under.
 */
export async function writeCompany(
  services: Services,
  tx: Tx,
  seat: Seat | null,
  company: CompanyRow,
  own?: Policy,
): Promise<void> {
  refuseUnworkable(company, own)
  const before = await readStored(tx)
  const policyStamp = await keepPolicies(services, tx, seat, before, company, own)
  await storeCompany(services, tx, seat, { ...company, policyStamp })
}

async function storeCompany(services: Services, tx: Tx, seat: Seat | null, value: StoredCompany): Promise<void> {
  await tx.upsert(
    SettingEntity,
    { name: 'company', value, changedAt: services.now(), changedBy: seat?.memberId ?? null },
    ['name'],
  )
}

/** Gives the company a new stamp after its policies or its calendar changed, inside the same write. */
export async function renewPolicies(services: Services, tx: Tx, seat: Seat | null): Promise<void> {
  const stored = await readStored(tx)
  if (stored) await storeCompany(services, tx, seat, { ...stored, policyStamp: services.newId() })
}

async function keepPolicies(
  services: Services,
  tx: Tx,
  seat: Seat | null,
  before: StoredCompany | null,
  company: CompanyRow,
  own?: Policy,
): Promise<string> {
  const isFirst = before?.policyStamp === undefined || before.name === ''
  const isOtherTrade = before?.presetId !== company.presetId
  if (!isFirst && !isOtherTrade && before.warrantyMonths === company.warrantyMonths && before.policyStamp)
    return before.policyStamp
  const book = await readBook(tx, before?.policyStamp, company.presetId)
  const now = () => book.at(services.now()).policy
  const ground = isFirst || isOtherTrade ? (own ?? presetById(company.presetId)!) : now()
  const firms = isFirst ? { numbers: { ...ground.numbers, ...before?.numbers } } : firmsOwn(now())
  if (isFirst) await tx.delete(PolicyEntity, { layer: 'company' })
  await addVersion(services, tx, seat, {
    layer: 'company',
    key: '',
    effectiveAt: isFirst ? sinceEver : services.now(),
    document: { ...withMonths(ground, company.warrantyMonths), ...firms },
    reason: '',
    runningCases: 'finish',
  })
  return services.newId()
}

/** What is the firm's and not its trade's: another trade leaves it as it is. */
const firmsOwn = ({ numbers, areaCode, areas }: Policy): Partial<Policy> => ({
  ...{ numbers, areaCode },
  ...(areas ? { areas } : {}),
})

/** The company's own months in the place of the trade's; null keeps those. */
function withMonths(policy: Policy, months: number | null): Policy {
  return months === null ? policy : { ...policy, warranty: ownWarranty(policy.warranty, { months }) }
}

/** Gives a company from before policies were rows its first version: what its trade says today, which no upgrade changes any more. */
export async function seedPolicies(services: Services): Promise<void> {
  const stored = await services.database.read(readStored)
  if (!stored || stored.policyStamp !== undefined) return
  await services.database.write(async (tx) => {
    const company = await readStored(tx)
    if (company && company.policyStamp === undefined) await writeCompany(services, tx, null, company)
  })
}

/** A trade nobody knows would stop every desk. */
function refuseUnworkable({ presetId }: CompanyRow, own?: Policy): void {
  if (!own && !presetById(presetId)) throw new Failure('invalid', 'admin.failure.invalid', {}, 'presetId')
}

/**
 * Whose working time counts for the limits of a case: that of the policies an entry of its ledger names, else of those the case stands on. All
 * of them know the dated days as they are entered by now.
 */
export function calendarsOf(
  ticket: { policyId?: string | null; presetId: string },
  company: Pick<Company, 'policies' | 'timeZone'>,
): (policyId: string | null) => BusinessCalendar {
  return (policyId) => calendarOf(company.policies.of(policyId ? { ...ticket, policyId } : ticket), company)
}

/** Working time of a policy's first duty line in the company's zone. */
export function calendarOf(
  policy: Policy,
  { policies, timeZone }: Pick<Company, 'policies' | 'timeZone'>,
): BusinessCalendar {
  return policies.calendar(policy, timeZone)
}
