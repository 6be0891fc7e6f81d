import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CustomerEntity } from '../../main/customers/entities.ts'
import { audit } from '../../main/house/audit.ts'
import { writeAnchor } from '../../main/house/audit-anchor.ts'
import { AuditEntity } from '../../main/house/entities.ts'
import { markClosed } from '../../main/database/book.ts'
import { restoreBackup } from '../../main/database/restore.ts'
import { readStationKey } from '../../main/hosts/station-key.ts'
import { openStation, type Station } from '../../main/station.ts'
import { openTestStation, type TestStation } from '../kit/station.ts'

const never = new AbortController().signal

describe('a book that is not as it was left', () => {
  let house: TestStation
  let open: Station | null = null
  const at = (name: string) => join(house.folder, name)
  const again = async (asItIs = false): Promise<Station> => {
    open = await openStation({
      folder: house.folder,
      key: house.key,
      schedule: false,
      onLost: asItIs ? 'asItIs' : 'refuse',
    })
    return open
  }
  const customers = (station: Station) => station.services.database.read((reader) => reader.countBy(CustomerEntity, {}))
  const wentOn = (station: Station) =>
    station.services.database.read((reader) => reader.findBy(AuditEntity, { action: 'admin.goOnAsItIs' }))
  const listed = () => readdirSync(house.folder, { recursive: true }).toSorted()

  beforeEach(async () => {
    house = await openTestStation('sqlite')
    await house.station.services.database.backUp(house.folder, house.clock.at, never)
  })
  afterEach(async () => {
    await open?.close()
    open = null
    rmSync(house.folder, { recursive: true, force: true })
  })

  it.each([
    ['missing', () => rmSync(at('gendan.db'))],
    ['empty', () => truncateSync(at('gendan.db'))],
  ] as const)('whose file is %s is told of, and no new one is begun beside its backups', async (fault, harm) => {
    await house.station.close()
    harm()
    const before = listed()
    await expect(again()).rejects.toMatchObject({ name: 'BookGone', fault })
    expect(listed()).toEqual(before)
    await restoreBackup(house.folder, house.key, house.clock.at)
    expect(await wentOn(await again())).toEqual([])
  })

  it('is begun anew where somebody decided so, and the chain says it', async () => {
    await house.station.close()
    rmSync(at('gendan.db'))
    const station = await again(true)
    expect((await wentOn(station)).map(({ details }) => JSON.parse(details))).toEqual([{ fault: 'missing' }])
  })

  it('in a folder that never held one is simply new', async () => {
    await house.station.close()
    for (const name of readdirSync(house.folder)) rmSync(at(name), { recursive: true })
    expect(await customers(await again())).toBe(0)
  })

  describe('because a killed station left it open', () => {
    /** The folder as a kill leaves it: a copy made while the station runs. */
    const keep = (names: readonly string[]) => {
      for (const name of names) copyFileSync(at(name), at(`${name}.kept`))
    }
    const putBack = (names: readonly string[]) => {
      for (const name of names) copyFileSync(at(`${name}.kept`), at(name))
      for (const name of names) rmSync(at(`${name}.kept`))
    }
    const parts = ['gendan.db', 'gendan.db-wal', 'gendan.db-state']

    it('opens with its log, and is refused without it', async () => {
      keep(parts)
      await house.station.close()
      putBack(parts)
      const station = await again()
      expect(readFileSync(at('gendan.db-state'), 'utf8')).toBe('open  ')
      await station.close()
      open = null
      expect(readFileSync(at('gendan.db-state'), 'utf8')).toBe('closed')
      keep(['gendan.db'])
      writeFileSync(at('gendan.db-state'), 'open  ')
      expect(existsSync(at('gendan.db-wal'))).toBe(false)
      await expect(again()).rejects.toMatchObject({ fault: 'logGone' })
      expect((await wentOn(await again(true))).length).toBe(1)
    })

    it('and no whole pages are left, is not gone on with either', async () => {
      await house.station.services.database.source.query('PRAGMA wal_checkpoint(FULL)')
      keep(parts)
      await house.station.close()
      putBack(parts)
      rmSync(at('gendan.db-wal'))
      const bytes = readFileSync(at('gendan.db'))
      bytes.fill(7, 4096 * 3, 4096 * 6)
      writeFileSync(at('gendan.db'), bytes)
      await expect(again(true)).rejects.toMatchObject({ name: 'DamagedDatabase' })
    })

    it('may be killed while it closes', async () => {
      await house.station.close()
      writeFileSync(at('gendan.db-state'), 'closed')
      expect(await wentOn(await again())).toEqual([])
    })
  })

  it('because an older copy stands in its place, is refused', async () => {
    const { services } = house.station
    await services.database.source.query('PRAGMA wal_checkpoint(FULL)')
    copyFileSync(at('gendan.db'), at('older.db'))
    for (let nth = 0; nth < 9; nth += 1)
      await services.database.write((tx) =>
        audit(services, tx, null, { action: 'test.later', subject: `ticket:${nth}` }),
      )
    await writeAnchor(services)
    await house.station.close()
    copyFileSync(at('older.db'), at('gendan.db'))
    await expect(again()).rejects.toMatchObject({ fault: 'shorter' })
    const station = await again(true)
    expect((await wentOn(station)).map(({ details }) => JSON.parse(details))).toEqual([{ fault: 'shorter' }])
    await writeAnchor(station.services)
    await station.close()
    expect(await wentOn(await again())).toHaveLength(1)
  })

  it('is called whole only once its log is folded in', async () => {
    await house.station.close()
    rmSync(at('gendan.db-state'))
    writeFileSync(at('gendan.db-wal'), 'not folded in')
    markClosed(at('gendan.db'))
    expect(existsSync(at('gendan.db-state'))).toBe(false)
    writeFileSync(at('gendan.db-wal'), '')
    markClosed(at('gendan.db'))
    expect(readFileSync(at('gendan.db-state'), 'utf8')).toBe('closed')
  })

  it.each(['', 'junk', '0'.repeat(63)])('does not take %j for its key', async (junk) => {
    await house.station.close()
    writeFileSync(at('station.key'), junk)
    expect(() => readStationKey(house.folder, {})).toThrow('holds no key')
    expect(readFileSync(at('station.key'), 'utf8')).toBe(junk)
  })

  it('gets no new key beside its backups', async () => {
    await house.station.close()
    rmSync(at('gendan.db'))
    rmSync(at('station.key'), { force: true })
    expect(() => readStationKey(house.folder, {})).toThrow('is missing')
    expect(existsSync(at('station.key'))).toBe(false)
  })
})
