import type { z } from 'zod'
import type { Page } from '../../shared/kit/paging.ts'
import type { ledgerFilterSchema, ledgerSorts, LedgerTotals, listLedgerSchema } from '../../shared/tickets/lists.ts'
import type { LedgerRow } from '../../shared/tickets/schema.ts'
import type { Seat, Services } from '../api/context.ts'
import { findCustomerIds } from '../customers/public.ts'
import { readCursor, writeCursor } from '../database/cursor.ts'
import type { Reader } from '../database/database.ts'
import { afterPrefix } from '../database/search/grams.ts'
import { type Matches, type SortKey, sumMatches, walkSorted } from '../database/walk-sorted.ts'
import { allOf, type Condition } from '../house/row-scope.ts'
import type { Ledger } from './ledger-entities.ts'
import { ticketScope } from './ticket-rows.ts'

type NamedLedger = Ledger & { ticketNumber: string; personName: string | null }

const from = '"tickets_ledger" l JOIN "tickets_ticket" t ON t."id" = l."ticketId"'
const select = `SELECT l.*, t."number" AS "ticketNumber", m."name" AS "personName"
  FROM ${from} LEFT JOIN "house_member" m ON m."id" = l."personId"`

/** What each column of the ledger is sorted by. */
const sortKeys: Readonly<Record<(typeof ledgerSorts)[number], Pick<SortKey, 'sql' | 'kind'>>> = {
  lineNo: { sql: 'l."lineNo"', kind: 'number' },
  on: { sql: 'l."on"', kind: 'text' },
  user: { sql: 'l."user"', kind: 'text' },
  product: { sql: 'l."product"', kind: 'text' },
  problem: { sql: 'l."problem"', kind: 'text' },
  result: { sql: 'l."result"', kind: 'text' },
  personName: { sql: '(SELECT m."name" FROM "house_member" m WHERE m."id" = l."personId")', kind: 'text' },
  inWarranty: { sql: 'CASE WHEN l."inWarranty" THEN 0 ELSE 1 END', kind: 'number' },
  archiveNo: { sql: 'l."archiveNo"', kind: 'text' },
  ticket: { sql: 't."number"', kind: 'text' },
}

/** The service ledger, newest line first or as was chosen. `text` is a line or ticket number, a phone number, a name. */
export async function listLedger(
  services: Services,
  seat: Seat,
  wish: z.output<typeof listLedgerSchema>,
): Promise<Page<LedgerRow>> {
  const { database } = services
  return database.read(async (reader) => {
    const part = await matchesOf(services, reader, seat, wish)
    if (wish.sort) {
      const key = { ...sortKeys[wish.sort.by], isDown: wish.sort.isDown }
      const { ids, next } = await walkSorted(database, reader, [part], key, wish)
      return { rows: await linesInOrder(services, reader, ids), next }
    }
    const place = readCursor(wish.after)
    const rows = (await reader.query(
      database.sql(
        `${select} WHERE ${part.where}${place ? ' AND l."lineNo" < ?' : ''} ORDER BY l."lineNo" DESC LIMIT ${wish.limit + 1}`,
      ),
      [...part.values, ...(place ? [place[0]] : [])],
    )) as NamedLedger[]
    const shown = rows.slice(0, wish.limit)
    const last = shown.at(-1)
    return {
      rows: shown.map(ledgerRow),
      next: rows.length > wish.limit && last ? writeCursor([Number(last.lineNo), last.id]) : null,
    }
  })
}

/** How many lines match, and how they divide. */
export async function totalLedger(
  services: Services,
  seat: Seat,
  wish: z.output<typeof ledgerFilterSchema>,
): Promise<LedgerTotals> {
  const { database } = services
  return database.read(async (reader) =>
    sumMatches(database, reader, [await matchesOf(services, reader, seat, wish)], {
      inWarranty: { sql: 'CASE WHEN l."inWarranty" THEN 1 ELSE 0 END' },
      outOfWarranty: { sql: 'CASE WHEN l."inWarranty" THEN 0 ELSE 1 END' },
      archived: { sql: 'CASE WHEN l."archiveNo" IS NULL THEN 0 ELSE 1 END' },
    }),
  )
}

async function matchesOf(
  services: Services,
  reader: Reader,
  seat: Seat,
  { text, onFrom, onTo, personId, inWarranty }: z.output<typeof ledgerFilterSchema>,
): Promise<Matches> {
  const conditions = ticketScope(seat)
  if (onFrom) conditions.push({ where: 'l."on" >= ?', values: [onFrom] })
  if (onTo) conditions.push({ where: 'l."on" <= ?', values: [onTo] })
  if (personId) conditions.push({ where: 'l."personId" = ?', values: [personId] })
  if (inWarranty)
    conditions.push({ where: `CASE WHEN l."inWarranty" THEN 'yes' ELSE 'no' END = ?`, values: [inWarranty] })
  if (text !== '') conditions.push(await meantBy(services, reader, seat, text))
  return { from, id: 'l."id"', ...allOf(conditions) }
}

async function linesInOrder({ database }: Services, reader: Reader, ids: readonly string[]): Promise<LedgerRow[]> {
  if (ids.length === 0) return []
  const rows = (await reader.query(database.sql(`${select} WHERE l."id" IN (${ids.map(() => '?').join(', ')})`), [
    ...ids,
  ])) as NamedLedger[]
  const byId = new Map(rows.map((row) => [row.id, ledgerRow(row)]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** One line by its id or its ticket, where the seat meets that. */
export async function findLedgerRow(
  services: Services,
  reader: Reader,
  seat: Seat,
  by: { id: string } | { ticketId: string },
): Promise<LedgerRow | null> {
  const [column, value] = 'id' in by ? ['id', by.id] : ['ticketId', by.ticketId]
  const scope = ticketScope(seat)
  const rows = (await reader.query(
    services.database.sql(`${select} WHERE l."${column}" = ? ${scope.map(({ where }) => `AND ${where}`).join(' ')}`),
    [value, ...scope.flatMap(({ values }) => values)],
  )) as NamedLedger[]
  return rows[0] ? ledgerRow(rows[0]) : null
}

async function meantBy(services: Services, reader: Reader, seat: Seat, text: string): Promise<Condition> {
  if (/^\d{1,6}$/.test(text)) return { where: 'l."lineNo" = CAST(? AS bigint)', values: [String(Number(text))] }
  const customers = await findCustomerIds(services, reader, seat, text)
  if (customers.length > 0)
    return { where: `t."customerId" IN (${customers.map(() => '?').join(', ')})`, values: customers }
  const prefix = text.toUpperCase()
  return { where: 't."number" >= ? AND t."number" < ?', values: [prefix, afterPrefix(prefix)] }
}

function ledgerRow(line: NamedLedger): LedgerRow {
  const { id, ticketId, ticketNumber, on, user, product, problem, result, archiveNo, recordedAt } = line
  return {
    id,
    lineNo: Number(line.lineNo),
    ticketId,
    ticketNumber,
    on,
    user,
    product,
    problem,
    result,
    personName: line.personName ?? '',
    inWarranty: Boolean(line.inWarranty),
    archiveNo,
    recordedAt,
  }
}
