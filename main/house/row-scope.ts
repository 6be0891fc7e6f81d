import { type Right } from '../../shared/admin/rights.ts'
import { type RowScope, scopeOf } from '../../shared/admin/scopes.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Reader } from '../database/database.ts'
import { oneOf } from '../database/one-of.ts'

/** Whose a row is. Of a query: the SQL of the columns that say so; of a row: what stands in them. */
export interface RowOwners<Value> {
  /** Member it is assigned to. */
  assigned?: Value
  /** Member who took it. */
  own?: Value
  /** Outlet or area it lies in. */
  outlet?: Value
}

/** A condition of a query with its values. */
export interface Condition {
  where: string
  values: string[]
}

const nothing: Condition = { where: '1 = 0', values: [] }

/** The scope of a seat in a function. */
export function seatScope(seat: Seat, right: Right): RowScope {
  return scopeOf(seat.role, right, seat.rowScope)
}

/** What narrows a query to the rows a seat meets: none where it meets all. */
export function scopeConditions(seat: Seat, right: Right, columns: RowOwners<string>): Condition[] {
  const scope = seatScope(seat, right)
  if (scope === 'all') return []
  const mine = columnsOf(scope, columns).map((column) => ({ where: `${column} = ?`, values: [seat.memberId] }))
  return [anyOf([...mine, ...around(seat, scope, columns)])]
}

/** All of these at once; none let everything through. */
export const allOf = (conditions: readonly Condition[]): Condition => ({
  where: conditions.map(({ where }) => where).join(' AND ') || '1 = 1',
  values: conditions.flatMap(({ values }) => values),
})

/** Those of some rows that lie within a scope; `id` is their column in `from`. Asks nothing where there is no scope. */
export async function rowsMet(
  { database }: Services,
  reader: Reader,
  { from, id }: { from: string; id: string },
  scope: readonly Condition[],
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (scope.length === 0 || ids.length === 0) return new Set(ids)
  const { where, values } = allOf([oneOf(database, id, ids), ...scope])
  const text = `SELECT ${id} AS "id" FROM ${from} WHERE ${where}`
  const rows = (await reader.query(database.sql(text), values)) as { id: string }[]
  return new Set(rows.map((row) => row.id))
}

/** Whether a seat meets one row, by what stands in the row. */
export async function isInScope(
  services: Services,
  reader: Reader,
  seat: Seat,
  right: Right,
  row: RowOwners<string | null>,
): Promise<boolean> {
  const scope = seatScope(seat, right)
  if (scope === 'all') return true
  if (columnsOf(scope, row).includes(seat.memberId)) return true
  if (scope === 'outlet') return !!seat.region && row.outlet === seat.region
  if (scope !== 'department' || !seat.department) return false
  const people = [row.assigned, row.own].filter((id) => typeof id === 'string')
  if (people.length === 0) return false
  const found: unknown[] = await reader.query(
    services.database.sql(
      `SELECT 1 FROM "admin_member" WHERE "department" = ? AND "id" IN (${people.map(() => '?').join(', ')})`,
    ),
    [seat.department, ...people],
  )
  return found.length > 0
}

/** The columns that must name the member himself. */
function columnsOf<Value>(scope: RowScope, { assigned, own }: RowOwners<Value>): Value[] {
  const wanted = scope === 'assigned' ? [assigned] : scope === 'own' ? [own] : [assigned, own]
  return wanted.filter((value) => value !== undefined)
}

function around(seat: Seat, scope: RowScope, { assigned, own, outlet }: RowOwners<string>): Condition[] {
  if (scope === 'outlet' && outlet && seat.region) return [{ where: `${outlet} = ?`, values: [seat.region] }]
  if (scope !== 'department' || !seat.department) return []
  const { department } = seat
  return [assigned, own]
    .filter((column) => column !== undefined)
    .map((column) => ({
      where: `${column} IN (SELECT "id" FROM "admin_member" WHERE "department" = ?)`,
      values: [department],
    }))
}

/** Any of these; none lets nothing through. */
export function anyOf(conditions: readonly Condition[]): Condition {
  if (conditions.length === 0) return nothing
  return {
    where: `(${conditions.map(({ where }) => where).join(' OR ')})`,
    values: conditions.flatMap(({ values }) => values),
  }
}
