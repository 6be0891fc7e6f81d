import type { z } from 'zod'
import { endOfDay, startOfDay } from '../../shared/kit/calendar.ts'
import type { ListGap } from '../../shared/kit/lists.ts'
import type { Page } from '../../shared/kit/paging.ts'
import type { callFilterSchema, callSorts, CallTotals, listCallsSchema } from '../../shared/intake/lists.ts'
import type { CallRow } from '../../shared/intake/schema.ts'
import type { Seat, Services } from '../api/context.ts'
import { findNumbers, nameOrder } from '../customers/public.ts'
import { readCursor, writeCursor } from '../database/cursor.ts'
import type { Engine, Reader } from '../database/database.ts'
import { oneOf } from '../database/one-of.ts'
import { secondsBetween } from '../database/seconds-between.ts'
import { type Matches, type SortKey, sumMatches, walkSorted } from '../database/walk-sorted.ts'
import { refuseCutFile } from '../house/list-source.ts'
import { allOf, scopeConditions } from '../house/row-scope.ts'
import { companyOf } from '../house/settings.ts'
import { callColumns, callRow, callTables, type NamedCall } from './call-rows.ts'

const talkedSeconds = (engine: Engine) => secondsBetween(engine, 'c."answeredAt"', 'c."hungUpAt"')
const rangSeconds = (engine: Engine) => secondsBetween(engine, 'c."ringAt"', 'coalesce(c."answeredAt", c."hungUpAt")')

const texts = {
  at: 'coalesce(c."ringAt", c."answeredAt")',
  direction: 'c."direction"',
  region: 'c."region"',
  state: 'c."state"',
  member: '(SELECT m."name" FROM "house_member" m WHERE m."id" = c."memberId")',
  outcome: 'c."outcome"',
}

/** What each column of the calls is sorted by; names as they are spelled, as in every list. */
function sortKeyOf(engine: Engine, by: (typeof callSorts)[number]): Omit<SortKey, 'isDown'> {
  if (by === 'rang') return { sql: rangSeconds(engine), kind: 'number' }
  if (by === 'talked') return { sql: talkedSeconds(engine), kind: 'number' }
  return { sql: texts[by], kind: 'text', ...(by === 'member' || by === 'region' ? { order: nameOrder } : {}) }
}

/** All calls, newest first or as was chosen. `text` is a whole number, or the end of a customer's number as far as it is shown. */
export async function recentCalls(
  services: Services,
  seat: Seat,
  wish: z.output<typeof listCallsSchema>,
): Promise<Page<CallRow>> {
  const { database } = services
  return database.read(async (reader) => {
    const { part, leftOut } = await matchesOf(services, reader, seat, wish)
    refuseCutFile(seat, leftOut)
    if (wish.sort) {
      const key = { ...sortKeyOf(database.engine, wish.sort.by), isDown: wish.sort.isDown }
      const { ids, next } = await walkSorted(database, reader, [part], key, wish)
      return { rows: await callsInOrder(services, reader, seat, ids), next }
    }
    const place = readCursor(wish.after)
    const beyond = place ? ' AND (c."startedAt", c."id") < (?, ?)' : ''
    const rows = (await reader.query(
      database.sql(
        `SELECT ${callColumns} FROM ${callTables} WHERE ${part.where}${beyond} ORDER BY c."startedAt" DESC, c."id" DESC LIMIT ${wish.limit + 1}`,
      ),
      [...part.values, ...(place ?? [])],
    )) as NamedCall[]
    const shown = rows.slice(0, wish.limit)
    const last = shown.at(-1)
    return {
      rows: shown.map((call) => rowOf(seat, call)),
      next: rows.length > wish.limit && last ? writeCursor([last.startedAt, last.id]) : null,
    }
  })
}

/** How many calls match, how many of them somebody took, and how long was talked. */
export async function totalCalls(
  services: Services,
  seat: Seat,
  wish: z.output<typeof callFilterSchema>,
): Promise<CallTotals> {
  const { database } = services
  return database.read(async (reader) => {
    const { part, leftOut } = await matchesOf(services, reader, seat, wish)
    const figures = {
      answered: { sql: 'CASE WHEN c."answeredAt" IS NULL THEN 0 ELSE 1 END' },
      lost: { sql: `CASE WHEN c."state" = 'lost' THEN 1 ELSE 0 END` },
      talkedSeconds: { sql: `coalesce(${talkedSeconds(database.engine)}, 0)` },
    }
    return sumMatches(database, reader, [part], figures, leftOut)
  })
}

/** What a wish matches of what the seat meets. */
async function matchesOf(
  services: Services,
  reader: Reader,
  seat: Seat,
  { text, startedFrom, startedTo, direction, state, memberId }: z.output<typeof callFilterSchema>,
): Promise<{ part: Matches; leftOut: ListGap[] }> {
  const conditions = scopeConditions(seat, 'intake.view', { own: 'c."memberId"' })
  const leftOut: ListGap[] = []
  if (text.trim() !== '') {
    const numbers = await findNumbers(services, reader, seat, text)
    if (numbers.isCut) leftOut.push('text')
    conditions.push(oneOf(services.database, 'c."number"', numbers.ids))
  }
  const equals = { 'c."direction"': direction, 'c."state"': state, 'c."memberId"': memberId }
  for (const [column, value] of Object.entries(equals))
    if (value) conditions.push({ where: `${column} = ?`, values: [value] })
  const { timeZone } = await companyOf(reader)
  if (startedFrom) conditions.push({ where: 'c."startedAt" >= ?', values: [startOfDay(startedFrom, timeZone)] })
  if (startedTo) conditions.push({ where: 'c."startedAt" <= ?', values: [endOfDay(startedTo, timeZone)] })
  return { part: { from: '"intake_call" c', id: 'c."id"', ...allOf(conditions) }, leftOut }
}

/** A member reads its own calls' numbers whole; a file says by itself how they are read. */
const rowOf = (seat: Seat, call: NamedCall): CallRow =>
  callRow(call, seat.personal ? seat.personal === 'shown' : call.memberId === seat.memberId)

async function callsInOrder(
  { database }: Services,
  reader: Reader,
  seat: Seat,
  ids: readonly string[],
): Promise<CallRow[]> {
  if (ids.length === 0) return []
  const rows = (await reader.query(
    database.sql(`SELECT ${callColumns} FROM ${callTables} WHERE c."id" IN (${ids.map(() => '?').join(', ')})`),
    [...ids],
  )) as NamedCall[]
  const byId = new Map(rows.map((row) => [row.id, rowOf(seat, row)]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}
