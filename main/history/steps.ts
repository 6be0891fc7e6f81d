import type { RecordRef } from '../../shared/history/schema.ts'
import { mayUse } from '../../shared/admin/rights.ts'
import { Failure } from '../../shared/kit/failure.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Reader } from '../database/database.ts'
import { JournalEntity, type OpenEntry, pageOfSteps, stepsWhere, undoneAmong } from '../database/journal.ts'
import { type RecordKind, recordKinds } from '../house/record-kind.ts'

/** The name of a step that takes another one back. */
export const undoing = 'history.undo'

/** The name of a step that brings again what such a step had taken back. */
export const redoing = 'history.redo'

/** Whether a step of that name only moves along what was done. */
export const isWayBack = (doing: string): boolean => doing === undoing || doing === redoing

/** What the step of an entry was about: of one that only moves along what was done, the name of what was done first. */
export async function originOf(reader: Reader, entry: Pick<OpenEntry, 'doing' | 'undoes'>): Promise<string> {
  let { doing, undoes } = entry
  while (isWayBack(doing) && undoes !== null) {
    const before = await reader.findOneBy(JournalEntity, { step: undoes })
    if (!before) break
    ;({ doing, undoes } = before)
  }
  return doing
}

/** The kind of a record, for a seat that may read its history. */
export async function kindFor(services: Services, seat: Seat, { kind, id }: RecordRef): Promise<RecordKind> {
  const found = recordKinds(services).find(({ entity }) => entity.kind === kind)
  if (!found) throw new Failure('notFound', 'history.failure.gone')
  if (!mayUse(seat.role, found.view)) throw new Failure('notAllowed', 'admin.failure.notAllowed')
  await found.refuse?.(services, seat, id)
  return found
}

/** Kinds whose history stands on the same page: all that hangs on the customer, or on the record itself. */
export function kindsOnPage(services: Services, { page, entity }: RecordKind): RecordKind[] {
  const feature = (kind: RecordKind) => kind.entity.kind.split('.')[0]
  return recordKinds(services).filter(
    (kind) => kind.page === page && (page === 'subject' || feature(kind) === entity.kind.split('.')[0]),
  )
}

/** Which entries stand on a page: SQL with its values. */
function onPage(services: Services, kind: RecordKind, id: string): { where: string; values: string[] } {
  const kinds = kindsOnPage(services, kind).map(({ entity }) => entity.kind)
  const column = kind.page === 'subject' ? 'subjectId' : 'rootId'
  return { where: `"${column}" = ? AND "kind" IN (${kinds.map(() => '?').join(', ')})`, values: [id, ...kinds] }
}

/** Steps of a page, newest first, and the cursor of those before. */
export async function stepsOnPage(
  services: Services,
  reader: Reader,
  kind: RecordKind,
  id: string,
  page: { before?: string | null | undefined; limit: number },
): Promise<{ steps: OpenEntry[][]; next: string | null }> {
  const { where, values } = onPage(services, kind, id)
  return pageOfSteps(services, reader, where, values, page)
}

/** The seat's own step that is to be taken back next, and the one to be brought again: what anybody else did does not count. */
export async function ownSteps(
  services: Services,
  reader: Reader,
  seat: Seat,
  kind: RecordKind,
  id: string,
): Promise<{ undo: string | null; redo: string | null }> {
  const { where, values } = onPage(services, kind, id)
  const own = await stepsWhere(services.database, reader, `${where} AND "memberId" = ?`, [...values, seat.memberId])
  const undone = await undoneAmong(
    services.database,
    reader,
    own.map(({ step }) => step),
  )
  const edits = own.filter(({ undoes }) => undoes === null)
  const undo = edits.find(({ step }) => !undone.has(step)) ?? null
  // A new edit is not undone by an older hand: what was taken back before it cannot be brought again.
  const since = undo === null ? own : own.slice(0, own.indexOf(undo))
  const redo = since.find(({ step, undoes }) => !undone.has(step) && edits.some((edit) => edit.step === undoes))
  return { undo: undo?.step ?? null, redo: redo?.step ?? null }
}

/** The step some entries belong to. */
export const stepOf = (entries: readonly OpenEntry[]): string => entries[0]?.step ?? ''
