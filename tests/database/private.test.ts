import { chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { openStation } from '../../main/station.ts'

const folder = mkdtempSync(join(tmpdir(), 'gendan-private-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const names = ['gendan.db', 'gendan.db-wal', 'gendan.db-shm']
const modes = () => names.map((name) => (statSync(join(folder, name)).mode & 0o777).toString(8))

it.skipIf(process.platform === 'win32')(
  'lets nobody but its owner read the database, made new or found open',
  async () => {
    const options = { folder, key: 'ab'.repeat(32), schedule: false }
    const station = await openStation(options)
    expect(modes()).toEqual(['600', '600', '600'])
    await station.close()
    chmodSync(join(folder, 'gendan.db'), 0o644)
    const again = await openStation(options)
    expect(modes()).toEqual(['600', '600', '600'])
    await again.close()
  },
)
