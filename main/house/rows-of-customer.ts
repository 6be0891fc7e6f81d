import { erasedFields, type FieldEntry } from '../../shared/kit/field-entry.ts'
import type { Services } from '../api/context.ts'
import type { Reader, Tx } from '../database/database.ts'
import { indexAnew, indexGone, withTexts } from '../database/search/record-texts.ts'

/** Stands for the customer's own number where a column of an erased person cannot be empty: whose the row was is a number from then on. */
export const customerNumber = '{number}'

/** What stands in columns of an erased person's row: nothing, or `customerNumber`. */
export type ErasedColumns = Readonly<Record<string, string | null | undefined>>

/** The columns of a record's fields as erasing leaves them (see `RowsOfCustomer.erased`); `kept` where it touches none. */
export function erasedOf(fields: readonly FieldEntry[], others: ErasedColumns = {}): ErasedColumns | 'kept' {
  const columns = { ...erasedFields(fields, customerNumber), ...others }
  return Object.keys(columns).length === 0 ? 'kept' : columns
}

/** Rows that point at a customer, straight or by way of other such rows. They go where the customer goes. */
export interface RowsOfCustomer {
  /** What they are: `tickets.dispatch` for the rows of `tickets_dispatch`. */
  kind: string
  /** Column with the customer's id; with `of`, with the id of a row there. */
  column: string
  /** The kind they hang on. */
  of?: string
  /** The column of `of` that `column` repeats; `id` where it is absent. */
  by?: string
  /** Column of the instant somebody entered the row. */
  enteredAt?: string
  /** What becomes of them when the person is erased: they go, they stay as they are, or they stay with these columns emptied. */
  erased: 'gone' | 'kept' | ErasedColumns
  /** SQL of the rows the house still works on. While there is one the person cannot be erased: whoever goes there needs the name and the way. */
  needed?: string
}

/** Ids in one question: well under what either engine takes. */
const together = 500

/** Every kind of row that points at a customer, children before what they hang on. */
export function rowsOfCustomers({ features }: Pick<Services, 'features'>): RowsOfCustomer[] {
  const all = features.flatMap(({ ofCustomer }) => ofCustomer ?? [])
  return all.toSorted((a, b) => depthOf(all, b) - depthOf(all, a))
}

/** How many rows of a kind these customers have; entered after an instant where `since` says one. */
export async function countRows(
  services: Pick<Services, 'database' | 'features'>,
  reader: Reader,
  kind: string,
  customerIds: readonly string[],
  since?: string,
): Promise<number> {
  const all = rowsOfCustomers(services)
  const rows = named(all, kind)
  const later = since !== undefined && rows.enteredAt ? ` AND "${rows.enteredAt}" > ?` : ''
  let count = 0
  for (const ids of groups(customerIds)) {
    const text = `SELECT count(*) AS "n" FROM "${tableOf(kind)}" WHERE ${whereOf(all, rows, ids.length)}${later}`
    const values = [...ids, ...(later === '' ? [] : [since])]
    const [row] = (await reader.query(services.database.sql(text), values)) as { n: number | string }[]
    count += Number(row?.n ?? 0)
  }
  return count
}

/** Takes out every row of every feature that points at these customers. */
export async function removeRows(
  services: Pick<Services, 'database' | 'features'>,
  tx: Tx,
  customerIds: readonly string[],
): Promise<void> {
  const all = rowsOfCustomers(services)
  for (const ids of groups(customerIds))
    for (const rows of all) {
      const where = whereOf(all, rows, ids.length)
      const found = foundByTexts(services, rows.kind)
      if (found) await indexGone(services.database, tx, found, { where, values: ids })
      await tx.query(services.database.sql(`DELETE FROM "${tableOf(rows.kind)}" WHERE ${where}`), ids)
    }
}

/** The entity of a kind of row whose texts stand in an index. */
const foundByTexts = ({ features }: Pick<Services, 'features'>, kind: string) =>
  withTexts(features.flatMap(({ entities }) => entities)).find((entity) => entity.kind === kind)

/** How many rows the house still works on for a customer (see `needed`). */
export async function countNeeded(
  services: Pick<Services, 'database' | 'features'>,
  reader: Reader,
  customerId: string,
): Promise<number> {
  const all = rowsOfCustomers(services)
  let count = 0
  for (const rows of all) {
    if (rows.needed === undefined) continue
    const text = `SELECT count(*) AS "n" FROM "${tableOf(rows.kind)}" WHERE ${whereOf(all, rows, 1)} AND ${rows.needed}`
    const [row] = (await reader.query(services.database.sql(text), [customerId])) as { n: number | string }[]
    count += Number(row?.n ?? 0)
  }
  return count
}

/** Takes a person out of every row that points at the customer, as each feature says (see `erased`). */
export async function eraseRows(
  services: Pick<Services, 'database' | 'features'>,
  tx: Tx,
  customer: { id: string; number: string },
): Promise<void> {
  const all = rowsOfCustomers(services)
  for (const rows of all) {
    if (rows.erased === 'kept') continue
    const where = whereOf(all, rows, 1)
    const emptied = rows.erased === 'gone' ? [] : Object.entries(rows.erased)
    const set = emptied.map(([column]) => `"${column}" = ?`).join(', ')
    const text = set === '' ? 'DELETE FROM' : 'UPDATE'
    const found = foundByTexts(services, rows.kind)
    if (found && set === '') await indexGone(services.database, tx, found, { where, values: [customer.id] })
    await tx.query(
      services.database.sql(`${text} "${tableOf(rows.kind)}" ${set === '' ? '' : `SET ${set} `}WHERE ${where}`),
      [...emptied.map(([, value]) => (value === customerNumber ? customer.number : value)), customer.id],
    )
    if (found && set !== '') await indexAnew(services.database, tx, found, { where, values: [customer.id] })
  }
}

/** The table that holds a kind of row. */
export function tableOf(kind: string): string {
  return kind.replace('.', '_')
}

function whereOf(all: readonly RowsOfCustomer[], { column, of, by }: RowsOfCustomer, count: number): string {
  if (of === undefined) return `"${column}" IN (${Array.from({ length: count }, () => '?').join(', ')})`
  return `"${column}" IN (SELECT "${by ?? 'id'}" FROM "${tableOf(of)}" WHERE ${whereOf(all, named(all, of), count)})`
}

function depthOf(all: readonly RowsOfCustomer[], { of }: RowsOfCustomer): number {
  return of === undefined ? 0 : 1 + depthOf(all, named(all, of))
}

function named(all: readonly RowsOfCustomer[], kind: string): RowsOfCustomer {
  const found = all.find((rows) => rows.kind === kind)
  if (!found) throw new Error(`no feature brings rows of the kind ${kind}`)
  return found
}

function groups(ids: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / together) }, (_, nth) =>
    ids.slice(nth * together, (nth + 1) * together),
  )
}
