import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { planImport } from '../../shared/customers/import-match.ts'
import { PolicyBook } from '../../main/house/policies/policy-book.ts'
import { Failure } from '../../shared/kit/failure.ts'
import { readSource } from '../../main/customers/import-source.ts'
import { hideStage } from '../../main/customers/import-stage.ts'
import { runImport, type RunProgress } from '../../main/customers/run-import.ts'
import { openTestStation, type TestStation } from '../kit/station.ts'
import { type BadFile, badFiles } from './bad-files.ts'

const mostMs = 15_000
const mostMb = 512

/** `GENDAN_ALL=1` imports every file; else every eighth of those that can be read. */
const every = process.env.GENDAN_ALL ? 1 : 8

describe('240 bad files', () => {
  let files: BadFile[] = []
  let house: TestStation
  const readable: BadFile[] = []

  beforeAll(async () => {
    files = await badFiles()
    house = await openTestStation('sqlite')
  }, 60_000)
  afterAll(() => house.close())

  it('are read or refused by name, in time and memory, each row with its reason', async () => {
    expect(files).toHaveLength(240)
    const before = process.memoryUsage.rss()
    const trouble: string[] = []
    for (const { what, name, bytes } of files) {
      const from = performance.now()
      try {
        const source = await readSource(
          bytes,
          { fileName: name, kind: 'customers' },
          { timeZone: 'Asia/Shanghai', policies: new PolicyBook([], 'P32', { days: {}, publishedYears: [] }) },
          '2026-11-20T02:36:00.000Z',
        )
        if (source.kind !== 'customers') throw new Error('taken for calls')
        const { summary } = planImport(source.drafts, () => [], source.rejected.length)
        if (summary.read !== source.drafts.length + source.rejected.length) trouble.push(`${what}: rows are lost`)
        readable.push({ what, name, bytes })
      } catch (error) {
        if (!(error instanceof Failure)) trouble.push(`${what}: ${String(error)}`)
      }
      const [tookMs, grewMb] = [performance.now() - from, (process.memoryUsage.rss() - before) / 1024 / 1024]
      if (tookMs > mostMs) trouble.push(`${what}: ${tookMs.toFixed(0)} ms`)
      if (grewMb > mostMb) trouble.push(`${what}: ${grewMb.toFixed(0)} MB`)
    }
    expect(trouble).toEqual([])
    expect(readable.length).toBeGreaterThan(100)
  }, 120_000)

  it('that can be read are imported whole, and the second time bring nobody', async () => {
    const { services } = house.station
    const count = async () => {
      const [row] = (await services.database.read((reader) =>
        reader.query('SELECT count(*) AS n FROM "customers_customer"'),
      )) as { n: number }[]
      return row?.n ?? 0
    }
    const run = async ({ name, bytes }: BadFile) => {
      const progress: RunProgress = { state: 'reading', done: 0, total: 0, summary: null, reportHash: null }
      const input = { id: services.newId(), hash: (await services.files.put(bytes)).hash, fileName: name }
      await runImport(services, null, { ...input, kind: 'customers' }, progress, {
        hide: (stage) => hideStage(services, stage),
      })
      return progress
    }
    for (const file of readable.filter((_, nth) => nth % every === 0)) {
      const before = await count()
      const first = await run(file)
      const after = await count()
      expect([file.what, after - before]).toEqual([file.what, first.summary?.added])
      if (first.summary?.rejected || first.summary?.withConflicts)
        expect([file.what, first.reportHash]).toEqual([file.what, expect.any(String)])
      expect([file.what, (await run(file)).summary?.added]).toEqual([file.what, 0])
      expect([file.what, await count()]).toEqual([file.what, after])
    }
  }, 240_000)
})
