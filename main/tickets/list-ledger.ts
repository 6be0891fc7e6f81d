import type { Page } from '../../shared/kit/paging.ts'
import type { LedgerRow } from '../../shared/tickets/schema.ts'
import type { Seat, Services } from '../api/context.ts'
import { findCustomerIds } from '../customers/public.ts'
import { readCursor, writeCursor } from '../database/cursor.ts'
import type { Reader } from '../database/database.ts'
import { afterPrefix } from '../database/search/grams.ts'
import type { Ledger } from './ledger-entities.ts'
import { ticketScope } from './ticket-rows.ts'

type NamedLedger = Ledger & { ticketNumber: string; personName: string | null }

const select = `SELECT l.*, t."number" AS "ticketNumber", m."name" AS "personName"
  FROM "tickets_ledger" l JOIN "tickets_ticket" t ON t."id" = l."ticketId" LEFT JOIN "house_member" m ON m."id" = l."personId"`

/** The service ledger, newest line first. `text` is a line or ticket number, a phone number, a name. */
export async function listLedger(
  services: Services,
  seat: Seat,
  { after, limit, text }: { after?: string | null; limit: number; text: string },
): Promise<Page<LedgerRow>> {
  const { database } = services
  return database.read(async (reader) => {
    const place = readCursor(after)
    const scope = ticketScope(seat)
    const wheres = [...(place ? ['l."lineNo" < ?'] : []), ...scope.map(({ where }) => where)]
    const values: (string | number)[] = [...(place ? [place[0]] : []), ...scope.flatMap(({ values: own }) => own)]
    const match = text === '' ? null : await matching(services, reader, seat, text)
    if (match) {
      wheres.push(match.where)
      values.push(...match.values)
    }
    const where = wheres.length === 0 ? '' : `WHERE ${wheres.join(' AND ')}`
    const rows = (await reader.query(
      database.sql(`${select} ${where} ORDER BY l."lineNo" DESC LIMIT ${limit + 1}`),
      values,
    )) as NamedLedger[]
    const shown = rows.slice(0, limit)
    const last = shown.at(-1)
    return {
      rows: shown.map(ledgerRow),
      next: rows.length > limit && last ? writeCursor([Number(last.lineNo), last.id]) : null,
    }
  })
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

async function matching(
  services: Services,
  reader: Reader,
  seat: Seat,
  text: string,
): Promise<{ where: string; values: (string | number)[] }> {
  if (/^\d{1,6}$/.test(text)) return { where: 'l."lineNo" = ?', values: [Number(text)] }
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
