import type { z } from 'zod'
import type { companyInputSchema, CompanyRow } from '../../shared/admin/schema.ts'
import { Failure } from '../../shared/kit/failure.ts'
import type { Seat, Services } from '../api/context.ts'
import { changesOf } from '../house/audit-changes.ts'
import { audit } from '../house/audit.ts'
import { lockSetting } from '../house/lock-setting.ts'
import { companyOf, writeCompany } from '../house/settings.ts'

const auditedFields = ['name', 'branch', 'hotline', 'language', 'presetId', 'warrantyMonths'] as const

/** Changes the company's facts and preset. A stale version is refused. */
export async function saveCompany(
  services: Services,
  seat: Seat,
  input: z.output<typeof companyInputSchema>,
): Promise<CompanyRow> {
  const company = await services.database.write(async (tx) => {
    await lockSetting(services, tx, 'company')
    const { policies: _policies, ...before } = await companyOf(tx)
    if (before.version !== input.version) throw new Failure('changedByOther', 'admin.failure.companyChanged')
    const after = { ...before, ...input, version: before.version + 1 }
    await writeCompany(services, tx, seat, after)
    const changed = changesOf(before, after, auditedFields)
    await audit(services, tx, seat, { action: 'admin.saveCompany', subject: 'company', details: { changed } })
    return after
  })
  return company
}
