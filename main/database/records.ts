import { createHmac } from 'node:crypto'
import { type Clash, isSame, mergeFields } from '../../shared/kit/merge.ts'
import { beforeCommit } from './before-commit.ts'
import type { Database, Tx } from './database.ts'
import {
  entriesSince,
  JournalEntity,
  type JournalEntry,
  lastOrderOf,
  type OpenEntry,
  readJournal,
  rewound,
} from './journal.ts'
import { ensureKey, houseSubject, seal } from './journal-seal.ts'
import type { RecordSchema } from './record-schema.ts'
import { deleteRow, findRows, insertRow, tableOfRecords, updateRow } from './typed-rows.ts'

/** What the record door needs of the station. */
export interface RecordHouse {
  database: Database
  /** Wraps the keys of the journal; derived from the station's key. */
  journalKey: Buffer
  now(): string
  newId(): string
}

declare const lockedMark: unique symbol

/** A row nobody else can change before this write settles. Only the door gives it out. */
export type Locked<Row> = Row & { readonly [lockedMark]: true }

/** A field that somebody else changed too, with who and when. */
export type ClashBy = Clash & { kind: string; id: string; memberId: string | null; at: string }

/** Somebody else changed the same record to something else. Without clashes nobody knows any more what they changed. */
export class Overtaken extends Error {
  override readonly name = 'Overtaken'

  constructor(readonly clashes: readonly ClashBy[]) {
    super(`overtaken: ${clashes.map(({ kind, field }) => `${kind}.${field}`).join(', ')}`)
  }
}

/** What a step did to one record so far: several changes of one write are one. */
interface Done {
  entity: RecordSchema<never>
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
}

const open = new WeakMap<Tx, Records>()
let lastOrder = 0

/**
 * The record door of one write (principle 3): who does what. Operations that call one another inside a write share it, so what was saved
 * together is one step; the outermost names it.
 */
export function recordsOf(
  house: RecordHouse,
  tx: Tx,
  author: { memberId: string } | null,
  doing = '',
  undoes: string | null = null,
): Records {
  const known = open.get(tx)
  if (known) return known
  const records = new Records(house, tx, author?.memberId ?? null, doing, undoes)
  open.set(tx, records)
  beforeCommit.set(tx, () => records.write())
  return records
}

/**
 * Names the step a write is by what the audit chain calls it, and answers a keyed hash over what it changed: it proves the journal and gives no
 * value away. Null when nothing was changed.
 */
export function nameStep(tx: Tx, doing: string): string | null {
  return open.get(tx)?.named(doing) ?? null
}

/** Reads, adds, changes, removes and restores records in one write, and keeps before and after. */
export class Records {
  readonly step: string
  private readonly done = new Map<string, Done>()
  private readonly roots = new Map<string, Root>()
  private readonly leftOut = new Set<string>()
  /** Records that only the house's own work changed so far: their version is not counted up. */
  private readonly quiet = new Set<string>()
  private readonly keys = new Map<string, Buffer>()

  constructor(
    private readonly house: RecordHouse,
    private readonly tx: Tx,
    private readonly memberId: string | null,
    private doing: string,
    private readonly undoes: string | null,
  ) {
    this.step = house.newId()
  }

  /** A record that the same import brings by the thousand: nobody has seen it yet, so its story begins after this step. */
  leaveOut(rootId: string): void {
    this.leftOut.add(rootId)
  }

  /** The record, locked until the write settles; null when there is none. */
  async lock<Row extends { id: string }>(entity: RecordSchema<Row>, id: string): Promise<Locked<Row> | null> {
    const [row] = await findRows(this.house.database, this.tx, entity, { id } as Partial<Row>, true)
    return (row as Locked<Row> | undefined) ?? null
  }

  /** The parts of a record, by id: its telephone numbers, its dispatch orders. */
  async lockWhere<Row extends { id: string }>(entity: RecordSchema<Row>, where: Partial<Row>): Promise<Locked<Row>[]> {
    return (await findRows(this.house.database, this.tx, entity, where, true)) as Locked<Row>[]
  }

  async add<Row extends { id: string }>(entity: RecordSchema<Row>, row: Row): Promise<Locked<Row>> {
    await insertRow(this.house.database, this.tx, tableOfRecords(entity), row)
    this.note(entity, row.id, null, row)
    return row as Locked<Row>
  }

