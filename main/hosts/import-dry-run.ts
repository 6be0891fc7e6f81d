import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import type { ImportSummary } from '../../shared/customers/import-match.ts'
import type { ImportFile } from '../../shared/customers/schema.ts'
import { companyOf } from '../house/settings.ts'
import { ensureCompany } from '../house/first-company.ts'
import type { Services } from '../api/context.ts'
import { Database, type DatabasePlace } from '../database/database.ts'
import { entities } from '../registry.ts'
import { readStationKey } from './station-key.ts'
import { openStation } from '../station.ts'
import type { RejectsFile } from '../customers/import/write-rejects.ts'
import { planCalls } from '../customers/import-calls.ts'
import { planCustomers } from '../customers/import-customers.ts'
import { callsRemarked, reportOf } from '../customers/import-report.ts'
import { type ImportSource, readSource } from '../customers/import-source.ts'
import { hideLeftStage } from '../customers/import-stage.ts'

/** What an import of a file would do, and its report: the rows it would refuse or that want a look. */
export interface DryRun {
  source: ImportSource
  summary: ImportSummary
  report: RejectsFile | null
}

/**
 * What an import into a station's folder would do, without writing there: a folder that does not exist is not made, a station that runs
 * on it may go on. Fails like an import on a file that cannot be read, on a wrong key, on a folder without its key.
 */
export async function dryRun(data: string, file: ImportFile, bytes: Uint8Array, signal: AbortSignal): Promise<DryRun> {
  const postgres = process.env.GENDAN_POSTGRES
  if (!postgres && !existsSync(join(data, 'gendan.db'))) return onNothing(file, bytes, signal)
  const place: DatabasePlace = postgres
    ? { engine: 'postgres', url: postgres }
    : { engine: 'sqlite', path: join(data, 'gendan.db'), key: readStationKey(data).key }
  const database = await Database.join(place, entities, (work) => work())
  try {
    const services = { database, now: () => new Date().toISOString() } as Services
    await hideLeftStage(services)
    return await plan(services, file, bytes, signal)
  } finally {
    await database.close()
  }
}

/** On a station as new as the folder, somewhere else and gone afterwards. */
async function onNothing(file: ImportFile, bytes: Uint8Array, signal: AbortSignal): Promise<DryRun> {
  const folder = mkdtempSync(join(tmpdir(), 'gendan-dry-run-'))
  try {
    const station = await openStation({ folder, key: randomBytes(32).toString('hex'), schedule: false })
    try {
      await ensureCompany(station.services)
      return await plan(station.services, file, bytes, signal)
    } finally {
      await station.close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function plan(services: Services, file: ImportFile, bytes: Uint8Array, signal: AbortSignal): Promise<DryRun> {
  return services.database.read(async (reader) => {
    const company = await companyOf(reader)
    const { language, policies } = company
    const speech = { language, ...policies.known(services.now()) }
    const source = await readSource(bytes, file, company, services.now(), { signal })
    if (source.kind === 'calls') {
      const { summary } = await planCalls(services, reader, source, signal)
      return { source, summary, report: await reportOf(source, callsRemarked(source), speech, signal) }
    }
    const { plan } = await planCustomers(services, reader, source.drafts, source.rejected.length, signal)
    return { source, summary: plan.summary, report: await reportOf(source, plan.rows, speech, signal) }
  })
}
