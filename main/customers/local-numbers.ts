import type { Services } from '../api/context.ts'
import type { Reader } from '../database/database.ts'

/** How many numbers of the archive were written without an area code and completed by the home area of their day: they stay as they are. */
export async function countLocalNumbers({ database }: Services, reader: Reader): Promise<number> {
  const text = `SELECT count(*) AS "n" FROM "customers_phone"
    WHERE length("raw") <= ? AND substr("number", 1, 1) = ? AND length("number") >= ?`
  const [row] = (await reader.query(database.sql(text), [localLongest, '0', wholeShortest])) as { n: number | string }[]
  return Number(row?.n ?? 0)
}

/** 8888 1234 has at most ten characters with its space; with an area code it has at least ten digits. */
const [localLongest, wholeShortest] = [9, 10]
