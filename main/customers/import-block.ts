import { dayOf } from '../../shared/kit/calendar.ts'
import { companyOf, schemesOf } from '../house/settings.ts'
import { nextNumbers } from '../house/give-number.ts'
import { nextBlock } from '../house/next-number.ts'
import type { Services } from '../api/context.ts'
import type { Tx } from '../database/database.ts'
import { customerNumbers } from './number-series.ts'

/** Sequence and customer numbers for many new customers, the first of each. A number that stays unused is never given again. */
export interface Block {
  seq: number
  numberOf: (nth: number) => string
}

/** Takes a block inside the caller's write; an empty one takes nothing. */
export async function takeBlock(services: Services, tx: Tx, count: number): Promise<Block> {
  if (count === 0) return { seq: 0, numberOf: () => '' }
  const company = await companyOf(tx)
  const today = dayOf(services.now(), company.timeZone)
  const seq = await nextBlock(services, tx, 'customers.seq', count)
  const scheme = schemesOf(services, company).customer
  const given = await nextNumbers(services, tx, today, { series: customerNumbers, scheme }, count)
  return { seq, numberOf: (nth) => given[nth]! }
}
