import { counterOf, formatNumber } from '../../shared/kit/number-scheme.ts'
import type { Services } from '../api/context.ts'
import type { Reader, Tx } from '../database/database.ts'
import { readEach } from '../database/read-each.ts'
import { nextBlock, nextValues } from './next-number.ts'

/** A kind of numbers on paper. The name of its counters stays for good, and where the given ones stand has an index. */
export interface NumberSeries {
  counter: string
  table: string
  column: string
}

/** A series and the scheme its numbers follow now. */
export interface NumberWish {
  series: NumberSeries
  scheme: string
}

/**
 * The next number of each series, for the write that uses it. A counter never gives a figure twice, but the figures of two schemes can read the
 * same, `A1` and 1 as `A` and 11: a number that an earlier scheme gave is passed over (R353).
 */
export async function nextNumberOfEach(
  services: Services,
  tx: Tx,
  on: string,
  wishes: readonly NumberWish[],
): Promise<string[]> {
  const values = await nextValues(
    services,
    tx,
    wishes.map(({ series, scheme }) => counterName(series, scheme, on)),
  )
  const numbers = wishes.map(({ scheme }, nth) => formatNumber(scheme, on, values[nth] ?? Number.NaN))
  const given = await readEach<{ nth: number }>(
    services.database,
    tx,
    wishes.map(({ series: { table, column } }, nth) => ({
      sql: `SELECT ${nth} AS "nth" FROM "${table}" WHERE "${column}" = ?`,
      values: [numbers[nth]],
    })),
  )
  for (const { nth } of given) numbers[nth] = (await nextNumbers(services, tx, on, wishes[nth]!, 1))[0]!
  return numbers
}

/** The next number of one series (see `nextNumberOfEach`). */
export async function nextNumber(services: Services, tx: Tx, on: string, wish: NumberWish): Promise<string> {
  return (await nextNumberOfEach(services, tx, on, [wish]))[0]!
}

/** Many numbers of one series at once; those left over are never given (see `nextNumberOfEach`). */
export async function nextNumbers(
  services: Services,
  tx: Tx,
  on: string,
  { series, scheme }: NumberWish,
  count: number,
): Promise<string[]> {
  let free: string[] = []
  // Given ones stand in long runs: each round looks twice as far.
  for (let reach = 1; free.length < count; reach *= 2) {
    const asked = (count - free.length) * reach
    const first = await nextBlock(services, tx, counterName(series, scheme, on), asked)
    const drawn = Array.from({ length: asked }, (_, nth) => formatNumber(scheme, on, first + nth))
    const given = await givenAmong(services, tx, series, drawn)
    free = free.concat(drawn.filter((number) => !given.has(number)))
  }
  return free.slice(0, count)
}

/** The number a series would give next on a day, were it asked now; nothing is taken. */
export async function peekNumber(
  services: Services,
  reader: Reader,
  on: string,
  { series, scheme }: NumberWish,
): Promise<string> {
  const [row] = (await reader.query(services.database.sql('SELECT "value" FROM "admin_counter" WHERE "name" = ?'), [
    counterName(series, scheme, on),
  ])) as { value: number | string }[]
  let last = Number(row?.value ?? 0)
  for (let reach = 1; ; reach *= 2) {
    const drawn = Array.from({ length: reach }, (_, nth) => formatNumber(scheme, on, last + 1 + nth))
    const given = await givenAmong(services, reader, series, drawn)
    const free = drawn.find((number) => !given.has(number))
    if (free !== undefined) return free
    last += reach
  }
}

const counterName = ({ counter }: NumberSeries, scheme: string, on: string) => `${counter}:${counterOf(scheme, on)}`

const askedAtOnce = 500

async function givenAmong(
  { database }: Services,
  reader: Reader,
  { table, column }: NumberSeries,
  numbers: readonly string[],
): Promise<ReadonlySet<string>> {
  const given = new Set<string>()
  for (let from = 0; from < numbers.length; from += askedAtOnce) {
    const some = numbers.slice(from, from + askedAtOnce)
    const marks = some.map(() => '?').join(', ')
    const rows = (await reader.query(
      database.sql(`SELECT "${column}" AS "number" FROM "${table}" WHERE "${column}" IN (${marks})`),
      some,
    )) as { number: string }[]
    for (const { number } of rows) given.add(number)
  }
  return given
}
