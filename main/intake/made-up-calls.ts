import type { Reader, Tx } from '../database/database.ts'

/** Calls no telephone system told of begin so in its numbering: those of the sample company. */
export const madeUp = 'sample-'

const isMadeUp = `"externalId" >= '${madeUp}' AND "externalId" < 'sample.'`

/** How many made-up calls belong to none of these customers: callers who were lost, or written down elsewhere. */
export async function countMadeUpCalls(reader: Reader, besideCustomers: readonly string[]): Promise<number> {
  const rows = (await reader.query(`SELECT "customerId" FROM "intake_call" WHERE ${isMadeUp}`)) as {
    customerId: string | null
  }[]
  const known = new Set(besideCustomers)
  return rows.filter(({ customerId }) => customerId === null || !known.has(customerId)).length
}

/** Takes the made-up calls out with what was heard of them. */
export async function removeMadeUpCalls(tx: Tx): Promise<void> {
  await tx.query(
    `DELETE FROM "intake_event" WHERE "callId" IN (SELECT "externalId" FROM "intake_call" WHERE ${isMadeUp})`,
  )
  await tx.query(`DELETE FROM "intake_call" WHERE ${isMadeUp}`)
}
