import type { z } from 'zod'
import { customerFields } from '../../shared/customers/fields.ts'
import type {
  customerFilterSchema,
  customerSorts,
  CustomerTotals,
  listCustomersSchema,
  stillListedCustomersSchema,
} from '../../shared/customers/lists.ts'
import type { CustomerListRow } from '../../shared/customers/schema.ts'
import { endOfDay, startOfDay } from '../../shared/kit/calendar.ts'
import { type FieldRow, listedFields } from '../../shared/kit/field-entry.ts'
import { mostWalked } from '../../shared/kit/lists.ts'
import type { Page } from '../../shared/kit/paging.ts'
import type { Seat, Services } from '../api/context.ts'
import { readCursor, writeCursor } from '../database/cursor.ts'
import type { Reader } from '../database/database.ts'
import { oneOf } from '../database/one-of.ts'
import { countMatches, type Matches, refuseWide, type SortKey, walkSorted } from '../database/walk-sorted.ts'
import { walkIndexed } from '../database/walk-indexed.ts'
import { customerConditions } from '../house/customer-scope.ts'
import { fieldSorts, seenFields } from '../house/field-rows.ts'
import { firstMeant, mostMeant, refuseCut, refuseCutFile } from '../house/list-source.ts'
import { allOf, type Condition } from '../house/row-scope.ts'
import { companyOf } from '../house/settings.ts'
import { findCustomers } from './search.ts'
import { shownPhone } from './shown-phone.ts'

type Wish = z.output<typeof listCustomersSchema>
type Filter = z.output<typeof customerFilterSchema>
type Sort = { by: (typeof customerSorts)[number] | 'updatedAt'; isDown: boolean }

type ListRow = FieldRow<typeof listed> & {
  id: string
  number: string
  lastContactAt: string | null
  createdAt: string
  phone: string | null
  extension: string | null
}

const listed = listedFields(customerFields)
const listedColumns = listed.map(({ key }) => `c."${key}"`).join(', ')

/** A number behind its length: 9 stands before 10 where the scheme is no wider. An index keeps it. */
const numberKey = `substr(CAST(1000 + length(c."number") AS text), 2) || c."number"`

/** What each column is sorted by; names as they are spelled. Those with an index stand in order at any depth. */
const sortColumns: Readonly<Record<Sort['by'], { sql: string; isIndexed?: true }>> = {
  ...fieldSorts(customerFields, 'c'),
  name: { sql: 'c."pinyin"', isIndexed: true },
  number: { sql: numberKey, isIndexed: true },
  lastContactAt: { sql: 'c."lastContactAt"', isIndexed: true },
  createdAt: { sql: 'c."createdAt"', isIndexed: true },
  updatedAt: { sql: 'c."updatedAt"', isIndexed: true },
}

/**
 * The archive's list: last changed first, or last contacted or filed first where days of that narrow it, or as was chosen. With a text it is what
 * the search box answers, the best hits first.
 */
export async function listCustomers(services: Services, seat: Seat, wish: Wish): Promise<Page<CustomerListRow>> {
  const { database } = services
  return database.read(async (reader) => {
    const conditions = await conditionsOf(services, reader, wish)
    if (wish.ids) conditions.push(oneOf(database, 'c."id"', wish.ids))
    const { ids, next } =
      wish.text.trim() === ''
        ? await walk(services, reader, seat, wish, conditions)
        : await bestHits(services, reader, seat, wish, conditions)
    return { rows: await rowsInOrder(services, reader, seat, ids), next }
  })
}

