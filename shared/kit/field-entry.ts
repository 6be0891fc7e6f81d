import { z } from 'zod'
import type { ProtectedField } from '../admin/rights.ts'
import { daySchema, filledLineSchema, instantSchema, lineSchema, longTextSchema } from './fields.ts'

/** How the database keeps a field; `laterText` came when rows stood already and is empty in them. main/database/columns.ts knows each. */
export interface ColumnValues {
  text: string
  laterText: string
  maybeText: string | null
  maybeDay: string | null
  instant: string
  maybeInstant: string | null
}
/** The name of a way to keep a field. */
export type ColumnKind = keyof ColumnValues

/** What may stand in a field. */
export interface Shape {
  /** As it is sent, with its limits. */
  input: z.ZodType
  /** As a seat gets it. */
  row: z.ZodType<string | null>
  /** What stands in a new record. */
  blank: string | null
  /** Characters a cell takes. */
  longest?: number
  /** Lines of a cell that is higher than one. */
  lines?: number
  isRequired?: true
  isDay?: true
  isInstant?: true
  codes?: readonly string[]
}

/** One line of text. */
export const line = (longest: number) =>
  ({ input: lineSchema(longest).default(''), row: z.string(), blank: '', longest }) satisfies Shape

/** A line that may not be empty. */
export const filledLine = (longest: number) =>
  ({ input: filledLineSchema(longest), row: z.string(), blank: '', longest, isRequired: true }) satisfies Shape

/** Several lines of text; the cell shows two of them. */
export const longText = (longest: number) =>
  ({ input: longTextSchema(longest).default(''), row: z.string(), blank: '', longest, lines: 2 }) satisfies Shape

/** A code of a list that is never changed by a firm. */
export const choice = <const Codes extends readonly [string, ...string[]]>(codes: Codes, blank: Codes[number]) => {
  const row = z.enum(codes)
  return { input: row.default(blank as z.output<typeof row>), row, blank, codes } satisfies Shape
}

/** A day, or none. */
export const maybeDay = () =>
  ({ input: daySchema.nullish(), row: z.string().nullable(), blank: null, isDay: true }) satisfies Shape

/** An instant, UTC. */
export const instant = () => ({ input: instantSchema, row: z.string(), blank: '', isInstant: true }) satisfies Shape

/** What an import takes for a field. */
export interface ImportedField {
  /** What stands over its column in the lists of offices, as `headingKey` writes it, a space between. */
  headings: string
  /** What the column stands for, where it is not called as the field. */
  target?: string
  /** Text key of its name where a file calls it otherwise than the record does. */
  label?: string
  /** `own`: shared/customers/import-rows.ts reads it in a way of its own; else it is a line that fills what is empty. */
  reading?: 'own'
}

/** All there is to say of one field of a record. Everything that can follow from it does. */
export interface FieldEntry {
  /** Its name in the input, the row, the draft and the table. */
  key: string
  /** Text key of its name. */
  label: string
  shape: Shape
  column: ColumnKind
  /** Text keys of its codes begin so. */
  words?: string
  /** Who sees it whole; everybody where it is absent. */
  sight?: ProtectedField
  /** The run of plain cells on the form that it is one of; absent where the form has a cell of its own for it. */
  group?: string
  /** Shown in its empty cell. */
  example?: string
  /** Text key of what is usual there, a comma between; the cell offers it. */
  usual?: string
  /** Where the page of the record shows it when it is filled, and by which text key where not by its label. */
  page?: { section: string; label?: string; isDim?: true }
  import?: ImportedField
  /** It stands in rows of the list and is a column of the list's export. */
  isListed?: true
  /** Not told in the history of the record. */
  isUntold?: true
  /** Its path on paper forms, by form. */
  paper?: Readonly<Record<string, string>>
}

type Fields = readonly FieldEntry[]

/** The keys of fields. */
export type FieldKey<F extends Fields> = F[number]['key']
/** Values of fields as a seat gets them. */
export type FieldRow<F extends Fields> = { [E in F[number] as E['key']]: z.output<E['shape']['row']> }
/** Values of fields as the database keeps them. */
export type FieldColumns<F extends Fields> = { [E in F[number] as E['key']]: ColumnValues[E['column']] }

/** The part of a `z.object` that takes the fields as they are sent. */
export function inputShape<const F extends Fields>(fields: F) {
  const shape = Object.fromEntries(fields.map(({ key, shape: { input } }) => [key, input]))
  return shape as { [E in F[number] as E['key']]: E['shape']['input'] }
}

/** The part of a `z.object` that takes the fields as a seat gets them. */
export function rowShape<const F extends Fields>(fields: F) {
  const shape = Object.fromEntries(fields.map(({ key, shape: { row } }) => [key, row]))
  return shape as { [E in F[number] as E['key']]: E['shape']['row'] }
}

/** What stands in the fields of a new record. */
export function blankOf<const F extends Fields>(fields: F): FieldRow<F> {
  return Object.fromEntries(fields.map(({ key, shape }) => [key, shape.blank])) as FieldRow<F>
}

/** The fields of a record, and nothing else of it. */
export function pickFields<const F extends Fields, Of extends { [K in FieldKey<F>]?: unknown }>(
  fields: F,
  of: Of,
): Pick<Of, FieldKey<F>> {
  return Object.fromEntries(fields.map(({ key }) => [key, of[key as FieldKey<F>]])) as Pick<Of, FieldKey<F>>
}

/** A new record's fields: what is given of them, and blanks. */
export function fillFields<const F extends Fields>(
  fields: F,
  given: { [K in FieldKey<F>]?: unknown },
): FieldColumns<F> {
  const values = fields.map(({ key, shape }) => [key, given[key as FieldKey<F>] ?? shape.blank])
  return Object.fromEntries(values) as FieldColumns<F>
}

/** The fields that stand in rows of the list. */
export function listedFields<const F extends Fields>(fields: F): Extract<F[number], { isListed: true }>[] {
  return fields.filter((field): field is Extract<F[number], { isListed: true }> => field.isListed === true)
}

/** What the columns of a file are called that stand for fields. */
export type ImportTargets<F extends Fields> = {
  [E in Extract<F[number], { import: object }> as E['key']]: E['import'] extends { target: infer T extends string }
    ? T
    : E['key']
}[Extract<F[number], { import: object }>['key']]

type PlainlyImported<F extends Fields> = Exclude<Extract<F[number], { import: object }>, { import: { reading: 'own' } }>

/** The fields an import reads as one line, to fill what is empty. */
export function plainlyImported<const F extends Fields>(fields: F): PlainlyImported<F>[] {
  return fields.filter(
    (field): field is PlainlyImported<F> => field.import !== undefined && field.import.reading !== 'own',
  )
}
