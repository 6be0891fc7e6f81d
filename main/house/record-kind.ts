import type { ProtectedField, Right } from '../../shared/admin/rights.ts'
import { sightOf } from '../../shared/admin/rights.ts'
import { groupPhone, maskPhone } from '../../shared/kit/phone.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Tx } from '../database/database.ts'
import type { RecordSchema } from '../database/record-schema.ts'

/** What a feature says of a kind of its records, so that their history can be shown and their changes taken back without knowing the feature. */
export interface RecordKind {
  entity: RecordSchema<never>
  /** Columns a reader knows, in the order of the form: who sees them whole, null for everybody. Others are kept and not shown. */
  fields: Readonly<Record<string, ProtectedField | null>>
  /** On the page of which record its history stands: of the customer it belongs to, or of the record that carries its version. */
  page: 'subject' | 'root'
  /** Who may read the history, and who may take a change of it back. */
  view: Right
  edit: Right
  /** Steps that reached nobody else: they can be taken back. Every other step has a counter-step of its own, with a reason. */
  undoable: readonly string[]
  /** What a record is called in a history. */
  nameOf(row: Readonly<Record<string, unknown>>): string
  /** Writes what follows from records that came back without the feature's own operations: what they are found by. */
  settle?(services: Services, tx: Tx, rootId: string): Promise<void>
}

/** A value of the journal as a seat may see it; null where the role may not see it at all. */
export function shownValue(seat: Seat, kind: RecordKind | undefined, field: string, value: unknown): string | null {
  const protectedAs = kind?.fields[field]
  if (value === null || value === undefined || value === '') return ''
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value as string | number | boolean)
  if (!protectedAs) return text
  const sight = sightOf(seat.role, protectedAs)
  if (sight === 'shown') return protectedAs === 'phone' ? groupPhone(text, null) : text
  if (sight === 'hidden' || protectedAs === 'charge') return null
  return protectedAs === 'phone' ? maskPhone(text) : maskAddress(text)
}

/** An address down to its district. */
export function maskAddress(address: string): string {
  return address.replace(/^((?:.{2,8}?[省市区县旗州])+)?.*$/u, (_, place: string | undefined) => `${place ?? ''}…`)
}
