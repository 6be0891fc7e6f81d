import { readFileSync } from 'node:fs'

/** A place that writes rows of records past the record door. */
export interface RecordWrite {
  path: string
  /** Table of records, or `*` where the statement does not say which. */
  table: string
  /** What was read there, for who has to mend it. */
  text: string
}

/** Who may write rows of records past the record door, and why. A line that no longer meets anything fails. */
export const passTheDoor: readonly { path: string; tables: readonly string[]; why: string }[] = [
  {
    path: 'main/admin/set-up.ts',
    tables: ['admin_member'],
    why: 'the first account: nobody stood before it who could have made it',
  },
  {
    path: 'main/customers/erase-customer.ts',
    tables: ['customers_customer'],
    why: 'a person who is erased is to be forgotten: a journal would keep what was there',
  },
  {
    path: 'main/customers/import-customers.ts',
    tables: ['customers_customer', 'customers_person', 'customers_phone', 'products_product'],
    why: 'thousands in one statement; the import itself says what it brought, and their story begins with the first change',
  },
  {
    path: 'main/customers/import-stage.ts',
    tables: ['*', 'customers_customer'],
    why: 'takes out what an import left half-way and nobody has seen',
  },
  {
    path: 'main/customers/remove-customers.ts',
    tables: ['customers_customer'],
    why: 'customers of the sample go for good, by the dozen, with all that was entered on them',
  },
  {
    path: 'main/house/rows-of-customer.ts',
    tables: ['*'],
    why: 'what points at a customer that is erased or taken out goes with it, whichever feature keeps it',
  },
  {
    path: 'main/intake/past-calls.ts',
    tables: ['intake_register'],
    why: 'lines of an old archive, by the hundred; their story begins with the first correction',
  },
  {
    path: 'main/intake/record-intake.ts',
    tables: ['intake_register'],
    why: 'the line itself says who took it down and when, and the desk waits for it; its story begins with the first correction',
  },
  {
    path: 'main/sample/open-sample.ts',
    tables: ['admin_member'],
    why: 'accounts of the sample are there before anybody',
  },
  {
    path: 'main/sample/remove-sample.ts',
    tables: ['admin_member'],
    why: 'accounts of the sample go for good, their passwords with them: what opens the door never stands in a journal',
  },
  {
    path: 'main/tickets/past-tickets.ts',
    tables: ['tickets_ticket'],
    why: 'cases of an old archive, over before the station knew of them',
  },
]

const schema = /export const (\w+) = new RecordSchema<[^(]*\(\{\s*name: '\w+',\s*tableName: '([a-z_]+)'/g

/** Tables of records by the names of their entities. */
export function recordTables(paths: readonly string[]): Map<string, string> {
  const tables = new Map<string, string>()
  for (const path of paths)
    for (const [, entity = '', table = ''] of readFileSync(path, 'utf8').matchAll(schema)) tables.set(entity, table)
  return tables
}

const statement = /\b(?:INSERT(?: OR \w+)? INTO|UPDATE(?! OF\b)|DELETE FROM)\s+(?:"?([a-z]+_[a-z_]+)\b|"?(\$\{))/gi
/** A statement's beginning by itself, to which some table is put. */
const begun = /['`](?:INSERT INTO|UPDATE|DELETE FROM)['`]/g
/** The entity manager's own ways, and its query builder's. */
const managed =
  /(?:\btx\.remove|\.(?:insert|update|upsert|save|delete|softDelete|increment|decrement|into|from))\(\s*(\w+Entity)\b/g
const brought = /\bbringRecords\b/
const named = /\b\w+Entity\b/g
/** How a record would be given out for a plain row. */
const disguised = /\btableOfRecords\b|as (?:unknown as )?PlainSchema\b/g

/**
 * Writes of record tables in a text, comments aside: SQL that names one or does not say which, the entity manager given such an entity, and what is
 * brought in bulk. Reading from one with the query builder counts too: a question is asked in SQL or with `find`.
 */
export function recordWritesIn(path: string, text: string, tables: ReadonlyMap<string, string>): RecordWrite[] {
  const code = text.replaceAll(/(?<![`}'"])\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, ' ')
  const known = new Set(tables.values())
  const writes: RecordWrite[] = []
  for (const [all, table, unsaid] of code.matchAll(statement))
    if (unsaid) writes.push({ path, table: '*', text: all })
    else if (table && known.has(table)) writes.push({ path, table, text: all })
  for (const [all, entity = ''] of code.matchAll(managed)) {
    const table = tables.get(entity)
    if (table) writes.push({ path, table, text: all })
  }
  if (brought.test(code))
    for (const entity of new Set([...code.matchAll(named)].map(([name]) => name))) {
      const call = new RegExp(`\\b(?:bringRecords|bring)\\([^;]*?\\b${entity}\\b`)
      const table = call.test(code) ? tables.get(entity) : undefined
      if (table) writes.push({ path, table, text: `bringRecords ${entity}` })
    }
  for (const [all] of [...code.matchAll(begun), ...code.matchAll(disguised)])
    writes.push({ path, table: '*', text: all })
  return writes
}

/** Every write of a record's row in `main` outside the database room that is not let past the door. */
export function recordWrites(paths: readonly string[]): { strange: RecordWrite[]; let: RecordWrite[] } {
  const tables = recordTables(paths)
  const all = paths
    .filter((path) => !path.startsWith('main/database/'))
    .flatMap((path) => recordWritesIn(path, readFileSync(path, 'utf8'), tables))
  const isLet = (write: RecordWrite) =>
    passTheDoor.some(({ path, tables: may }) => path === write.path && may.includes(write.table))
  return { strange: all.filter((write) => !isLet(write)), let: all.filter(isLet) }
}

/** Lines of the list that meet nothing any more. */
export function idlePasses(writes: readonly RecordWrite[]): string[] {
  return passTheDoor.flatMap(({ path, tables }) =>
    tables
      .filter((table) => !writes.some((write) => write.path === path && write.table === table))
      .map((table) => `${path} ${table}`),
  )
}
