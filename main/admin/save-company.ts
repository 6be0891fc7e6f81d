import type { z } from 'zod'
import type { companyInputSchema, CompanyRow } from '../../shared/admin/schema.ts'
import { Failure } from '../../shared/kit/failure.ts'
import type { Seat, Services } from '../api/context.ts'
import { type AuditChanges, changesOf } from '../house/audit-changes.ts'
import { audit } from '../house/audit.ts'
import { lockSetting } from '../house/lock-setting.ts'
import { companyOf, writeCompany } from '../house/settings.ts'

const auditedFields = ['name', 'branch', 'hotline', 'language', 'presetId', 'warrantyMonths'] as const
const auditedNumbers = ['register', 'ticket', 'dispatch', 'sheet', 'customer', 'archive'] as const

/** Number schemes under names of their own: `ticketNumber`. */
function schemesChanged(before: CompanyRow, after: CompanyRow): AuditChanges {
  const changes = Object.entries(changesOf(before.numbers, after.numbers, auditedNumbers))
  return Object.fromEntries(changes.map(([kind, change]) => [`${kind}Number`, change]))
}

/** Changes the company's facts, preset and number schemes. Numbers already given stay as they are. A stale version is refused. */
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
    const changed = {
      ...changesOf(before, after, auditedFields),
      ...schemesChanged(before, after),
    }
    await audit(services, tx, seat, { action: 'admin.saveCompany', subject: 'company', details: { changed } })
    return after
  })
  return company
}
