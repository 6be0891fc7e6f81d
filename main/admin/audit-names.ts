import type { Seat, Services } from '../api/context.ts'
import type { Reader } from '../database/database.ts'
import { nameSources, namesOf } from '../house/names-of.ts'
import { firstMeant, type Meant, mostMeant } from '../house/list-source.ts'
import { mostWalked } from '../../shared/kit/lists.ts'
import { tableOf } from '../house/rows-of-customer.ts'

/** What a text means among the things the audit speaks of; `isRecent`: by an index and the newest of a kind, older ones were not looked at. */
export interface Called extends Meant {
  isRecent: boolean
}

/**
 * Things whose name, as the seat meets it, holds the text (of small letters): the first of each kind, and whether there are more. Names have no
 * index of their own: looked at are the newest of each kind, as many as a list may walk, and whatever the kind finds by an index.
 */
export async function idsCalled(services: Services, reader: Reader, seat: Seat, sought: string): Promise<Called> {
  const { database } = services
  const holds = database.engine === 'sqlite' ? 'instr' : 'strpos'
  const found = new Set<string>()
  let [isCut, isRecent] = [false, false]
  const take = (meant: Meant) => {
    isCut ||= meant.isCut
    for (const id of meant.ids) found.add(id)
  }
  for (const { kind, as, find } of nameSources(services)) {
    const table = `"${tableOf(kind)}"`
    const newest = `SELECT "id", ${as} AS "name" FROM ${table} ORDER BY "id" DESC LIMIT ${mostWalked}`
    const text = `SELECT "id" FROM (${newest}) newest WHERE ${holds}(lower("name"), ?) > 0 ORDER BY "id" DESC LIMIT ${mostMeant + 1}`
    const rows = (await reader.query(database.sql(text), [sought])) as { id: string }[]
    take(firstMeant(rows.map(({ id }) => id)))
    const older = `SELECT 1 FROM ${table} ORDER BY "id" DESC LIMIT 1 OFFSET ${mostWalked}`
    if ((await reader.query<unknown[]>(older)).length === 0) continue
    isRecent ||= !find
    const meant = await find?.(services, reader, seat, sought)
    if (meant) take(meant)
  }
  const names = await namesOf(services, reader, seat, [...found])
  const ids = [...names].filter(([, name]) => name.toLowerCase().includes(sought)).map(([id]) => id)
  return { ids, isCut, isRecent }
}
