import { schemeProblem } from '../../shared/admin/rules.ts'
import type { CompanyRow } from '../../shared/admin/schema.ts'
import { Failure } from '../../shared/kit/failure.ts'
import { presetById } from '../../shared/presets/catalog.ts'
import type { Policy } from '../../shared/presets/schema.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Reader, Tx } from '../database/database.ts'
import { SettingEntity } from './entities.ts'

/** The company's own facts and choices. Null until the first run is done. */
export async function readCompany(reader: Reader): Promise<CompanyRow | null> {
  const [row] = (await reader.query(`SELECT "value" FROM "admin_setting" WHERE "name" = 'company'`)) as {
    value: string
  }[]
  return row ? { version: 1, ...(JSON.parse(row.value) as Omit<CompanyRow, 'version'>) } : null
}

/** The company; before the first run is done, `busy`. */
export async function companyOf(reader: Reader): Promise<CompanyRow> {
  const company = await readCompany(reader)
  if (!company) throw new Failure('busy', 'admin.failure.notSetUp')
  return company
}

/** Keeps the company. Refuses what no register could be written with. */
export async function writeCompany(services: Services, tx: Tx, seat: Seat | null, company: CompanyRow): Promise<void> {
  refuseUnworkable(company)
  await tx.upsert(
    SettingEntity,
    { name: 'company', value: company, changedAt: services.now(), changedBy: seat?.memberId ?? null },
    ['name'],
  )
}

/** A trade nobody knows, or numbers that would not be unique (R353), would stop every desk. */
function refuseUnworkable({ presetId, numbers }: CompanyRow): void {
  if (!presetById(presetId)) throw new Failure('invalid', 'admin.failure.invalid', {}, 'presetId')
  for (const [name, scheme] of Object.entries(numbers))
    if (schemeProblem(scheme) !== null) throw new Failure('invalid', 'admin.failure.invalid', {}, `numbers.${name}`)
}

/**
 * The preset of a company, or the one a ticket was opened under, in the version that counts on a day. A later version never
 * moves an older deadline.
 */
export function presetOf({ presetId }: Pick<CompanyRow, 'presetId'>, on: string): Policy {
  const preset = presetById(presetId)
  if (!preset) throw new Error(`preset ${presetId} is not known on ${on}`)
  return preset
}
