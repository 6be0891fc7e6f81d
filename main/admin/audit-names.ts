import type { Database, Reader } from '../database/database.ts'

/**
 * Every table the chain speaks of by id, and what its rows are called: numbers and names, never a telephone number. The chain is about the
 * whole house, so it is the one place that knows the tables of every feature by name; it only reads them.
 */
const tables: readonly (readonly [table: string, name: string])[] = [
  ['admin_member', '"name"'],
  ['tickets_ticket', `"number" || ' ' || "customerName"`],
  ['customers_customer', `"number" || ' ' || "name"`],
  ['tickets_dispatch', '"number"'],
  ['intake_register', `"registerNo" || ' ' || "customerName"`],
  ['products_product', `"name" || ' ' || "model"`],
  ['customers_import', '"fileName"'],
]

/** What things are called now, by id. A thing that is gone has no name. */
export async function namesOf(
  database: Database,
  reader: Reader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>()
  let open = [...new Set(ids)]
  for (const [table, name] of tables) {
    if (open.length === 0) break
    const rows: { id: string; name: string }[] = []
    for (let from = 0; from < open.length; from += 500) {
      const some = open.slice(from, from + 500)
      const marks = some.map(() => '?').join(', ')
      const text = `SELECT "id", ${name} AS "name" FROM "${table}" WHERE "id" IN (${marks})`
      rows.push(...((await reader.query(database.sql(text), some)) as typeof rows))
    }
    for (const row of rows) names.set(row.id, row.name.trim())
    open = open.filter((id) => !names.has(id))
  }
  return names
}
