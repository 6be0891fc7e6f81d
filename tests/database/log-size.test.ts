import { statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openTestStation } from '../kit/station.ts'

/** What is left of the log, as the station's database is told (see `connectionOptions`). */
const largestLog = 64 * 1024 ** 2

it('cuts the log of SQLite back to 64 MiB once it begins anew after a large write', async () => {
  const house = await openTestStation('sqlite')
  const { database } = house.station.services
  const log = () => statSync(join(house.folder, 'gendan.db-wal')).size
  await database.write(async (tx) => {
    await tx.query('CREATE TABLE "large" ("rest" BLOB)')
    for (let nth = 0; nth < 9; nth += 1) await tx.query('INSERT INTO "large" VALUES (zeroblob(8388608))')
  })
  expect(log()).toBeGreaterThan(largestLog)
  await database.write((tx) => tx.query('DROP TABLE "large"'))
  await database.write((tx) => tx.query('CREATE TABLE "small" ("rest" BLOB)'))
  expect(log()).toBeLessThanOrEqual(largestLog)
  await house.close()
})
