import type { SearchWay } from '../house/customer-sources.ts'
import { afterPrefix } from '../database/search/grams.ts'

/** A ticket's number, or the start of one, finds its customer. */
export const byTicketNumber: SearchWay = {
  fits: (text) => /^[a-z]{2}[\d-]+$/i.test(text),
  find: async ({ database }, reader, text, limit) => {
    const number = text.toUpperCase()
    const rows = (await reader.query(
      database.sql(
        `SELECT "customerId", "number" AS "matched" FROM "tickets_ticket" WHERE "number" >= ? AND "number" < ?
         AND "customerId" IS NOT NULL ORDER BY "number" LIMIT ${limit}`,
      ),
      [number, afterPrefix(number)],
    )) as { customerId: string; matched: string }[]
    return rows.map((row) => ({ ...row, kind: 'ticket' as const }))
  },
}
