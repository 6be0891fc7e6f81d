import type { EntitySchemaColumnOptions, ValueTransformer } from 'typeorm'
import type { ColumnKind, FieldEntry, FieldKey } from '../../shared/kit/field-entry.ts'

/**
 * The portable vocabulary of columns: each means the same on SQLite and PostgreSQL. Use nothing else in an entity,
 * so that one CREATE TABLE text serves both engines and the drift test can compare them.
 */
type Column = EntitySchemaColumnOptions

const wholeNumber: ValueTransformer = {
  to: (value: unknown) => value,
  from: (value: unknown) => (value === null || value === undefined ? value : Number(value)),
}

const json: ValueTransformer = {
  to: (value: unknown) => (value === undefined ? value : JSON.stringify(value)),
  from: (value: unknown) => (typeof value === 'string' ? (JSON.parse(value) as unknown) : value),
}

const maybeJson: ValueTransformer = {
  to: (value: unknown) => (value === null ? null : (json.to(value) as unknown)),
  from: (value: unknown) => json.from(value) as unknown,
}

/** Primary key, made by the asker. */
export const id = (): Column => ({ type: 'text', primary: true })

/** Text that is always there, empty when unknown. */
export const text = (): Column => ({ type: 'text' })

/** Text that a later release brought: empty in the rows that stood already. */
export const laterText = (): Column => ({ type: 'text', default: '' })

/** Text that may be absent: optional ids, days and instants. */
export const maybeText = (): Column => ({ type: 'text', nullable: true })

/** ISO-8601 UTC text with milliseconds; sorts as time. */
export const instant = text
/** The same, absent until it happens. */
export const maybeInstant = maybeText

/** `2026-03-02` */
export const maybeDay = maybeText

/** Whole number within 32 bits. */
export const count = (): Column => ({ type: 'integer' })
/** Whole number that a later release brought: 0 in the rows that stood already. */
export const laterCount = (): Column => ({ type: 'integer', default: 0 })
/** The same, absent when unknown. */
export const maybeCount = (): Column => ({ type: 'integer', nullable: true })

/** Whole number within 53 bits: sequence numbers, money in cents. PostgreSQL answers bigint as text; readers get a number. */
export const bigCount = (): Column => ({ type: 'bigint', transformer: wholeNumber })
/** Money in cents. */
export const cents = bigCount

/** Yes or no. SQLite answers 0 and 1 to raw SQL; the record door and entities answer booleans. */
export const flag = (): Column => ({ type: 'boolean' })
/** Yes, no, or not asked. */
export const maybeFlag = (): Column => ({ type: 'boolean', nullable: true })

/** A value stored as JSON text; never searched inside. */
export const stored = (): Column => ({ type: 'text', transformer: json })

/** The same, absent until there is something. */
export const maybeStored = (): Column => ({ type: 'text', nullable: true, transformer: maybeJson })

const kinds: Readonly<Record<ColumnKind, () => Column>> = {
  text,
  laterText,
  maybeText,
  maybeDay,
}

/** The columns of a feature's fields. */
export function columnsOf<const F extends readonly FieldEntry[]>(fields: F): Record<FieldKey<F>, Column> {
  return Object.fromEntries(fields.map(({ key, column }) => [key, kinds[column]()])) as Record<FieldKey<F>, Column>
}

/** A foreign key to the id of another entity, under the name its migration gave it. */
export const refersTo = (target: string, column: string, name: string) => ({
  name,
  target,
  columnNames: [column],
  referencedColumnNames: ['id'],
})
