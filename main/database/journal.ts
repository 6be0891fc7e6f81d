import { EntitySchema } from 'typeorm'
import { bigCount, count, id, instant, maybeText, stored, text } from './columns.ts'
import { readCursor, writeCursor } from './cursor.ts'
import type { Database, Reader } from './database.ts'
import { findKey, houseSubject, unseal } from './journal-seal.ts'
import { typedRows } from './typed-rows.ts'

/**
 * What one step did to one record (`change`, `remove`), or the records it brought under one root (`add`). Values are sealed under the key of
 * the person they belong to; ids, instants and names of fields stay open, so that a history can be listed without them.
 */
export interface JournalEntry {
  id: string
  /** Rises with every entry, whatever the clocks of its stations did; two stations may share one. Orders a history across records. Within a root the version orders. */
  orderNo: number
  /** One write is one step: what was saved together is taken back together. */
  step: string
  at: string
  memberId: string | null
  /** `customers.change`: what was being done, under the name the audit chain has for it. */
  doing: string
  operation: 'add' | 'change' | 'remove'
  /** `customers.phone` */
  kind: string
  recordId: string
  /** The record that carries the version. */
  rootId: string
  subjectId: string | null
  /** The root's version after the step. */
  version: number
  /** Columns that changed; for `add` what was added, as `kind:id`. */
  fields: string[]
  sealed: string | null
  /** The step this one took back. */
  undoes: string | null
}

export const JournalEntity = new EntitySchema<JournalEntry>({
  name: 'JournalEntry',
  tableName: 'database_journal',
  columns: {
    id: id(),
    orderNo: bigCount(),
    step: text(),
    at: instant(),
    memberId: maybeText(),
    doing: text(),
    operation: text(),
    kind: text(),
    recordId: text(),
    rootId: text(),
    subjectId: maybeText(),
    version: count(),
    fields: stored(),
    sealed: maybeText(),
    undoes: maybeText(),
  },
  indices: [
    { name: 'database_journal_root', columns: ['rootId', 'version'] },
    { name: 'database_journal_subject', columns: ['subjectId', 'orderNo'] },
    { name: 'database_journal_record', columns: ['recordId'] },
    { name: 'database_journal_order', columns: ['orderNo'] },
    { name: 'database_journal_step', columns: ['step'] },
    { name: 'database_journal_undoes', columns: ['undoes'] },
  ],
})

/** Values of the columns an entry names, before and after; a removed record has its whole row before. */
export interface JournalValues {
  before: Record<string, unknown>
  after: Record<string, unknown>
}

/** An entry with its values. They are null where there are none, and where the person was erased. */
export type OpenEntry = JournalEntry & { values: JournalValues | null }

/** What reading the journal needs of the station. */
export interface JournalReader {
  database: Database
  journalKey: Buffer
}

/** Entries where a column has a value, newest first, opened. `more`: further SQL with its values. */
export async function readJournal(
  { database, journalKey }: JournalReader,
  reader: Reader,
  where: string,
  values: readonly unknown[],
  order: 'ORDER BY "version" DESC, "orderNo" DESC' | 'ORDER BY "orderNo" DESC',
  limit: number,
): Promise<OpenEntry[]> {
  const raw = (await reader.query(
    database.sql(`SELECT * FROM "database_journal" WHERE ${where} ${order} LIMIT ${limit}`),
    [...values],
  )) as Record<string, unknown>[]
  const keys = new Map<string, Buffer | null>()
  const entries: OpenEntry[] = []
  for (const entry of typedRows(reader, JournalEntity, raw)) {
    const subject = entry.subjectId ?? houseSubject
    if (!keys.has(subject)) keys.set(subject, await findKey(database, reader, journalKey, subject))
    const key = keys.get(subject)
    entries.push({ ...entry, values: entry.sealed !== null && key ? opened(key, entry.id, entry.sealed) : null })
  }
  return entries
}

/** Where the journal stands, whoever wrote last: another thread, another station, or this one by a clock that was ahead. */
export async function lastOrderOf(database: Database, reader: Reader): Promise<number> {
  const [row] = (await reader.query(database.sql('SELECT max("orderNo") AS "last" FROM "database_journal"'))) as {
    last: number | string | null
  }[]
  return Number(row?.last ?? 0)
}

function opened(key: Buffer, entryId: string, sealed: string): JournalValues | null {
  try {
    return JSON.parse(unseal(key, entryId, sealed).toString('utf8')) as JournalValues
  } catch {
    // Sealed under a key that was dropped and made anew: erased is erased.
    return null
  }
}

/** A root's entries since a version, newest first; null when the journal does not know every version in between. */
export async function entriesSince(
  house: JournalReader,
  reader: Reader,
  rootId: string,
  seen: number,
  stands: number,
): Promise<OpenEntry[] | null> {
  const entries = await readJournal(
    house,
    reader,
    '"rootId" = ? AND "version" > ?',
    [rootId, seen],
    'ORDER BY "version" DESC, "orderNo" DESC',
    1000,
  )
  const known = new Set(entries.map((entry) => entry.version))
  for (let version = seen + 1; version <= stands; version += 1) if (!known.has(version)) return null
  return entries.some((entry) => entry.sealed !== null && entry.values === null) ? null : entries
}

