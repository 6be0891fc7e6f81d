import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { DatabasePlace } from '../../main/database/database.ts'
import { engines, newPostgresDatabase } from '../kit/station.ts'
import { shimPostgres } from './faulty-postgres.ts'
import { shimSqlite } from './faulty-sqlite.ts'
import { faultWrites } from './write-faults.ts'

/** A broken connection takes PostgreSQL its time: there the seeds are few here and many in `npm run faults`. */
const seeds = { sqlite: 3, postgres: 1 }

it.each(engines)(
  'refuses by name what cannot be stored, keeps what was, and goes on: each error at each moment on %s',
  async (engine) => {
    const folder = mkdtempSync(join(tmpdir(), 'gendan-write-faults-'))
    const shim = engine === 'sqlite' ? shimSqlite() : shimPostgres()
    try {
      const place: DatabasePlace =
        engine === 'sqlite'
          ? { engine, path: join(folder, 'gendan.db'), key: randomBytes(32).toString('hex') }
          : { engine, url: await newPostgresDatabase() }
      const report = await faultWrites(place, shim, seeds[engine])
      expect(report.wrong).toEqual([])
      expect(report.struck).toBeGreaterThan(report.rounds / 2)
      expect(report.refused).toBeGreaterThan(report.struck / 2)
    } finally {
      shim.remove()
      rmSync(folder, { recursive: true, force: true })
    }
  },
  180_000,
)
