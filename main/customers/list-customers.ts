import type { CustomerListRow } from '../../shared/customers/schema.ts'
import { customerFields } from '../../shared/customers/fields.ts'
import { type FieldRow, listedFields } from '../../shared/kit/field-entry.ts'
import type { Page } from '../../shared/kit/paging.ts'
import { seenFields } from '../house/field-rows.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Reader } from '../database/database.ts'
import { customerConditions } from '../house/customer-scope.ts'
import { mostMeant, refuseCutFile } from '../house/list-source.ts'
import { searchCustomers } from './search.ts'
import { shownPhone } from './shown-phone.ts'

type ListRow = FieldRow<typeof listed> & {
  id: string
  number: string
  lastContactAt: string | null
  updatedAt: string
  phone: string | null
  extension: string | null
}

const listed = listedFields(customerFields)
const listedColumns = listed.map(({ key }) => `c."${key}"`).join(', ')

/**
 * The archive's list, last changed first, keyset by instant and id. With a text it is the search box's answer in one page: on a screen as many as
 * were asked for, in a file all of them.
 */
export async function listCustomers(
  services: Services,
  seat: Seat,
  input: { text: string; category?: string | null; after?: string | null; limit: number },
): Promise<Page<CustomerListRow>> {
  const { database } = services
  const most = seat.personal ? mostMeant : input.limit
  const isText = input.text.trim() !== ''
  const hits = isText ? await searchCustomers(services, seat, input.text, most + 1, input.category) : null
  refuseCutFile(seat, (hits?.length ?? 0) > most ? ['text'] : [])
  const ids = hits?.slice(0, most).map(({ customerId }) => customerId)
  if (ids?.length === 0) return { rows: [], next: null }
  const where: string[] = []
  const values: unknown[] = []
  if (ids) {
    where.push(`c."id" IN (${ids.map(() => '?').join(', ')})`)
    values.push(...ids)
  }
  if (!ids && input.category) {
    where.push('c."category" = ?')
    values.push(input.category)
  }
  const [afterAt, afterId] = input.after?.split('|') ?? []
  if (!ids && afterAt && afterId) {
    where.push('(c."updatedAt", c."id") < (?, ?)')
    values.push(afterAt, afterId)
  }
  for (const scope of customerConditions(services, seat, 'customers.view', 'c."id"')) {
    where.push(scope.where)
    values.push(...scope.values)
  }
  return database.read(async (reader) => {
    const rows = (await reader.query(
      database.sql(
        `SELECT c."id", c."number", ${listedColumns}, c."lastContactAt", c."updatedAt", p."number" AS "phone", p."extension"
         FROM "customers_customer" c LEFT JOIN "customers_phone" p ON p."customerId" = c."id" AND p."position" = 0
         ${where.length > 0 ? `WHERE ${where.join(' AND ')}` : ''} ORDER BY c."updatedAt" DESC, c."id" DESC LIMIT ${ids?.length ?? input.limit}`,
      ),
      values,
    )) as ListRow[]
    const last = rows.at(-1)
    const ordered = ids ? rows.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id)) : rows
    const counted = await countsOf(
      services,
      reader,
      seat,
      rows.map(({ id }) => id),
    )
    return {
      rows: ordered.map((row) => listRow(seat, row, counted)),
      next: !ids && last && rows.length === input.limit ? `${last.updatedAt}|${last.id}` : null,
    }
  })
}

/** What each feature counts of these customers for a seat, by customer. */
async function countsOf(services: Services, reader: Reader, seat: Seat, ids: readonly string[]): Promise<Counted> {
  const counted: Counted = { products: new Map(), openTickets: new Map() }
  if (ids.length === 0) return counted
  for (const { of, count } of services.features.flatMap(({ counts }) => counts ?? []))
    counted[of] = await count(services, reader, { seat, customerIds: ids })
  return counted
}

type Counted = Record<'products' | 'openTickets', ReadonlyMap<string, number>>

function listRow(seat: Seat, row: ListRow, { products, openTickets }: Counted): CustomerListRow {
  const { id, number, lastContactAt } = row
  return {
    ...{ id, number, lastContactAt },
    ...seenFields(seat, listed, row),
    phoneShown: row.phone ? shownPhone(seat, row.phone, row.extension ?? '').shown : '',
    products: products.get(id) ?? 0,
    openTickets: openTickets.get(id) ?? 0,
  }
}
