import { Failure } from '../../shared/kit/failure.ts'
import { type ListGap, mostWalked } from '../../shared/kit/lists.ts'
import { type Place, readCursor, writeCursor } from './cursor.ts'
import type { Database, Reader } from './database.ts'

/** One part of what a list matches: the rows of a table, by its id; the parts of a list share no row. */
export interface Matches {
  /** SQL after FROM: the table, joined with others that give a row no second one. */
  from: string
  /** SQL of the row's id. */
  id: string
  /** SQL after WHERE; may be `1 = 1`. */
  where: string
  values: string[]
}

/** What a list is sorted by: SQL over the table's columns. Instants and days are text. */
export interface SortKey {
  sql: string
  kind: 'text' | 'number'
  isDown: boolean
  /** What a text is compared by where no engine can say it: how a name is spelled, what figures count. Without NUL. */
  order?: (text: string) => string
}

/** Signs of a text that a list is sorted by (`house`): what stands in a cursor is bounded by them. Texts alike so far stand in the order of their ids. */
const mostCompared = 200

/** Ids of one page in the wanted order, and the cursor of the next. */
export interface SortedIds {
  ids: string[]
  next: string | null
}

/** How many rows match, counted no further than one beyond what may be walked. */
export async function countMatches(database: Database, reader: Reader, parts: readonly Matches[]): Promise<number> {
  if (parts.length === 0) return 0
  const counts = parts.map(
    ({ from, where }) =>
      `SELECT count(*) AS "n" FROM (SELECT 1 AS "one" FROM ${from} WHERE ${where} LIMIT ${mostWalked + 1}) part`,
  )
  const rows = (await reader.query(
    database.sql(counts.join(' UNION ALL ')),
    parts.flatMap(({ values }) => values),
  )) as { n: number | string }[]
  return rows.reduce((sum, { n }) => sum + Number(n), 0)
}

/** A figure of one row that a list adds up: SQL of a number over the columns of its parts. */
export interface Summand {
  sql: string
  values?: readonly string[]
}

/** The foot of a list: how many rows match and what their figures add up to. */
export interface Totals<Name extends string> {
  count: number
  isMore: boolean
  leftOut: ListGap[]
  sums: Record<Name, number> | null
}

/**
 * Counts and adds up what a list matches. A list too long to walk has no sums; nor has one whose text means more than was looked through
 * (`leftOut`, unless it is the order alone), of which at least these match.
 */
export async function sumMatches<Name extends string>(
  database: Database,
  reader: Reader,
  parts: readonly Matches[],
  figures: Readonly<Record<Name, Summand>>,
  leftOut: readonly ListGap[] = [],
): Promise<Totals<Name>> {
  const count = await countMatches(database, reader, parts)
  if (count > mostWalked || leftOut.some((gap) => gap !== 'order'))
    return { count: Math.min(count, mostWalked), isMore: true, leftOut: [...leftOut], sums: null }
  const names = Object.keys(figures) as Name[]
  const inNames = (value: (name: Name) => number) =>
    Object.fromEntries(names.map((name) => [name, value(name)])) as Record<Name, number>
  const exact = { count, isMore: false, leftOut: [...leftOut] }
  if (count === 0) return { ...exact, sums: inNames(() => 0) }
  const each = names.map((name) => `${figures[name].sql} AS "${name}"`).join(', ')
  const rows = (await reader.query(
    database.sql(
      `SELECT ${names.map((name) => `sum("${name}") AS "${name}"`).join(', ')}
       FROM (${parts.map(({ from, where }) => `SELECT ${each} FROM ${from} WHERE ${where}`).join(' UNION ALL ')}) matching`,
    ),
    parts.flatMap(({ values }) => [...names.flatMap((name) => figures[name].values ?? []), ...values]),
  )) as Record<Name, number | string | null>[]
  return { ...exact, sums: inNames((name) => Number(rows[0]?.[name] ?? 0)) }
}

/** Refuses by name what would walk too many rows. */
export function refuseWide(matching: number): void {
  if (matching > mostWalked) throw new Failure('ruleBroken', 'kit.list.narrow', { most: mostWalked })
}

/**
 * A page of a list sorted by any column, at any depth: rows where the column is empty come last either way, equal ones stand in
 * the order of their ids, so that no page shows a row twice or leaves one out.
 */
