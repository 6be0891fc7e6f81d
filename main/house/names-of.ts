import { withoutNumbers } from '../../shared/kit/mask-numbers.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Reader } from '../database/database.ts'
import type { NameSource } from './feature.ts'
import { tableOf } from './rows-of-customer.ts'

/** Members, and whatever a feature says its things are called. */
export const nameSources = ({ features }: Services): NameSource[] => [
  { kind: 'admin.member', as: '"name"' },
  ...features.flatMap(({ names }) => names ?? []),
]

/** What things are called now, by id: members, and whatever a feature says its things are called. A thing that is gone has no name, nor has one outside the rows of the seat. */
export async function namesOf(
  services: Services,
  reader: Reader,
  seat: Seat,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { database } = services
  const names = new Map<string, string>()
  let open = [...new Set(ids)]
  for (const { kind, as, isTyped = false, met } of nameSources(services)) {
    if (open.length === 0) break
    const rows: { id: string; name: string }[] = []
    for (let from = 0; from < open.length; from += 500) {
      const some = open.slice(from, from + 500)
      const marks = some.map(() => '?').join(', ')
      const text = `SELECT "id", ${as} AS "name" FROM "${tableOf(kind)}" WHERE "id" IN (${marks})`
      rows.push(...((await reader.query(database.sql(text), some)) as typeof rows))
    }
    const found = rows.map(({ id }) => id)
    const seen = met ? await met(services, reader, seat, found) : new Set(found)
    for (const row of rows)
      if (seen.has(row.id)) names.set(row.id, (isTyped ? withoutNumbers(row.name) : row.name).trim())
    open = open.filter((id) => !found.includes(id))
  }
  return names
}
