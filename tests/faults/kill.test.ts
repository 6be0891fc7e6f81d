import { expect, it } from 'vitest'
import { killStation } from './kill-station.ts'

it('loses nothing, doubles nothing and leaves nothing half written when the station is killed again and again', async () => {
  const report = await killStation({ kills: Number(process.env.GENDAN_KILLS ?? 6), seconds: 30, seed: 7 })
  expect(report).toMatchObject({ lost: 0, doubled: 0, halfWritten: 0, wrong: [] })
  expect(report.kills).toBeGreaterThan(3)
  expect(report.acknowledged).toBeGreaterThan(report.kills)
}, 120_000)