  /**
   * Changes a locked record. A step counts its version up once, also when nothing of its own changed but a part of it did. `isQuiet`: the house's
   * own work, which no open form was overtaken by; it is written down at the version that stands.
   */
  async change<Row extends { id: string }>(
    entity: RecordSchema<Row>,
    before: Locked<Row>,
    changes: Partial<Row>,
    { isQuiet = false }: { isQuiet?: boolean } = {},
  ): Promise<Locked<Row>> {
    const given = Object.fromEntries(
      Object.entries(changes).filter(([field, value]) => value !== undefined && !isSame(value, before[field as never])),
    ) as Partial<Row>
    const key = `${entity.kind}:${before.id}`
    const isCounted = isQuiet || entity.journal.root !== 'id' || (this.done.has(key) && !this.quiet.has(key))
    if (!isCounted) this.quiet.delete(key)
    else if (isQuiet && !this.done.has(key)) this.quiet.add(key)
    const version = isCounted ? {} : { version: (before as unknown as Versioned).version + 1 }
    const after = { ...before, ...given, ...version }
    await updateRow(this.house.database, this.tx, tableOfRecords(entity), before.id, { ...given, ...version })
    this.note(entity, before.id, before, after)
    return after
  }

  /** Takes a locked record out of its table. The journal keeps it whole: it can be restored. */
  async remove<Row extends { id: string }>(entity: RecordSchema<Row>, before: Locked<Row>): Promise<void> {
    await deleteRow(this.house.database, this.tx, tableOfRecords(entity), before.id)
    this.note(entity, before.id, before, null)
  }

  /** Puts a removed record back as it was; null when the journal has none of that id, or its person was erased. */
  async restore<Row extends { id: string }>(entity: RecordSchema<Row>, id: string): Promise<Locked<Row> | null> {
    if (await this.lock(entity, id)) return null
    const newest = 'ORDER BY "orderNo" DESC'
    const where = '"recordId" = ? AND "kind" = ? AND "operation" = \'remove\''
    const [entry] = await readJournal(this.house, this.tx, where, [id, entity.kind], newest, 1)
    return entry?.values ? this.add(entity, entry.values.before as unknown as Row) : null
  }

  /**
   * What of `wanted` is to be written into a locked record whose editor saw version `seen`. Others may have changed other fields meanwhile; the
   * same field changed to something else is `Overtaken`.
   */
  async merged<Row extends { id: string; version: number }>(
    entity: RecordSchema<Row>,
    stands: Locked<Row>,
    seen: number,
    wanted: Partial<Row>,
  ): Promise<Partial<Row>> {
    const since = await this.since(stands, seen)
    const [past] = rewound([stands as Row], entity.kind, since)
    const { changes, clashes } = mergeFields(fieldsOf(past ?? stands), fieldsOf(stands), fieldsOf(wanted))
    if (clashes.length > 0)
      throw new Overtaken(clashes.map((clash) => clashBy({ ...clash, kind: entity.kind, id: stands.id }, since)))
    return changes as Partial<Row>
  }

  /** What others did to a record and its parts since the version an editor saw, newest first. `Overtaken` when nobody knows any more. */
  async since(root: Locked<{ id: string; version: number }>, seen: number): Promise<OpenEntry[]> {
    if (seen === root.version) return []
    const entries = seen < root.version ? await entriesSince(this.house, this.tx, root.id, seen, root.version) : null
    if (!entries) throw new Overtaken([])
    return entries
  }

  /** See `nameStep`; the outermost operation names last. */
  named(doing: string): string | null {
    this.doing = doing
    const changed = [...this.done].filter(
      ([, { entity, before, after }]) => before && (!after || changedFields(entity, before, after).length > 0),
    )
    if (changed.length === 0) return null
    return createHmac('sha256', this.house.journalKey)
      .update(JSON.stringify([this.step, changed.map(([key, value]) => [key, value.before, value.after])]))
      .digest('hex')
  }

  /** Writes the step into the journal: the last thing before the commit. */
  async write(): Promise<void> {
    const entries = await this.entries()
    for (const entry of entries) await insertRow(this.house.database, this.tx, JournalEntity, entry)
    this.done.clear()
    open.delete(this.tx)
  }

