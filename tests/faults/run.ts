import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startPostgres } from '../kit/postgres-server.ts'
import { shimPostgres } from './faulty-postgres.ts'
import { shimSqlite } from './faulty-sqlite.ts'
import { fillDisk, fullAfterMs, mountSmallDisk } from './full-disk.ts'
import { killStation } from './kill-station.ts'
import { tearLog } from './torn-log.ts'
import { faultWrites } from './write-faults.ts'

/**
 * `npm run faults -- [--kills 60] [--seconds 900] [--cuts 500] [--seeds 20] [--seed 1] [--only kills,writes,disk,log]`: kills the station while it
 * acknowledges, lets every error strike at every moment of a write on both engines, fills a real small disk at every place and moment (where this
 * user may mount one), then tears the write-ahead log. One line of figures each; ends with 1 when anything was lost, doubled or left half written.
 */
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '60' },
    seconds: { type: 'string', default: '900' },
    cuts: { type: 'string', default: '500' },
    seed: { type: 'string', default: '1' },
    seeds: { type: 'string', default: '20' },
    only: { type: 'string', default: 'kills,writes,disk,log' },
  },
})
const seed = Number(values.seed)
const wanted = values.only.split(',')
const wrong: string[] = []
/** A killed station answers again within this time, on a machine that does nothing else. */
const firstAnswerMs = 5_000

/** Prints the figures of one part, and how long it took. */
async function part<T extends { wrong: string[] }>(name: string, run: () => Promise<T>): Promise<void> {
  const from = performance.now()
  const found = await run()
  wrong.push(...found.wrong)
  const seconds = Math.round((performance.now() - from) / 1000)
  console.log(JSON.stringify({ part: name, ...found, wrong: found.wrong.length, seconds }))
}

if (wanted.includes('kills'))
  await part('kills', async () => {
    const report = await killStation({ kills: Number(values.kills), seconds: Number(values.seconds), seed })
    const { slowestRestartMs: slowest } = report
    return slowest <= firstAnswerMs ? report : { ...report, wrong: [...report.wrong, `a restart took ${slowest} ms`] }
  })
if (wanted.includes('writes')) {
  const folder = mkdtempSync(join(tmpdir(), 'gendan-write-faults-'))
  const place = { engine: 'sqlite', path: join(folder, 'gendan.db'), key: 'f'.repeat(64) } as const
  const sqlite = shimSqlite()
  await part('writes on SQLite', () => faultWrites(place, sqlite, Number(values.seeds), seed))
  sqlite.remove()
  rmSync(folder, { recursive: true })
  const server = await startPostgres()
  const postgres = shimPostgres()
  const there = { engine: 'postgres', url: server.url } as const
  await part('writes on PostgreSQL', () => faultWrites(there, postgres, Number(values.seeds), seed))
  postgres.remove()
  await server.stop()
}
if (wanted.includes('disk')) {
  const disk = mountSmallDisk()
  if (disk === null) console.log(JSON.stringify({ part: 'disk', skipped: 'this user may not mount a small disk' }))
  else await part('disk', () => fillDisk(disk.folder, fullAfterMs)).finally(() => disk.unmount())
}
if (wanted.includes('log')) await part('log', () => tearLog({ cuts: Number(values.cuts), seed }))
for (const sentence of wrong) console.error(sentence)
process.exitCode = wrong.length > 0 ? 1 : 0
