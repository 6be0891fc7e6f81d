import type { CompanyRow } from '../../shared/admin/schema.ts'
import type { Services } from '../api/context.ts'
import { readCompany, writeCompany } from './settings.ts'

/** What holds until the first run is done: an archive may be imported before it. */
export const firstCompany: CompanyRow = {
  name: '',
  branch: '',
  hotline: '',
  language: 'zh-CN',
  timeZone: 'Asia/Shanghai',
  presetId: 'P32',
  warrantyMonths: null,
  version: 1,
}

/** Gives a station without a first run the facts that an import needs. The first run replaces them. */
export async function ensureCompany(services: Services): Promise<void> {
  await services.database.write(async (tx) => {
    if (!(await readCompany(tx))) await writeCompany(services, tx, null, firstCompany)
  })
}