/** How many customers a list has, and what features count of them as the seat sees it; a list too long to walk has no sums. */
export async function totalCustomers(services: Services, seat: Seat, wish: Filter): Promise<CustomerTotals> {
  return services.database.read(async (reader) => {
    const { ids, isCut } = await allIds(services, reader, seat, wish, await conditionsOf(services, reader, wish))
    if (isCut) return { count: ids.length, isMore: true, leftOut: ['text'], sums: null }
    if (ids.length > mostWalked) return { count: mostWalked, isMore: true, leftOut: [], sums: null }
    const { products, openTickets } = await countsOf(services, reader, seat, ids)
    const sums = { products: sumOf(products), openTickets: sumOf(openTickets), never: 0 }
    if (ids.length > 0) {
      const never = allOf([oneOf(services.database, '"id"', ids), { where: '"lastContactAt" IS NULL', values: [] }])
      const [row] = (await reader.query(
        services.database.sql(`SELECT count(*) AS "n" FROM "customers_customer" WHERE ${never.where}`),
        never.values,
      )) as { n: number | string }[]
      sums.never = Number(row?.n ?? 0)
    }
    return { count: ids.length, isMore: false, leftOut: [], sums }
  })
}

/** Ids of all that a list matches, for whoever chooses them all; refused by name where they are more than a list walks. */
export async function matchingCustomers(services: Services, seat: Seat, wish: Filter): Promise<{ ids: string[] }> {
  return services.database.read(async (reader) => {
    const { ids, isCut } = await allIds(services, reader, seat, wish, await conditionsOf(services, reader, wish))
    refuseCut(isCut ? ['text'] : [])
    refuseWide(ids.length)
    return { ids }
  })
}

/** Which of the chosen ones a list still shows. */
export async function stillListedCustomers(
  services: Services,
  seat: Seat,
  { ids: chosen, ...wish }: z.output<typeof stillListedCustomersSchema>,
): Promise<{ ids: string[] }> {
  return services.database.read(async (reader) => {
    const conditions = await conditionsOf(services, reader, wish)
    conditions.push(oneOf(services.database, 'c."id"', chosen))
    return { ids: (await allIds(services, reader, seat, wish, conditions)).ids }
  })
}

async function conditionsOf(services: Services, reader: Reader, wish: Filter): Promise<Condition[]> {
  const { category, contactedFrom, contactedTo, createdFrom, createdTo } = wish
  const conditions: Condition[] = category ? [{ where: 'c."category" = ?', values: [category] }] : []
  if (!contactedFrom && !contactedTo && !createdFrom && !createdTo) return conditions
  const { timeZone } = await companyOf(reader)
  const between = (column: string, from?: string | null, to?: string | null) => {
    if (from) conditions.push({ where: `${column} >= ?`, values: [startOfDay(from, timeZone)] })
    if (to) conditions.push({ where: `${column} <= ?`, values: [endOfDay(to, timeZone)] })
  }
  between('c."lastContactAt"', contactedFrom, contactedTo)
  between('c."createdAt"', createdFrom, createdTo)
  return conditions
}

const from = '"customers_customer" c'
const matches = (conditions: readonly Condition[]): Matches => ({ from, id: 'c."id"', ...allOf(conditions) })
const scopeOf = (services: Services, seat: Seat, counted = false) =>
  customerConditions(services, seat, 'customers.view', 'c."id"', counted)

/** A page without a text: by an index where one keeps the order, else of no more than a list walks. */
async function walk(
  services: Services,
  reader: Reader,
  seat: Seat,
  wish: Wish,
  conditions: readonly Condition[],
): Promise<{ ids: string[]; next: string | null }> {
  const { database } = services
  const { by, isDown } = wish.sort ?? ownOrder(wish)
  const { sql, isIndexed } = sortColumns[by]
  const key: SortKey = { sql, isDown, kind: 'text' }
  const inOrder = () => walkIndexed(database, reader, matches([...conditions, ...scopeOf(services, seat)]), key, wish)
  // Under a category the last changed stand in an index of their own.
  const keeps = (where: string) => where.startsWith(sql) || (by === 'updatedAt' && where.startsWith('c."category"'))
  if (isIndexed && conditions.every(({ where }) => keeps(where))) return inOrder()
  const part = matches([...conditions, ...scopeOf(services, seat, true)])
  if (!wish.sort && (await countMatches(database, reader, [part])) > mostWalked) return inOrder()
  return walkSorted(database, reader, [part], key, wish)
}

const ownOrder = ({ contactedFrom, contactedTo, createdFrom, createdTo }: Filter): Sort => ({
  by: contactedFrom || contactedTo ? 'lastContactAt' : createdFrom || createdTo ? 'createdAt' : 'updatedAt',
  isDown: true,
})

