import { readFileSync } from 'node:fs'
import { roomOf } from './rooms.ts'

/** A table of another room, named in the code of a file. */
export interface ForeignTable {
  path: string
  table: string
  owner: string
}

const entity = /tableName: '([a-z_]+)'/g
/** No entity names it: `main/database/search` makes and asks it for the feature whose it is. */
const handmade = new Map([['customers_text', 'customers']])

/** Which room owns each table: the one whose entities name it. */
export function tableOwners(paths: readonly string[]): Map<string, string> {
  const owners = new Map(handmade)
  for (const path of paths)
    for (const [, table = ''] of readFileSync(path, 'utf8').matchAll(entity)) owners.set(table, roomOf(path) ?? '')
  return owners
}

/** Tables of other rooms that a text names, comments aside, in SQL or as a word of their own. Views are nobody's table. */
export function foreignTablesIn(path: string, text: string, owners: ReadonlyMap<string, string>): ForeignTable[] {
  const code = text.replaceAll(/(?<![`}'"])\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, ' ')
  const named = new Set([...code.matchAll(/(?<![\w.])[a-z]+_[a-z_]+(?!\w)/g)].map(([word]) => word))
  return [...named].flatMap((table) => {
    const owner = owners.get(table)
    return owner === undefined || owner === roomOf(path) ? [] : [{ path, table, owner }]
  })
}

/** Every table of another room named in `main`; migrations make all tables, so they are left out. */
export function foreignTables(paths: readonly string[]): ForeignTable[] {
  const owners = tableOwners(paths)
  return paths
    .filter((path) => !path.startsWith('main/database/migrations/'))
    .flatMap((path) => foreignTablesIn(path, readFileSync(path, 'utf8'), owners))
}
