import { type ColumnGuess, type ColumnMapping, guessColumns, mappingOf } from '../../shared/customers/import-columns.ts'
import {
  type CallDraft,
  type CallReject,
  type CustomerDraft,
  type CustomerReject,
  type ImportNote,
  interpretCallRow,
  interpretCustomerRow,
} from '../../shared/customers/import-rows.ts'
import { customersImportWords } from '../../shared/customers/import-words.ts'
import type { ImportFile } from '../../shared/customers/schema.ts'
import { dayOf, startOfDay } from '../../shared/kit/calendar.ts'
import { homeOf } from '../../shared/presets/phone-home.ts'
import { Failure } from '../../shared/kit/failure.ts'
import type { Company } from '../house/settings.ts'
import type { Seat, Services } from '../api/context.ts'
import { readHolding } from '../files/read-holding.ts'
import { readTable, type Table } from './import/read-table.ts'
import type { RejectedRow } from './import/write-rejects.ts'

/** A refused row with what it lost besides. */
export type Rejected<Reason> = RejectedRow & { reason: Reason; notes: readonly ImportNote[] }

/** An archive file read to its end: every usable row as a draft, every refused row with its reason. */
export type ImportSource = {
  table: Table
  columns: ColumnGuess[]
  mapping: ColumnMapping
} & (
  | { kind: 'customers'; drafts: CustomerDraft[]; rejected: Rejected<CustomerReject>[] }
  | { kind: 'calls'; drafts: CallDraft[]; rejected: Rejected<CallReject>[] }
)

/** What steers a run from outside: cancel it, hear how far it is. */
export interface ReadingSteer {
  signal?: AbortSignal
  onProgress?: (rows: number) => void
}

/** Refuses a file that the seat may not have, as if there were none: whoever knows a hash learns nothing by it. */
export async function refuseForeignFile(services: Services, seat: Seat, hash: string): Promise<void> {
  if (!(await readHolding(services, seat, hash))) throw new Failure('notFound', 'admin.failure.noFile')
}

/** Bytes of a file that was sent before by POST /files. */
export async function importBytes(services: Services, hash: string): Promise<Buffer> {
  const bytes = await services.files.get(hash)
  if (!bytes) throw new Failure('notFound', 'admin.failure.noFile')
  return bytes
}

/** Reads a whole archive file, letting others have their turn every few thousand rows. */
export async function readSource(
  bytes: Uint8Array,
  file: Pick<ImportFile, 'fileName' | 'kind' | 'mapping'>,
  company: Pick<Company, 'timeZone' | 'policies'>,
  now: string,
  steer: ReadingSteer = {},
): Promise<ImportSource> {
  const { signal, onProgress } = steer
  const table = await readTable(
    { name: file.fileName, bytes },
    { signal, onProgress: ({ rows }) => onProgress?.(rows) },
  )
  const kind = file.kind ?? table.kind
  const { categories } = company.policies.known(now)
  const home = homeOf(company.policies.at(now).policy)
  const sample = table.sample.map((row) => row.cells)
  const guessed = guessColumns(kind, table.heading.cells, sample)
  const mapping = file.mapping ?? mappingOf(guessed)
  const columns = guessed.map((guess) => mapped(guess, mapping))
  if (kind === 'customers') {
    const drafts: CustomerDraft[] = []
    const rejected: Rejected<CustomerReject>[] = []
    for await (const { at, cells } of table.rows()) {
      const row = interpretCustomerRow(cells, mapping, { at, heading: table.heading.cells, categories, home })
      if (row.kind === 'draft') drafts.push(withoutEcho(row.draft))
      else if (row.kind === 'rejected') rejected.push({ at, cells, reason: row.reason, notes: row.notes })
    }
    return { kind, table, columns, mapping, drafts, rejected }
  }
  const drafts: CallDraft[] = []
  const rejected: Rejected<CallReject>[] = []
  const utcOffsetMinutes = offsetOf(company.timeZone, now)
  for await (const { at, cells } of table.rows()) {
    const row = interpretCallRow(cells, mapping, { at, heading: table.heading.cells, utcOffsetMinutes, home })
    if (row.kind === 'draft') drafts.push(row.draft)
    else if (row.kind === 'rejected') rejected.push({ at, cells, reason: row.reason, notes: row.notes })
  }
  return { kind, table, columns, mapping, drafts, rejected }
}

/** A guess corrected by the member is sure. */
function mapped(guess: ColumnGuess, mapping: ColumnMapping): ColumnGuess {
  const [target = null] = Object.entries(mapping).find(([, column]) => column === guess.column) ?? []
  if (target === guess.target) return guess
  return { ...guess, target: target as ColumnGuess['target'], confidence: 1, reason: 'none' }
}

/** A contact of the customer's own name is the customer. */
function withoutEcho(draft: CustomerDraft): CustomerDraft {
  return draft.contact !== '' && draft.contact.replaceAll(/\s+/g, '') === draft.name.replaceAll(/\s+/g, '')
    ? { ...draft, contact: '' }
    : draft
}

function offsetOf(timeZone: string, now: string): number {
  const day = dayOf(now, timeZone)
  return (Date.parse(`${day}T00:00:00.000Z`) - Date.parse(startOfDay(day, timeZone))) / 60_000
}

const oldNumberLabels = Object.values(customersImportWords['importTarget.number'])

/** The note of a new customer: what the file says, and the number the old archive gave. */
export function noteOf(draft: Pick<CustomerDraft, 'note' | 'oldNumber'>, language: 'zh-CN' | 'zh-TW' | 'en'): string {
  const old =
    draft.oldNumber === '' ? '' : `${customersImportWords['importTarget.number'][language]}：${draft.oldNumber}`
  return [draft.note, old].filter((line) => line !== '').join('\n')
}

/** A stored note without the line of the old number. */
export function noteAlone(note: string): string {
  return note
    .split('\n')
    .filter((line) => !oldNumberLabels.some((label) => line.startsWith(`${label}：`)))
    .join('\n')
}
