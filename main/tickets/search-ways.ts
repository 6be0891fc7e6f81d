import type { Services } from '../api/context.ts'
import type { Reader } from '../database/database.ts'
import { afterPrefix } from '../database/search/grams.ts'
import type { SearchWay } from '../house/customer-sources.ts'
import { firstMeant, type Meant, mostMeant } from '../house/list-source.ts'
import { numbersMeant } from '../house/numbers-meant.ts'
import { companyOf } from '../house/settings.ts'

/** A ticket's number, or the start of one with letters or signs in it, finds its customer, whatever scheme gave it. */
export const byTicketNumber: SearchWay = {
  fits: (text) => /\d/.test(text) && /[^\d\s+()-]/.test(text),
  find: async ({ database }, reader, text, limit) => {
    const starts = [...new Set([text, text.toUpperCase()])]
    const where = starts.map(() => '"number" >= ? AND "number" < ?').join(' OR ')
    const rows = (await reader.query(
      database.sql(
        `SELECT "customerId", "number" AS "matched" FROM "tickets_ticket" WHERE (${where})
         AND "customerId" IS NOT NULL ORDER BY "number" LIMIT ${limit}`,
      ),
      starts.flatMap((start) => [start, afterPrefix(start)]),
    )) as { customerId: string; matched: string }[]
    return rows.map((row) => ({ ...row, kind: 'ticket' as const }))
  },
}

/** Tickets whose number a text may be (see `numbersMeant`), for lists of other features. */
export async function findTicketIds(services: Services, reader: Reader, text: string): Promise<Meant> {
  const meant = numbersMeant(services, await companyOf(reader), 'ticket', '"number"', text)
  if (!meant) return firstMeant([])
  const rows = (await reader.query(
    services.database.sql(`SELECT "id" FROM "tickets_ticket" WHERE ${meant.where} LIMIT ${mostMeant + 1}`),
    meant.values,
  )) as { id: string }[]
  return firstMeant(rows.map(({ id }) => id))
}
