import { mayUse, type ProtectedField, type Right, sightOf } from '../../shared/admin/rights.ts'
import { groupPhone, maskPhone } from '../../shared/kit/phone.ts'
import type { KnownChoices } from '../../shared/presets/offered.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Tx } from '../database/database.ts'
import type { RecordSchema } from '../database/record-schema.ts'
import { maskAddress } from './mask-address.ts'

/** How a column is read by a person. */
export interface RecordField {
  /** Text key of its name. */
  label: string
  /** Who sees it whole. */
  sight?: ProtectedField
  /** What its values are; plain text where it is absent. `code`: `words` makes its text key; a list of the policies: its codes, a space between; `policies`: versions of them. */
  as?:
    | Exclude<keyof KnownChoices, 'channels' | 'clocks'>
    | 'policies'
    | 'code'
    | 'day'
    | 'instant'
    | 'member'
    | 'person'
    | 'cents'
    | 'flag'
  words?: (code: string) => string
  /** Of a value of parts: how it is written. */
  written?: (value: unknown) => string
}

/** What a feature says of a kind of its records, so that their history can be shown and their changes taken back without knowing the feature. */
export interface RecordKind {
  entity: RecordSchema<never>
  /** Columns a reader knows, in the order of the form. The others are kept, taken back, and not shown. */
  fields: Readonly<Record<string, RecordField>>
  /** On whose page its history stands: of the customer it belongs to, or of the record that carries its version. */
  page: 'subject' | 'root'
  /** Who may read the history, and who may take a change of it back. */
  view: Right
  edit: Right
  /** Steps that more roles take than may change the record, and what they ask for: who took one takes it back by the same right. */
  takenBy?: Readonly<Record<string, Right>>
  /** Steps that reached nobody else: they can be taken back. Every other step has a counter-step of its own, with a reason. */
  undoable: readonly string[]
  /** Text keys of what to do instead, by the name of the step. */
  counter?: Readonly<Record<string, string>>
  /** What a record is called in a history, as this seat may see it; empty where its page says it already. */
  nameOf(seat: Seat, row: Readonly<Record<string, unknown>>): string
  /** Refuses a page (see `page`) this seat may not look at though its role may look at others: to tell its history, and to take a step back. */
  refuse?(services: Services, seat: Seat, pageId: string): Promise<void>
  /** Whether the same stands again under another id, so that a removed record would come back beside it. */
  standsAgain?(tx: Tx, row: Readonly<Record<string, unknown>>): Promise<boolean>
  /** Writes what follows from a record that came back, or went, without the feature's own operations: what it is found by. */
  settle?(services: Services, tx: Tx, rootId: string, gone: Readonly<Record<string, unknown>> | null): Promise<void>
}

/** What features of a station say of their records. */
export function recordKinds({ features }: Pick<Services, 'features'>): RecordKind[] {
  return features.flatMap(({ records }) => records ?? [])
}

/** A value of the journal as a seat may see it; null where the role may not see it at all. */
export function shownValue(seat: Seat, field: RecordField | undefined, value: unknown): string | null {
  if (value === null || value === undefined || value === '') return ''
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value as string | number | boolean)
  if (!field?.sight) return text
  const sight = sightOf(seat.role, field.sight)
  if (sight === 'shown') return field.sight === 'phone' ? groupPhone(text, null) : text
  if (sight === 'hidden' || field.sight === 'charge') return null
  return field.sight === 'phone' ? maskPhone(text) : maskAddress(text)
}

/** May the seat take back what such a step did to records of this kind? */
export function mayChange(seat: Seat, kind: RecordKind, doing: string): boolean {
  return mayUse(seat.role, kind.edit) || mayUse(seat.role, kind.takenBy?.[doing] ?? kind.edit)
}
