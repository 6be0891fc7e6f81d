import { Failure } from '../../shared/kit/failure.ts'
import { isSame } from '../../shared/kit/merge.ts'
import type { Services } from '../api/context.ts'
import type { Tx } from '../database/database.ts'
import { entriesSince, type OpenEntry, readJournal, undoneAmong } from '../database/journal.ts'
import { isPointedAt } from '../database/pointing-rows.ts'
import type { RecordSchema } from '../database/record-schema.ts'
import { type ClashBy, clashBy, type Locked, Overtaken, type Records } from '../database/records.ts'
import type { RecordKind } from '../house/record-kind.ts'

/** One step on its way back. `entries` are its entries, the last one first. */
export interface Back {
  records: Records
  kinds: readonly RecordKind[]
  entries: readonly OpenEntry[]
  services: Services
  tx: Tx
}

type Row = { id: string } & Record<string, unknown>

/** The record that carries the version of others. */
export interface Root {
  kind: RecordKind
  id: string
  row: Locked<Row> | null
}

/** Puts everything back as it was before the step, or refuses it whole. */
export async function takeBack(back: Back, roots: readonly Root[]): Promise<void> {
  const clashes: ClashBy[] = []
  for (const entry of back.entries) {
    const entity = entityOf(back, entry.kind)
    if (entry.operation === 'change') clashes.push(...(await changeBack(back, entity, entry)))
    else if (entry.operation === 'remove') clashes.push(...(await bringBack(back, entity, entry)))
    else clashes.push(...(await takeAway(back, entry)))
  }
  if (clashes.length > 0) throw new Overtaken(clashes)
  for (const root of roots) await settleRoot(back, root)
}

/** Every root is locked before anything else, in one order, so that two seats never wait for one another. */
export async function lockRoots(back: Back): Promise<Root[]> {
  const roots: Root[] = []
  for (const id of [...new Set(back.entries.map(({ rootId }) => rootId))].sort()) {
    const feature = back.entries.find(({ rootId }) => rootId === id)!.kind.split('.')[0]
    const kind = back.kinds.find(({ entity }) => entity.journal.root === 'id' && entity.kind.split('.')[0] === feature)
    if (!kind) throw new Error(`no feature brings the root of ${feature ?? ''}`)
    roots.push({ kind, id, row: await back.records.lock(kind.entity as unknown as RecordSchema<Row>, id) })
  }
  return roots
}

async function changeBack(back: Back, entity: RecordSchema<Row>, entry: OpenEntry): Promise<ClashBy[]> {
  const { before = {}, after = {} } = entry.values ?? {}
  const stands = await back.records.lock(entity, entry.recordId)
  const quiet: readonly string[] = entity.journal.quiet ?? []
  if (!stands) return [await clash(back, entry, { field: 'removed', theirs: null, yours: before })]
  const written = await writtenSince(back, entry)
  const clashes: ClashBy[] = []
  const changes: Record<string, unknown> = {}
  for (const field of entry.fields) {
    const writer = quiet.includes(field) ? undefined : written.find(({ fields }) => fields.includes(field))
    if (isSame(stands[field], after[field]) && !writer) changes[field] = before[field] ?? null
    else if (!quiet.includes(field) && !isSame(stands[field], before[field])) {
      const what = { field, theirs: stands[field], yours: before[field] }
      const of = { kind: entry.kind, id: entry.recordId }
      clashes.push(writer ? clashBy({ ...what, ...of }, [writer]) : await clash(back, entry, what))
    }
  }
  if (clashes.length === 0) await back.records.change(entity, stands, changes)
  return clashes
}

async function bringBack(back: Back, entity: RecordSchema<Row>, entry: OpenEntry): Promise<ClashBy[]> {
  if (await back.records.lock(entity, entry.recordId)) return []
  const kind = back.kinds.find((each) => each.entity.kind === entry.kind)
  if (await kind?.standsAgain?.(back.tx, entry.values!.before!))
    throw new Failure('ruleBroken', 'history.failure.standsAgain')
  await back.records.add(entity, entry.values!.before as Row)
  return []
}

/** What the step brought goes again, unless somebody has worked with it since. */
async function takeAway(back: Back, entry: OpenEntry): Promise<ClashBy[]> {
  const since = await stillStanding(back, await sinceOf(back, entry))
  for (const added of entry.fields.toReversed()) {
    const [kind = '', id = ''] = added.split(':')
    const entity = entityOf(back, kind)
    const stands = await back.records.lock(entity, id)
    if (!stands) continue
    const touched = since.find((later) => later.recordId === id && later.fields.length > 0)
    if (touched) return [clashBy({ kind, id, field: 'removed', theirs: stands, yours: null }, since)]
    if (await isPointedAt(back.services.database, back.tx, kind, id))
      throw new Failure('ruleBroken', 'history.failure.inUse')
    await back.records.remove(entity, stands)
  }
  return []
}

/** Edits whose effect is there: neither taken back nor a taking back. */
async function stillStanding({ services, tx }: Back, since: readonly OpenEntry[]): Promise<OpenEntry[]> {
  const undone = await undoneAmong(services.database, tx, [...new Set(since.map(({ step }) => step))])
  return since.filter(({ step, undoes }) => undoes === null && !undone.has(step))
}

async function clash(
  back: Back,
  entry: OpenEntry,
  what: { field: string; theirs: unknown; yours: unknown },
): Promise<ClashBy> {
  return clashBy({ ...what, kind: entry.kind, id: entry.recordId }, await sinceOf(back, entry))
}

async function sinceOf({ services, tx }: Back, { rootId, version }: OpenEntry): Promise<OpenEntry[]> {
  return (await entriesSince(services, tx, rootId, version, version)) ?? []
}

/** Who wrote the record since and is not taken back, the last one first: whoever wrote the same value again wrote it all the same. */
async function writtenSince(back: Back, { step, recordId, version }: OpenEntry): Promise<OpenEntry[]> {
  const since = await readJournal(
    back.services,
    back.tx,
    '"recordId" = ? AND "version" > ? AND "operation" = ? AND "step" <> ?',
    [recordId, version, 'change', step],
    'ORDER BY "version" DESC, "orderNo" DESC',
    1000,
  )
  return stillStanding(back, since)
}

/** The root counts up when only its parts changed; then what follows from it is written anew. */
async function settleRoot({ records, services, tx }: Back, { kind, id, row }: Root): Promise<void> {
  const entity = kind.entity as unknown as RecordSchema<Row>
  const stands = await records.lock(entity, id)
  if (stands && row && isSame(stands.version, row.version)) await records.change(entity, stands, {})
  await kind.settle?.(services, tx, id, stands ? null : row)
}

function entityOf({ kinds }: Back, name: string): RecordSchema<Row> {
  const kind = kinds.find(({ entity }) => entity.kind === name)
  if (!kind) throw new Error(`no feature brings records of the kind ${name}`)
  return kind.entity as unknown as RecordSchema<Row>
}
