import { afterAll, beforeAll, expect, it } from 'vitest'
import { later } from '../../main/scheduler/scheduler.ts'
import { shimSqlite } from '../faults/faulty-sqlite.ts'
import { seatClient } from '../kit/seat-client.ts'
import { openTestStation, type TestStation } from '../kit/station.ts'

const shim = shimSqlite()
let house: TestStation
beforeAll(async () => {
  house = await openTestStation('sqlite')
})
afterAll(async () => {
  shim.strike(null)
  await house.close()
  shim.remove()
})

it('whoever is signed in reads on while the disk is full, learns of it by name, and goes on when it is not', async () => {
  const seat = await seatClient(house, 'operator')
  const status = async (question: string) => (await seat.query(question)).status
  shim.strike({ error: 'SQLITE_FULL', moment: 'COMMIT', undoes: true, nth: 0, times: 1000 })
  house.clock.at = later(house.clock.at, 120)
  const before = shim.struck()
  for (const question of ['tickets.counts', 'admin.house', 'admin.space', 'intake.mine'])
    expect([question, await status(question)]).toEqual([question, 200])
  expect(shim.struck()).toBeGreaterThan(before)
  shim.strike(null)
  expect(await status('tickets.counts')).toBe(200)
  house.clock.at = later(house.clock.at, 1)
  const [row] = await house.station.services.database.read((reader) =>
    reader.query<{ seenAt: string }[]>('SELECT max("seenAt") AS "seenAt" FROM "admin_session"'),
  )
  expect(row?.seenAt).toBe(later(house.clock.at, -1))
})