/** A page of what a text means: the best hits first, or sorted. What is beyond `mostMeant` no page shows, and no file may lack. */
async function bestHits(
  services: Services,
  reader: Reader,
  seat: Seat,
  wish: Wish,
  conditions: readonly Condition[],
): Promise<{ ids: string[]; next: string | null }> {
  const { sort, limit } = wish
  const begin = sort ? 0 : Number(readCursor(wish.after, 'count')?.[0] ?? 0)
  const most = sort || seat.personal ? mostMeant + 1 : Math.min(begin + limit, mostMeant) + 1
  const found = await findCustomers(services, reader, seat, wish.text, most, conditions)
  const meant = firstMeant(found)
  refuseCutFile(seat, meant.isCut ? ['text'] : [])
  if (sort) {
    const key: SortKey = { sql: sortColumns[sort.by].sql, isDown: sort.isDown, kind: 'text' }
    return walkSorted(services.database, reader, [matches([oneOf(services.database, 'c."id"', meant.ids)])], key, wish)
  }
  const ids = meant.ids.slice(begin, begin + limit)
  const end = begin + ids.length
  return { ids, next: end < meant.ids.length ? writeCursor([end, ids.at(-1) ?? '']) : null }
}

/** Ids of all that match, no more than one beyond what is walked. */
async function allIds(
  services: Services,
  reader: Reader,
  seat: Seat,
  { text }: Filter,
  conditions: readonly Condition[],
): Promise<{ ids: string[]; isCut: boolean }> {
  if (text.trim() !== '')
    return firstMeant(await findCustomers(services, reader, seat, text, mostMeant + 1, conditions))
  const { where, values } = allOf([...conditions, ...scopeOf(services, seat, true)])
  const rows = (await reader.query(
    services.database.sql(`SELECT c."id" FROM ${from} WHERE ${where} LIMIT ${mostWalked + 1}`),
    values,
  )) as { id: string }[]
  return { ids: rows.map(({ id }) => id), isCut: false }
}

async function rowsInOrder(
  services: Services,
  reader: Reader,
  seat: Seat,
  ids: readonly string[],
): Promise<CustomerListRow[]> {
  if (ids.length === 0) return []
  const is = oneOf(services.database, 'c."id"', ids)
  const rows = (await reader.query(
    services.database.sql(
      `SELECT c."id", c."number", ${listedColumns}, c."lastContactAt", c."createdAt", p."number" AS "phone", p."extension"
       FROM ${from} LEFT JOIN "customers_phone" p ON p."customerId" = c."id" AND p."position" = 0 WHERE ${is.where}`,
    ),
    is.values,
  )) as ListRow[]
  const byId = new Map(rows.map((row) => [row.id, row]))
  const counted = await countsOf(services, reader, seat, ids)
  return ids.flatMap((id) => byId.get(id) ?? []).map((row) => listRow(seat, row, counted))
}

type Counted = Record<'products' | 'openTickets', ReadonlyMap<string, number>>

/** What each feature counts of these customers for a seat, by customer. */
async function countsOf(services: Services, reader: Reader, seat: Seat, ids: readonly string[]): Promise<Counted> {
  const counted: Counted = { products: new Map(), openTickets: new Map() }
  if (ids.length === 0) return counted
  for (const { of, count } of services.features.flatMap(({ counts }) => counts ?? []))
    counted[of] = await count(services, reader, { seat, customerIds: ids })
  return counted
}

const sumOf = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((sum, n) => sum + n, 0)

function listRow(seat: Seat, row: ListRow, { products, openTickets }: Counted): CustomerListRow {
  const { id, number, lastContactAt, createdAt } = row
  return {
    ...{ id, number, lastContactAt, createdAt },
    ...seenFields(seat, listed, row),
    phoneShown: row.phone ? shownPhone(seat, row.phone, row.extension ?? '').shown : '',
    products: products.get(id) ?? 0,
    openTickets: openTickets.get(id) ?? 0,
  }
}