/** Steps that said something where a column has a value, newest first, with the step each of them takes back. */
export async function stepsWhere(
  database: Database,
  reader: Reader,
  where: string,
  values: readonly unknown[],
): Promise<{ step: string; undoes: string | null }[]> {
  return (await reader.query(
    database.sql(
      `SELECT "step", "undoes", max("orderNo") AS "at" FROM "database_journal" WHERE ${where} AND "fields" <> '[]'
       GROUP BY "step", "undoes" ORDER BY 3 DESC LIMIT 5000`,
    ),
    [...values],
  )) as { step: string; undoes: string | null }[]
}

/** Entries of one page of steps are read up to here: a merge of customers brings hundreds. */
const mostOnPage = 50_000

/**
 * Steps that said something where a column has a value, newest first, each with all its entries there; and the cursor of the steps before. A step
 * stands where its newest entry does, whatever another station wrote between its entries.
 */
export async function pageOfSteps(
  house: JournalReader,
  reader: Reader,
  where: string,
  values: readonly unknown[],
  { before, limit }: { before?: string | null | undefined; limit: number },
): Promise<{ steps: OpenEntry[][]; next: string | null }> {
  const place = readCursor(before, 'count')
  const found = (await reader.query(
    house.database.sql(
      `SELECT "step", "at" FROM
       (SELECT "step", max("orderNo") AS "at" FROM "database_journal" WHERE ${where} AND "fields" <> '[]' GROUP BY "step") said
       ${place ? 'WHERE ("at", "step") < (?, ?)' : ''} ORDER BY "at" DESC, "step" DESC LIMIT ${limit + 1}`,
    ),
    [...values, ...(place ?? [])],
  )) as { step: string; at: number | string }[]
  const shown = found.slice(0, limit)
  const last = shown.at(-1)
  if (!last) return { steps: [], next: null }
  const entries = await readJournal(
    house,
    reader,
    `${where} AND "step" IN (${shown.map(() => '?').join(', ')})`,
    [...values, ...shown.map(({ step }) => step)],
    'ORDER BY "orderNo" DESC',
    mostOnPage,
  )
  const said = entries.filter(({ fields }) => fields.length > 0)
  return {
    steps: shown.map(({ step }) => said.filter((entry) => entry.step === step)),
    next: found.length > limit ? writeCursor([Number(last.at), last.step]) : null,
  }
}

/** Which of these steps were taken back by a step that stands itself. */
export async function undoneAmong(
  database: Database,
  reader: Reader,
  steps: readonly string[],
): Promise<ReadonlySet<string>> {
  if (steps.length === 0) return new Set()
  const rows: { step: string; undoes: string }[] = []
  for (let from = 0; from < steps.length; from += 500) {
    const some = steps.slice(from, from + 500)
    const marks = some.map(() => '?').join(', ')
    const text = `SELECT DISTINCT "step", "undoes" FROM "database_journal" WHERE "undoes" IN (${marks})`
    rows.push(...((await reader.query(database.sql(text), some)) as typeof rows))
  }
  const undoneAgain = await undoneAmong(
    database,
    reader,
    rows.map(({ step }) => step),
  )
  return new Set(rows.filter(({ step }) => !undoneAgain.has(step)).map(({ undoes }) => undoes))
}

/** Rows of one kind as they stood before `entries` (newest first). */
export function rewound<Row extends { id: string }>(
  rows: readonly Row[],
  kind: string,
  entries: readonly OpenEntry[],
): Row[] {
  const past = new Map<string, Row>(rows.map((row) => [row.id, row]))
  for (const entry of entries) {
    if (entry.operation === 'add')
      for (const added of entry.fields) if (added.startsWith(`${kind}:`)) past.delete(added.slice(kind.length + 1))
    if (entry.kind !== kind || !entry.values) continue
    const row = past.get(entry.recordId)
    if (entry.operation === 'remove') past.set(entry.recordId, entry.values.before as unknown as Row)
    else if (entry.operation === 'change' && row) past.set(entry.recordId, { ...row, ...entry.values.before })
  }
  return [...past.values()]
}

/**
 * The steps that brought records (`kind:id`) under a root, by record, each with the root's version after it: it orders them, whatever the clocks of
 * the stations were. Without what came before the journal did.
 */
export async function broughtUnder(
  database: Database,
  reader: Reader,
  rootId: string,
): Promise<ReadonlyMap<string, { step: string; version: number }>> {
  const text = `SELECT "step", "version", "fields" FROM "database_journal" WHERE "rootId" = ? AND "operation" = 'add' ORDER BY "version"`
  const rows = (await reader.query(database.sql(text), [rootId])) as {
    step: string
    version: number
    fields: string | string[]
  }[]
  return new Map(
    rows.flatMap(({ step, version, fields }) => {
      const records = typeof fields === 'string' ? (JSON.parse(fields) as string[]) : fields
      return records.map((record) => [record, { step, version }] as const)
    }),
  )
}

/** What a step changed, record by record, opened; the values of somebody erased are null. */
export async function changesOfStep(house: JournalReader, reader: Reader, step: string): Promise<OpenEntry[]> {
  return readJournal(house, reader, `"step" = ? AND "operation" = 'change'`, [step], 'ORDER BY "orderNo" DESC', 1000)
}
