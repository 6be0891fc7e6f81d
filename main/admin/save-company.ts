import type { CompanyRow } from '../../shared/admin/schema.ts'
import type { Seat, Services } from '../api/context.ts'
import { audit } from './audit.ts'
import { companyOf, writeCompany } from './settings.ts'

/** Changes the company's facts, preset and number schemes. Numbers already given stay as they are. */
export async function saveCompany(
  services: Services,
  seat: Seat,
  input: Omit<CompanyRow, 'timeZone'>,
): Promise<CompanyRow> {
  const company = await services.database.write(async (tx) => {
    const before = await companyOf(tx)
    const after = { ...before, ...input }
    await writeCompany(services, tx, seat, after)
    const changed = Object.keys(after).filter(
      (name) => JSON.stringify(after[name as keyof CompanyRow]) !== JSON.stringify(before[name as keyof CompanyRow]),
    )
    await audit(services, tx, seat, { action: 'admin.saveCompany', subject: 'company', details: { changed } })
    return after
  })
  services.changes.announce({ feature: 'admin', id: 'company' })
  return company
}
