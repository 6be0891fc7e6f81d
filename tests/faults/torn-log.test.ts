import { expect, it } from 'vitest'
import { tearLog } from './torn-log.ts'

it('opens with every whole transaction however its write-ahead log was torn', async () => {
  const report = await tearLog({ cuts: Number(process.env.GENDAN_CUTS ?? 60), seed: 7 })
  expect(report.wrong).toEqual([])
}, 60_000)