export async function walkSorted(
  database: Database,
  reader: Reader,
  parts: readonly Matches[],
  key: SortKey,
  { after, limit }: { after?: string | null | undefined; limit: number },
): Promise<SortedIds> {
  refuseWide(await countMatches(database, reader, parts))
  if (key.order) return walkOrdered(database, reader, parts, { ...key, order: key.order }, { after, limit })
  const [filled, empty] = ranksOf(key)
  const nothing = key.kind === 'number' ? '0' : `''`
  const isEmpty = key.kind === 'number' ? `${key.sql} IS NULL` : `coalesce(${key.sql}, '') = ''`
  const sortedBy = key.kind === 'number' ? key.sql : `substr(${key.sql}, 1, ${mostCompared})`
  const united = parts
    .map(
      ({ from, id, where }) =>
        `SELECT ${id} AS "id", CASE WHEN ${isEmpty} THEN ${empty} ELSE ${filled} END AS "rank", coalesce(${sortedBy}, ${nothing}) AS "value"
         FROM ${from} WHERE ${where}`,
    )
    .join(' UNION ALL ')
  const place = placeOf(readCursor(after), key)
  // The engine would take the place for what the column holds: a figure with a fraction for a whole one.
  const value = key.kind === 'number' ? 'CAST(? AS NUMERIC)' : '?'
  const direction = key.isDown ? 'DESC' : 'ASC'
  const rows = (await reader.query(
    database.sql(
      `SELECT "id", "rank", "value" FROM (${united}) matching
       ${place ? `WHERE ("rank", "value", "id") ${key.isDown ? '<' : '>'} (?, ${value}, ?)` : ''}
       ORDER BY "rank" ${direction}, "value" ${direction}, "id" ${direction} LIMIT ${limit + 1}`,
    ),
    [...parts.flatMap(({ values }) => values), ...(place ? [place.rank, place.value, place.id] : [])],
  )) as { id: string; rank: number | string; value: number | string }[]
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    ids: shown.map(({ id }) => id),
    next: rows.length > limit && last ? writePlace(key, last.value, last.id, Number(last.rank) === empty) : null,
  }
}

/** The same by what the texts are compared by: every row that matches is read, no more than may be walked. */
async function walkOrdered(
  database: Database,
  reader: Reader,
  parts: readonly Matches[],
  key: SortKey & { order: (text: string) => string },
  { after, limit }: { after?: string | null | undefined; limit: number },
): Promise<SortedIds> {
  const [filled, empty] = ranksOf(key)
  const each = parts.map(
    ({ from, id, where }) => `SELECT ${id} AS "id", ${key.sql} AS "text" FROM ${from} WHERE ${where}`,
  )
  const rows = (await reader.query(
    database.sql(each.join(' UNION ALL ')),
    parts.flatMap(({ values }) => values),
  )) as { id: string; text: string | null }[]
  const placed = rows.map(({ id, text }) => ({
    ...{ id, rank: text ? filled : empty },
    value: text ? beginning(key.order(text)) : '',
  }))
  const turn = key.isDown ? -1 : 1
  const place = placeOf(readCursor(after), key)
  const beyond = place
    ? placed.filter((row) => turn * compare(row, { ...place, value: String(place.value) }) > 0)
    : placed
  const shown = beyond.toSorted((one, other) => turn * compare(one, other)).slice(0, limit)
  const last = shown.at(-1)
  return {
    ids: shown.map(({ id }) => id),
    next: beyond.length > limit && last ? writePlace(key, last.value, last.id, last.rank === empty) : null,
  }
}

interface Placed {
  rank: number
  value: string
  id: string
}

const compare = (one: Placed, other: Placed): number =>
  one.rank - other.rank || inOrder(one.value, other.value) || inOrder(one.id, other.id)

/** The signs that are compared, none of them cut in halves. */
const beginning = (text: string): string =>
  text.length > mostCompared ? [...text.slice(0, 2 * mostCompared)].slice(0, mostCompared).join('') : text

const inOrder = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

/** Ranks of rows where the column is filled and where it is empty: the empty ones are last either way. */
const ranksOf = ({ isDown }: SortKey): [filled: number, empty: number] => (isDown ? [1, 0] : [0, 1])

/** The cursor of a sorted list: whether the column was empty at its last row, what stood in it, and the row's id. */
export function writePlace(key: SortKey, value: number | string, id: string, isEmpty: boolean): string {
  const [filled, empty] = ranksOf(key)
  return writeCursor([`${isEmpty ? empty : filled}${value}`, id])
}

/** Where a page goes on, as `writePlace` wrote it; null at the head of the list. */
export function placeOf(
  place: Place | null,
  key: SortKey,
): { rank: number; isEmpty: boolean; value: number | string; id: string } | null {
  if (!place) return null
  const [at, id] = place
  const text = String(at)
  const value = text.slice(1)
  const rank = Number(text.slice(0, 1)) || 0
  const figure = Number(value)
  return {
    ...{ rank, isEmpty: rank === ranksOf(key)[1], id },
    value: key.kind === 'number' ? (Number.isFinite(figure) ? figure : 0) : value,
  }
}
