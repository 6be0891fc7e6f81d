import type { TimelineEntry } from '../../shared/customers/schema.ts'
import { Failure } from '../../shared/kit/failure.ts'
import type { Seat, Services } from '../api/context.ts'
import { readCursor, writeCursor } from '../database/cursor.ts'
import type { Reader } from '../database/database.ts'
import { type Question, readEach } from '../database/read-each.ts'
import type { TimelineSource } from '../house/customer-sources.ts'
import { type Condition, scopeConditions } from '../house/row-scope.ts'

interface EntryRow {
  kind: string
  id: string
  at: string
  title: string
  detail: string
  productId: string | null
  ticketId: string | null
  endedAt: string | null
  verdict: string | null
  outcome: TimelineEntry['outcome']
  reason: string | null
  by: string | null
  answeredAt: string | null
}

/** A page of a customer's timeline; `next` is null at its end. */
export interface TimelinePage {
  entries: TimelineEntry[]
  next: string | null
}

/**
 * What a seat meets of a customer's timeline (往来), newest first, over what every feature brings. Many entries may bear one instant, and the same id
 * may stand in two kinds, so the place of an entry is its instant, its kind and its id.
 */
export async function readTimeline(
  services: Services,
  reader: Reader,
  seat: Seat,
  customerId: string,
  after: string | null,
  limit: number,
): Promise<TimelinePage> {
  const place = readPlace(after)
  const walks = sourcesOf(services).map((source) => walkOf(seat, source, customerId, place, limit + 1))
  const rows = await readEach<EntryRow>(services.database, reader, walks)
  // Some dozen rows: sorting them here costs a tenth of what it costs inside the database.
  const shown = rows.toSorted(newestFirst).slice(0, limit)
  const last = shown.at(-1)
  return {
    entries: shown.map(entryOf),
    next: last && rows.length > limit ? writeCursor([last.at, `${last.kind} ${last.id}`]) : null,
  }
}

/** How many entries of a customer a seat meets, of each kind that features bring. */
export async function countByKind(
  services: Services,
  reader: Reader,
  seat: Seat,
  customerId: string,
): Promise<Record<string, number>> {
  const questions = sourcesOf(services).map((source) => {
    const { where, values } = rowsOf(seat, source)
    return { sql: `SELECT '${source.kind}' AS "kind", count(*) AS "n" FROM ${where}`, values: [customerId, ...values] }
  })
  const rows = await readEach<{ kind: string; n: number | string }>(services.database, reader, questions)
  return Object.fromEntries(rows.map(({ kind, n }) => [kind, Number(n)]))
}

/** How many entries of a customer a seat meets. */
export async function countEntries(
  services: Services,
  reader: Reader,
  seat: Seat,
  customerId: string,
): Promise<number> {
  const counts = await countByKind(services, reader, seat, customerId)
  return Object.values(counts).reduce((sum, count) => sum + count, 0)
}

interface Place {
  at: string
  kind: string
  id: string
}

const sourcesOf = ({ features }: Services): TimelineSource[] => features.flatMap(({ timeline }) => timeline ?? [])

/** What stands after FROM for the entries of one kind that a seat meets; the customer is the first value. */
function rowsOf(seat: Seat, { from, ownersFrom = '', customerId, owners, only }: TimelineSource): Condition {
  const own = only ? `${customerId} = ? AND ${only}` : `${customerId} = ?`
  const [scope] = scopeConditions(seat, 'customers.view', owners)
  return scope
    ? { where: `${from} ${ownersFrom} WHERE ${own} AND ${scope.where}`, values: scope.values }
    : { where: `${from} WHERE ${own}`, values: [] }
}

/** The newest entries of one kind after a place: at its instant those of a later kind, or of its kind those with a smaller id. */
function walkOf(seat: Seat, source: TimelineSource, customerId: string, place: Place | null, limit: number): Question {
  const { kind, talk, ...of } = source
  const rows = rowsOf(seat, source)
  const columns = Object.entries({
    kind: `'${kind}'`,
    id: of.id,
    at: of.at,
    title: of.title,
    detail: of.detail,
    productId: of.productId ?? 'NULL',
    ticketId: of.ticketId,
    endedAt: talk?.to ?? 'NULL',
    verdict: of.verdict ?? 'NULL',
    outcome: of.outcome ?? 'NULL',
    reason: of.reason ?? 'NULL',
    by: of.by ?? 'NULL',
    answeredAt: talk?.from ?? 'NULL',
  }).map(([name, expression]) => `${expression} AS "${name}"`)
  const [beyond, values] = beyondOf(of, kind, place)
  return {
    sql: `SELECT ${columns.join(', ')} FROM ${rows.where}${beyond} ORDER BY ${of.at} DESC, ${of.id} DESC LIMIT ${limit}`,
    values: [customerId, ...rows.values, ...values],
  }
}

function beyondOf(
  { at, id }: Pick<TimelineSource, 'at' | 'id'>,
  kind: string,
  place: Place | null,
): [sql: string, values: string[]] {
  if (!place) return ['', []]
  if (kind === place.kind) return [` AND (${at}, ${id}) < (?, ?)`, [place.at, place.id]]
  return [` AND ${at} ${kind > place.kind ? '<=' : '<'} ?`, [place.at]]
}

function readPlace(after: string | null): Place | null {
  const place = readCursor(after)
  if (!place) return null
  const [kind, id] = place[1].split(' ')
  if (kind === undefined || id === undefined) throw new Failure('invalid', 'admin.failure.invalid', {}, 'after')
  return { at: String(place[0]), kind, id }
}

function newestFirst(a: EntryRow, b: EntryRow): number {
  return later(a.at, b.at) || later(b.kind, a.kind) || later(a.id, b.id)
}

/** Order of two texts, the greater one first. */
const later = (a: string, b: string): number => (a === b ? 0 : a > b ? -1 : 1)

function entryOf(row: EntryRow): TimelineEntry {
  return {
    id: row.id,
    at: row.at,
    kind: row.kind,
    title: row.title,
    detail: row.detail,
    productId: row.productId,
    ticketId: row.ticketId,
    seconds: secondsBetween(row.answeredAt, row.endedAt),
    verdict: row.verdict as TimelineEntry['verdict'],
    outcome: row.outcome,
    reason: row.reason ?? '',
    by: row.by ?? '',
  }
}

function secondsBetween(from: string | null, to: string | null): number | null {
  return from && to ? Math.round((Date.parse(to) - Date.parse(from)) / 1000) : null
}
