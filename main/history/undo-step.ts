import type { Undone } from '../../shared/history/schema.ts'
import { mayUse } from '../../shared/admin/rights.ts'
import { Failure } from '../../shared/kit/failure.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Tx } from '../database/database.ts'
import { type OpenEntry, readJournal, undoneAmong } from '../database/journal.ts'
import { audit } from '../house/audit.ts'
import { sayOvertaken } from '../house/overtaken.ts'
import { mayChange, type RecordKind, recordKinds } from '../house/record-kind.ts'
import { recordsOf } from '../database/records.ts'
import { type Back, lockRoots, type Root, takeBack } from './take-back.ts'
import { isWayBack, originOf, redoing, undoing } from './steps.ts'

/**
 * Takes a step back, or brings one again by taking back what took it back. Own steps may be taken back by whoever may change the record, others'
 * by a supervisor. Fields nobody touched since come back; a field somebody changed meanwhile is refused with both values, and so is a step that
 * reached others: it has a counter-step of its own. Taking the same step back twice takes it back once.
 */
export async function undoStep(services: Services, seat: Seat, step: string): Promise<Undone> {
  const { database } = services
  const kinds = recordKinds(services)
  const write = database.write(async (tx) => {
    const entries = await entriesOfStep(services, tx, step)
    refuseForeign(seat, entries)
    const origin = await originOf(tx, entries[0]!)
    for (const entry of entries) refuseStep(seat, kindOf(kinds, entry), entry, origin)
    const doing = entries[0]!.doing === undoing ? redoing : undoing
    const back: Back = { records: recordsOf(services, tx, seat, doing, step), kinds, entries, services, tx }
    const roots = await lockRoots(back)
    await refuseOutside(back, seat, roots)
    // Asked behind the locks: of two seats that take the same step back, the second finds it taken back.
    if ((await undoneAmong(database, tx, [step])).has(step)) return { step: back.records.step, labels: [] }
    await takeBack(back, roots)
    for (const { kind, rootId } of rootsOf(entries)) {
      const subject = `${kind.split('.')[1] ?? ''}:${rootId}`
      await audit(services, tx, seat, { action: doing, subject, details: { of: entries[0]!.doing } })
    }
    return { step: back.records.step, labels: labelsOf(kinds, entries) }
  })
  const undone = await write.catch(sayOvertaken(services, seat, kinds, 'history.failure.overtaken'))
  return undone
}

interface Touched {
  kind: string
  rootId: string
}

/** Entries of a step, the last one first. */
async function entriesOfStep(services: Services, tx: Tx, step: string): Promise<OpenEntry[]> {
  const entries = await readJournal(services, tx, '"step" = ?', [step], 'ORDER BY "orderNo" DESC', 5000)
  if (entries.length === 0) throw new Failure('notFound', 'history.failure.gone')
  return entries
}

function refuseForeign(seat: Seat, entries: readonly OpenEntry[]): void {
  const isOwn = entries.every(({ memberId }) => memberId === seat.memberId)
  if (!isOwn && !mayUse(seat.role, 'admin.audit')) throw new Failure('notAllowed', 'history.failure.notYours')
}

function refuseStep(seat: Seat, kind: RecordKind | null, entry: OpenEntry, origin: string): void {
  if (!kind || !mayChange(seat, kind, origin)) throw new Failure('notAllowed', 'history.failure.notYours')
  if (!isWayBack(entry.doing) && !kind.undoable.includes(entry.doing))
    throw new Failure('ruleBroken', kind.counter?.[entry.doing] ?? 'history.failure.reachedOthers')
  if (entry.sealed !== null && entry.values === null) throw new Failure('ruleBroken', 'history.failure.erased')
}

/** Refuses what stands on a page the seat may not open. Of what is gone nobody can say whose it is: it may be brought again by who took it away. */
async function refuseOutside({ kinds, entries, services }: Back, seat: Seat, roots: readonly Root[]): Promise<void> {
  const gone = new Set(roots.flatMap(({ id, row }) => (row === null ? [id] : [])))
  const isOwn = entries.every(({ memberId }) => memberId === seat.memberId)
  const asked = new Set<string>()
  for (const entry of entries) {
    const kind = kindOf(kinds, entry)
    const pageId = kind?.page === 'subject' ? (entry.subjectId ?? entry.rootId) : entry.rootId
    const isAsked = asked.has(`${entry.kind}:${pageId}`)
    asked.add(`${entry.kind}:${pageId}`)
    if (!isAsked && !(isOwn && gone.has(pageId))) await kind?.refuse?.(services, seat, pageId)
  }
}

function kindOf(kinds: readonly RecordKind[], { kind }: { kind: string }): RecordKind | null {
  return kinds.find(({ entity }) => entity.kind === kind) ?? null
}

/** The records a step was about, by the feature that owns them. */
function rootsOf(entries: readonly OpenEntry[]): Touched[] {
  const roots = new Map<string, Touched>()
  for (const { kind, rootId } of entries) if (!roots.has(rootId)) roots.set(rootId, { kind, rootId })
  return [...roots.values()]
}

function labelsOf(kinds: readonly RecordKind[], entries: readonly OpenEntry[]): string[] {
  const labels = entries.flatMap((entry) => {
    const fields = kindOf(kinds, entry)?.fields ?? {}
    return Object.keys(fields)
      .filter((field) => entry.fields.includes(field))
      .map((field) => fields[field]!.label)
  })
  return [...new Set(labels)]
}
