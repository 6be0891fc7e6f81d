import type { z } from 'zod'
import type { HistoryLine, HistoryRows, historySchema, HistoryStep } from '../../shared/history/schema.ts'
import { mayUse } from '../../shared/admin/rights.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Reader } from '../database/database.ts'
import { type OpenEntry, undoneAmong } from '../database/journal.ts'
import { companyOf } from '../house/settings.ts'
import { MemberEntity } from '../house/entities.ts'
import { mayChange, type RecordField, type RecordKind, recordKinds, shownValue } from '../house/record-kind.ts'
import { isWayBack, kindFor, originOf, ownSteps, redoing, stepOf, stepsOnPage } from './steps.ts'

/** Steps on a record's page, newest first: who, when, which field, before and after as this seat may see them. */
export async function listHistory(
  services: Services,
  seat: Seat,
  input: z.output<typeof historySchema>,
): Promise<HistoryRows> {
  const kind = await kindFor(services, seat, input)
  return services.database.read(async (reader) => {
    const { steps, next } = await stepsOnPage(services, reader, kind, input.id, input)
    const undone = await undoneAmong(services.database, reader, steps.map(stepOf))
    const own = await ownSteps(services, reader, seat, kind, input.id)
    const origins: string[] = []
    for (const [first] of steps) origins.push(first ? await originOf(reader, first) : '')
    const say = await sayer(services, reader, seat, steps.flat())
    return {
      rows: steps.map((step, nth) => describe(seat, say, step, origins[nth]!, undone.has(stepOf(step)))),
      next,
      ...own,
    }
  })
}

/** What is needed to say entries in words. */
interface Sayer {
  kinds: readonly RecordKind[]
  names: ReadonlyMap<string, string>
  /** Numbers of the versions of the policies by their ids. */
  versions: ReadonlyMap<string, number>
  seat: Seat
}

async function sayer(services: Services, reader: Reader, seat: Seat, entries: readonly OpenEntry[]): Promise<Sayer> {
  const kinds = recordKinds(services)
  const ids = new Set<string>()
  for (const { memberId, kind, values } of entries) {
    if (memberId !== null) ids.add(memberId)
    const fields = kinds.find(({ entity }) => entity.kind === kind)?.fields ?? {}
    for (const [field, { as }] of Object.entries(fields))
      for (const value of [values?.before[field], values?.after[field]])
        if (as === 'member' && typeof value === 'string') ids.add(value)
  }
  const names = new Map<string, string>()
  for (const id of ids) {
    const member = await reader.findOneBy(MemberEntity, { id })
    if (member) names.set(id, member.name)
  }
  const { policies } = await companyOf(reader)
  return { kinds, names, versions: new Map(policies.versions.map(({ id, version }) => [id, version])), seat }
}

function describe(
  seat: Seat,
  say: Sayer,
  entries: readonly OpenEntry[],
  origin: string,
  isUndone: boolean,
): HistoryStep {
  const [first] = entries as [OpenEntry]
  const isOwn = first.memberId === seat.memberId
  const instead = refusalOf(seat, say.kinds, entries, origin)
  const mayTake = isOwn || mayUse(seat.role, 'admin.audit')
  return {
    ...{ step: first.step, at: first.at, isOwn },
    byName: first.memberId === null ? null : (say.names.get(first.memberId) ?? ''),
    doing: first.doing,
    state: isUndone ? 'undone' : first.undoes === null ? 'stands' : first.doing === redoing ? 'redo' : 'undo',
    canUndo: !isUndone && mayTake && instead === null,
    instead: isUndone ? null : instead,
    lines: entries.toReversed().flatMap((entry) => linesOf(say, entry)),
  }
}

/** Text key of why a step is not simply taken back; null where it is. */
function refusalOf(
  seat: Seat,
  kinds: readonly RecordKind[],
  entries: readonly OpenEntry[],
  origin: string,
): string | null {
  for (const { kind: name, doing } of entries) {
    const kind = kinds.find(({ entity }) => entity.kind === name)
    if (!kind || !mayChange(seat, kind, origin)) return 'history.failure.notYours'
    if (!isWayBack(doing) && !kind.undoable.includes(doing))
      return kind.counter?.[doing] ?? 'history.failure.reachedOthers'
  }
  return null
}

function linesOf(say: Sayer, entry: OpenEntry): HistoryLine[] {
  if (entry.operation === 'add') return entry.fields.flatMap((added) => cameLine(say, added))
  const kind = say.kinds.find(({ entity }) => entity.kind === entry.kind)
  if (!kind) return []
  const { before = {}, after = {} } = entry.values ?? {}
  const line = { kind: entry.kind, recordId: entry.recordId, of: nameOf(say, kind, { ...before, ...after }) }
  if (entry.operation === 'remove')
    return [
      { ...line, what: 'remove', field: '', label: kindLabel(entry.kind), as: 'text', before: line.of, after: '' },
      ...goneLines(say, kind, line, before),
    ]
  return Object.entries(kind.fields)
    .filter(([field]) => entry.fields.includes(field))
    .map(([field, shown]) => ({
      ...line,
      ...{ what: 'change' as const, field, label: shown.label, as: writtenAs(shown) },
      before: entry.values ? valueOf(say, shown, before[field]) : null,
      after: entry.values ? valueOf(say, shown, after[field]) : null,
    }))
}

/** What a removed record said, field by field, as far as it said anything and its name does not say it. */
function goneLines(
  say: Sayer,
  { fields }: RecordKind,
  line: Pick<HistoryLine, 'kind' | 'recordId' | 'of'>,
  row: Record<string, unknown>,
): HistoryLine[] {
  return Object.entries(fields).flatMap(([field, shown]): HistoryLine[] => {
    const stood = row[field]
    if (stood === null || stood === undefined || stood === '') return []
    const before = valueOf(say, shown, stood)
    if (before === line.of) return []
    return [{ ...line, what: 'remove', field, label: shown.label, as: writtenAs(shown), before, after: '' }]
  })
}

function cameLine({ kinds }: Sayer, added: string): HistoryLine[] {
  const [kind = '', recordId = ''] = added.split(':')
  if (!kinds.some(({ entity }) => entity.kind === kind)) return []
  const line = { kind, recordId, of: '', what: 'add' as const, field: '', label: kindLabel(kind), as: 'text' as const }
  return [{ ...line, before: '', after: '' }]
}

/** Text key of a kind of record: `history.kind.customers.phone`. */
const kindLabel = (kind: string) => `history.kind.${kind}`

function nameOf({ seat }: Sayer, kind: RecordKind, row: Record<string, unknown>): string {
  return kind.nameOf(seat, row)
}

function valueOf({ seat, names, versions }: Sayer, field: RecordField, value: unknown): string | null {
  if (field.as === 'member' && typeof value === 'string') return names.get(value) ?? ''
  if (field.as === 'policies' && typeof value === 'string')
    return value
      .split('+')
      .flatMap((id) => versions.get(id) ?? [])
      .join('+')
  const shown = shownValue(seat, field, field.written ? field.written(value) : value)
  return field.words && shown ? field.words(shown) : shown
}

function writtenAs({ as }: RecordField): HistoryLine['as'] {
  return as === undefined || as === 'member' || as === 'person' ? 'text' : as
}
