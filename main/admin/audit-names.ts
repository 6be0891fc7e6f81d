import type { Services } from '../api/context.ts'
import type { Reader } from '../database/database.ts'
import { tableOf } from '../house/rows-of-customer.ts'

/** What things are called now, by id: members, and whatever a feature says its things are called. A thing that is gone has no name. */
export async function namesOf(
  { database, features }: Services,
  reader: Reader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>()
  let open = [...new Set(ids)]
  for (const { kind, as } of [
    { kind: 'admin.member', as: '"name"' },
    ...features.flatMap(({ names }) => names ?? []),
  ]) {
    if (open.length === 0) break
    const rows: { id: string; name: string }[] = []
    for (let from = 0; from < open.length; from += 500) {
      const some = open.slice(from, from + 500)
      const marks = some.map(() => '?').join(', ')
      const text = `SELECT "id", ${as} AS "name" FROM "${tableOf(kind)}" WHERE "id" IN (${marks})`
      rows.push(...((await reader.query(database.sql(text), some)) as typeof rows))
    }
    for (const row of rows) names.set(row.id, row.name.trim())
    open = open.filter((id) => !names.has(id))
  }
  return names
}
