import { type FieldSight, type ProtectedField, sightOf } from '../../shared/admin/rights.ts'
import { type FieldEntry, type FieldRow, pickFields, type SortedKey, sortedKeys } from '../../shared/kit/field-entry.ts'
import type { Seat } from '../api/context.ts'
import type { SortKey } from '../database/walk-sorted.ts'
import { maskAddress } from './mask-address.ts'
import type { RecordField } from './record-kind.ts'

/**
 * The fields of a record as this seat may see them; `own`: the record is assigned to it. Telephone numbers and money are no plain fields:
 * their features show them.
 */
export function seenFields<const F extends readonly FieldEntry[]>(
  seat: Seat,
  fields: F,
  row: { [K in F[number]['key']]: unknown },
  own = false,
): FieldRow<F> {
  const seen = pickFields(fields, row) as Record<string, unknown>
  for (const { key, sight } of fields) if (sight === 'address') seen[key] = shownAddress(seat, String(seen[key]), own)
  return seen as FieldRow<F>
}

/** An address as this seat may see it: whole, only on its own rows, or its first part. */
export function shownAddress(seat: Seat, address: string, own = false): string {
  const sight = sightFor(seat, 'address')
  if (address === '' || sight === 'shown' || (sight === 'own' && own)) return address
  return sight === 'hidden' ? '' : maskAddress(address)
}

/** What a list is sorted by where it is sorted by a field; `table` is the SQL its record goes by there. */
export function fieldSorts<const F extends readonly FieldEntry[]>(
  fields: F,
  table: string,
): Record<SortedKey<F>, Omit<SortKey, 'isDown'>> {
  const sorts = sortedKeys(fields).map((key) => [key, { sql: `${table}."${key}"`, kind: 'text' }])
  return Object.fromEntries(sorts) as Record<SortedKey<F>, Omit<SortKey, 'isDown'>>
}

/** How the history of a record tells its fields. */
export function toldFields(fields: readonly FieldEntry[]): Record<string, RecordField> {
  return Object.fromEntries(fields.map((field) => [field.key, toldField(field)]))
}

function toldField({ label, shape, sight, words, codeOf }: FieldEntry): RecordField {
  const masked = sight === undefined ? {} : { sight }
  if (codeOf) return { label, ...masked, as: codeOf }
  if (shape.list) return { label, ...masked, as: shape.list }
  if (words !== undefined) return { label, ...masked, as: 'code', words: (code) => `${words}.${code}` }
  return shape.kind === 'maybeDay' ? { label, ...masked, as: 'day' } : { label, ...masked }
}

/** How a seat meets a protected field: by its role, or in an export as was agreed. What is hidden from a role stays hidden. */
export function sightFor({ role, personal }: Seat, field: ProtectedField): FieldSight {
  const sight = sightOf(role, field)
  return sight === 'hidden' ? sight : (personal ?? sight)
}
