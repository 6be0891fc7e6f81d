import type { TicketRow } from './schema.ts'

/** What tells whether a case was the same fault before. */
export type PastCase = Pick<TicketRow, 'id' | 'productId' | 'fault' | 'symptom' | 'state' | 'receivedAt'>

/** The case asked about: `id` and `receivedAt` null while it is only being written down. */
export interface AskedCase {
  id: string | null
  productId: string | null
  fault: string
  symptom: string
  receivedAt: string | null
}

const repaired: readonly TicketRow['state'][] = ['resulted', 'ledgered', 'closed']

/** Earlier cases of the same product, cancelled ones left out, newest first. */
export function casesOfProduct<Case extends PastCase>(cases: readonly Case[], asked: AskedCase): Case[] {
  const { id, productId, receivedAt } = asked
  return cases
    .filter((each) => productId !== null && each.productId === productId && each.id !== id)
    .filter((each) => each.state !== 'cancelled')
    .filter((each) => receivedAt === null || [each.receivedAt, each.id].join() < [receivedAt, id].join())
    .sort((a, b) => (a.receivedAt < b.receivedAt ? 1 : -1))
}

/** Those somebody has been to: a fault comes back only after a repair; an open case is only asked about again. */
export const repairsOf = <Case extends PastCase>(cases: readonly Case[]) =>
  cases.filter(({ state }) => repaired.includes(state))

/**
 * Earlier repairs of the same fault of the same product, newest first (R114, R122: the same problem, repaired). The same fault
 * is the same code; without codes the same words. Its number of times is the length plus one, on every screen.
 */
export function sameFaultBefore<Case extends PastCase>(cases: readonly Case[], asked: AskedCase): Case[] {
  const isSame = (each: PastCase) =>
    asked.fault === ''
      ? each.fault === '' && asked.symptom.trim() !== '' && each.symptom.trim() === asked.symptom.trim()
      : each.fault === asked.fault
  return repairsOf(casesOfProduct(cases, asked)).filter(isSame)
}
