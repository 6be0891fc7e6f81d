import type { z } from 'zod'
import { askedText } from '../../shared/kit/asked-text.ts'
import type { ListGap } from '../../shared/kit/lists.ts'
import { numberOrder } from '../../shared/kit/number-order.ts'
import type { Page } from '../../shared/kit/paging.ts'
import type { ledgerFilterSchema, ledgerSorts, LedgerTotals, listLedgerSchema } from '../../shared/tickets/lists.ts'
import type { LedgerRow } from '../../shared/tickets/schema.ts'
import type { Seat, Services } from '../api/context.ts'
import { findCustomerIds, nameOrder } from '../customers/public.ts'
import { readCursor, writeCursor } from '../database/cursor.ts'
import type { Reader } from '../database/database.ts'
import { oneOf } from '../database/one-of.ts'
import { type Matches, type SortKey, sumMatches, walkSorted } from '../database/walk-sorted.ts'
import { refuseCutFile } from '../house/list-source.ts'
import { customersIn, meantByWords, type TextMeant } from '../house/meant-by-words.ts'
import { numbersMeant } from '../house/numbers-meant.ts'
import { allOf, anyOf, type Condition } from '../house/row-scope.ts'
import { companyOf } from '../house/settings.ts'
import type { Ledger } from './ledger-entities.ts'
import { ticketScope } from './ticket-rows.ts'

type NamedLedger = Ledger & { ticketNumber: string; personName: string | null }

const from = '"tickets_ledger" l JOIN "tickets_ticket" t ON t."id" = l."ticketId"'
const select = `SELECT l.*, t."number" AS "ticketNumber", m."name" AS "personName"
  FROM ${from} LEFT JOIN "house_member" m ON m."id" = l."personId"`

/** What each column of the ledger is sorted by; names as they are spelled, as in every list. */
const sortKeys: Readonly<Record<(typeof ledgerSorts)[number], Omit<SortKey, 'isDown'>>> = {
  lineNo: { sql: 'l."lineNo"', kind: 'number' },
  on: { sql: 'l."on"', kind: 'text' },
  user: { sql: 'l."user"', kind: 'text', order: nameOrder },
  product: { sql: 'l."product"', kind: 'text', order: nameOrder },
  problem: { sql: 'l."problem"', kind: 'text' },
  result: { sql: 'l."result"', kind: 'text' },
  personName: {
    sql: '(SELECT m."name" FROM "house_member" m WHERE m."id" = l."personId")',
    kind: 'text',
    order: nameOrder,
  },
  inWarranty: { sql: 'CASE WHEN l."inWarranty" THEN 0 ELSE 1 END', kind: 'number' },
  archiveNo: { sql: 'l."archiveNo"', kind: 'text', order: numberOrder },
  ticket: { sql: 't."number"', kind: 'text', order: numberOrder },
}

/** The service ledger, newest line first or as was chosen. `text`: a line, archive or ticket number, a phone's end, a name. */
export async function listLedger(
  services: Services,
  seat: Seat,
  wish: z.output<typeof listLedgerSchema>,
): Promise<Page<LedgerRow>> {
  const { database } = services
  return database.read(async (reader) => {
    const { part, leftOut } = await matchesOf(services, reader, seat, wish)
    refuseCutFile(seat, leftOut)
    if (wish.sort) {
      const key = { ...sortKeys[wish.sort.by], isDown: wish.sort.isDown }
      const { ids, next } = await walkSorted(database, reader, [part], key, wish)
      return { rows: await linesInOrder(services, reader, ids), next }
    }
    const place = readCursor(wish.after, 'count')
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
  return database.read(async (reader) => {
    const { part, leftOut } = await matchesOf(services, reader, seat, wish)
    const figures = {
      inWarranty: { sql: 'CASE WHEN l."inWarranty" THEN 1 ELSE 0 END' },
      outOfWarranty: { sql: 'CASE WHEN l."inWarranty" THEN 0 ELSE 1 END' },
      archived: { sql: 'CASE WHEN l."archiveNo" IS NULL THEN 0 ELSE 1 END' },
    }
    return sumMatches(database, reader, [part], figures, leftOut)
  })
}

async function matchesOf(
  services: Services,
  reader: Reader,
  seat: Seat,
  { text, onFrom, onTo, personId, inWarranty }: z.output<typeof ledgerFilterSchema>,
): Promise<{ part: Matches; leftOut: ListGap[] }> {
  const conditions = ticketScope(seat)
  if (onFrom) conditions.push({ where: 'l."on" >= ?', values: [onFrom] })
  if (onTo) conditions.push({ where: 'l."on" <= ?', values: [onTo] })
  if (personId) conditions.push({ where: 'l."personId" = ?', values: [personId] })
  if (inWarranty)
    conditions.push({ where: `CASE WHEN l."inWarranty" THEN 'yes' ELSE 'no' END = ?`, values: [inWarranty] })
  const part = (more: readonly Condition[]): Matches => ({ from, id: 'l."id"', ...allOf([...conditions, ...more]) })
  if (text.trim() === '') return { part: part([]), leftOut: [] }
  const { meant, leftOut } = await meantByWords(text.trim(), async (asked, narrower) => {
    const left = narrower.length === 0 ? null : await customersIn(services, reader, [part(narrower)], 't."customerId"')
    return meantBy(services, reader, seat, asked, left ?? undefined)
  })
  return { part: part([anyOf(meant)]), leftOut }
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

/** What a text may mean: a line's, archive or ticket's number, or whose case it was. */
async function meantBy(
  services: Services,
  reader: Reader,
  seat: Seat,
  text: string,
  among?: readonly string[],
): Promise<TextMeant> {
  const company = await companyOf(reader)
  const customers = await findCustomerIds(services, reader, seat, text, among)
  const line = { where: 'l."lineNo" = CAST(? AS bigint)', values: [askedText(text)] }
  const meant = [
    ...(/^\d{1,9}$/.test(askedText(text)) ? [line] : []),
    numbersMeant(services, company, 'archive', 'l."archiveNo"', text),
    numbersMeant(services, company, 'ticket', 't."number"', text),
    oneOf(services.database, 't."customerId"', customers.ids),
  ]
  return { meant: meant.filter((each) => each !== null), leftOut: customers.isCut ? ['text'] : [] }
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