  private note<Row extends { id: string }>(
    entity: RecordSchema<Row>,
    id: string,
    before: Row | null,
    after: Row | null,
  ): void {
    if (this.leftOut.has(fieldsOf((after ?? before)!)[entity.journal.root] as string)) return
    const key = `${entity.kind}:${id}`
    const earlier = this.done.get(key)
    if (entity.journal.root === 'id') {
      const row = fieldsOf((after ?? before)!)
      const { subject } = entity.journal
      this.roots.set(id, { version: row.version as number, subjectId: (row[subject ?? ''] as string | null) ?? null })
    }
    if (earlier && earlier.before === null && after === null) this.done.delete(key)
    else
      this.done.set(key, {
        entity: entity as unknown as RecordSchema<never>,
        before: (earlier ? earlier.before : before) as Done['before'],
        after: after as Done['after'],
      })
  }

  private async entries(): Promise<JournalEntry[]> {
    if (this.done.size === 0) return []
    lastOrder = Math.max(lastOrder, await lastOrderOf(this.house.database, this.tx))
    const entries: JournalEntry[] = []
    const added = new Map<string, JournalEntry>()
    for (const [key, { entity, before, after }] of this.done) {
      const row = (after ?? before) as Record<string, unknown>
      const rootId = row[entity.journal.root] as string
      if (before === null) {
        const brought = added.get(rootId)
        if (brought) brought.fields.push(key)
        else added.set(rootId, this.entry(entity, row, 'add', [key]))
      } else if (after === null)
        entries.push(await this.sealed(this.entry(entity, row, 'remove', Object.keys(before)), before, {}))
      else {
        const fields = changedFields(entity, before, after)
        // A version without an entry would leave a gap that nobody can merge over.
        if (fields.length > 0 || (entity.journal.root === 'id' && !this.quiet.has(key)))
          entries.push(await this.sealed(this.entry(entity, row, 'change', fields), before, after))
      }
    }
    return [...added.values(), ...entries]
  }

  private entry(
    entity: RecordSchema<never>,
    row: Record<string, unknown>,
    operation: JournalEntry['operation'],
    fields: string[],
  ): JournalEntry {
    const { subject, root } = entity.journal
    const rootId = row[root] as string
    const known = this.roots.get(rootId)
    if (known === undefined) throw new Error(`${entity.kind} was changed without the record it is a part of`)
    lastOrder = Math.max(Date.now() * 1000, lastOrder + 1)
    return {
      id: this.house.newId(),
      orderNo: lastOrder,
      step: this.step,
      at: this.house.now(),
      memberId: this.memberId,
      doing: this.doing,
      operation,
      kind: entity.kind,
      recordId: row.id as string,
      rootId,
      subjectId: subject === 'root' ? known.subjectId : ((row[subject ?? ''] as string | null) ?? null),
      version: known.version,
      fields,
      sealed: null,
      undoes: this.undoes,
    }
  }

  private async sealed(
    entry: JournalEntry,
    before: Record<string, unknown>,
    after: Record<string, unknown>,
  ): Promise<JournalEntry> {
    if (entry.fields.length === 0) return entry
    const only = (row: Record<string, unknown>) =>
      Object.fromEntries(entry.fields.filter((field) => field in row).map((field) => [field, row[field]]))
    const { database, journalKey } = this.house
    const subject = entry.subjectId ?? houseSubject
    const key = this.keys.get(subject) ?? (await ensureKey(database, this.tx, journalKey, subject, entry.at))
    this.keys.set(subject, key)
    const values = JSON.stringify({ before: only(before), after: only(after) })
    return { ...entry, sealed: seal(key, entry.id, Buffer.from(values)) }
  }
}

interface Versioned {
  version: number
}

/** What the parts of a record take from it. */
interface Root extends Versioned {
  subjectId: string | null
}

const fieldsOf = (row: object) => row as Record<string, unknown>

/** Columns that say something: neither the version nor what follows from others. */
export function changedFields(
  entity: RecordSchema<never>,
  before: Record<string, unknown>,
  after: Record<string, unknown>,
): string[] {
  const follows: readonly string[] = [...(entity.journal.follows ?? []), 'version']
  return Object.keys(after).filter((field) => !follows.includes(field) && !isSame(before[field], after[field]))
}

/** The newest of `since` that touched the field says who and when. */
export function clashBy(clash: Clash & { kind: string; id: string }, since: readonly OpenEntry[]): ClashBy {
  const of = since.filter((entry) => entry.kind === clash.kind && entry.recordId === clash.id)
  const entry = of.find(({ operation, fields }) => operation === 'remove' || fields.includes(clash.field)) ?? since[0]
  return { ...clash, memberId: entry?.memberId ?? null, at: entry?.at ?? '' }
}
