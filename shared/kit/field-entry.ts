import type { ProtectedField } from '../admin/rights.ts'

/** How the database keeps a field; `laterText` came when rows stood already and is empty in them. main/database/columns.ts knows each. */
export interface ColumnValues {
  text: string
  laterText: string
  maybeText: string | null
  maybeDay: string | null
}
/** The name of a way to keep a field. */
export type ColumnKind = keyof ColumnValues

/** What may stand in a field, as data: shared/kit/field-schemas.ts makes checks of it. */
export interface Shape {
  kind: 'line' | 'filledLine' | 'longText' | 'choice' | 'policyChoice' | 'maybeDay'
  /** What stands in a new record. */
  blank: string | null
  /** Characters it takes. */
  longest?: number
  /** Lines of a cell that is higher than one. */
  lines?: number
  /** Codes of a list that no firm changes. */
  codes?: readonly string[]
  /** The list of the policies its code is of. */
  list?: 'categories'
}

/** One line of text. */
export const line = (longest: number) => ({ kind: 'line', blank: '', longest }) as const

/** A line that may not be empty. */
export const filledLine = (longest: number) => ({ kind: 'filledLine', blank: '', longest }) as const

/** Several lines of text; a cell shows two of them. */
export const longText = (longest: number) => ({ kind: 'longText', blank: '', longest, lines: 2 }) as const

/** One code of a list that no firm changes. */
export const choice = <const Codes extends readonly string[]>(codes: Codes, blank: Codes[number]) =>
  ({ kind: 'choice', blank, codes }) as const

/** One code of a list that the firm edits among its policies; blank: the first one offered. */
export const policyChoice = <const List extends Exclude<Shape['list'], undefined>>(list: List) =>
  ({ kind: 'policyChoice', blank: '', list }) as const

/** A day, `2026-03-02`, or none. */
export const maybeDay = () => ({ kind: 'maybeDay', blank: null }) as const

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

/** The column a list has for a field. */
export interface ListedField {
  /** How much room it takes: a word, a few words, a name, or what is left of the line. */
  width: 'word' | 'words' | 'name' | 'rest'
  /** The list can be sorted by it. Nobody sorts by what is not shown whole. */
  isSortable?: true
  /** Not on screen until a member chooses it. */
  isExtra?: true
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
  /** It stands in rows of the list, and is a column of it and of its file. */
  listed?: ListedField
  /**
   * What erasing the person of its customer leaves of it: the value, nothing, or the customer's number where a record has to be called something.
   * Every field says it, so that none is forgotten.
   */
  erased: 'kept' | 'emptied' | 'numbered'
  /** The list of the policies that its code is of, where a hand-written cell offers it. */
  codeOf?: 'faults' | 'levels'
  /** Its path on paper forms, by form. */
  paper?: Readonly<Record<string, string>>
}

type Fields = readonly FieldEntry[]

/** The keys of fields. */
export type FieldKey<F extends Fields> = F[number]['key']
/** What stands in a field of this shape. */
export type ShapeValue<S extends Shape> = S extends { codes: readonly (infer Code extends string)[] }
  ? Code
  : S['kind'] extends 'maybeDay'
    ? string | null
    : string
/** Values of fields as a seat gets them. */
export type FieldRow<F extends Fields> = { [E in F[number] as E['key']]: ShapeValue<E['shape']> }
/** Values of fields as the database keeps them. */
export type FieldColumns<F extends Fields> = { [E in F[number] as E['key']]: ColumnValues[E['column']] }

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

type Listed<F extends Fields> = Extract<F[number], { listed: object }>

/** The fields that stand in rows of the list. */
export function listedFields<const F extends Fields>(fields: F): Listed<F>[] {
  return fields.filter((field): field is Listed<F> => field.listed !== undefined)
}

/** The keys of fields that a list can be sorted by. */
export type SortedKey<F extends Fields> = Extract<F[number], { listed: { isSortable: true } }>['key']

/** What a list can be sorted by of its fields. */
export function sortedKeys<const F extends Fields>(fields: F): SortedKey<F>[] {
  return fields.flatMap(({ key, listed }) => (listed?.isSortable ? [key as SortedKey<F>] : []))
}

/** What erasing writes into fields; those it keeps are not among them. */
export function erasedFields<const F extends Fields>(fields: F, number: string): Partial<FieldColumns<F>> {
  const values = fields.flatMap(({ key, erased, shape }): [string, string | null][] =>
    erased === 'kept' ? [] : [[key, erased === 'numbered' ? number : shape.blank]],
  )
  return Object.fromEntries(values) as Partial<FieldColumns<F>>
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

/** What is usual in a field, as its text names it. */
export const usualOf = (text: string): string[] => text.split(/[,，、]\s*/u)

/** What a paper form is filled with from fields that name a path on it. */
export function paperValues(
  form: string,
  fields: Fields,
  row: Readonly<Record<string, unknown>>,
): Record<string, string | null> {
  const filled = fields.flatMap(({ key, paper }): [string, string | null][] => {
    const [path, value] = [paper?.[form], row[key]]
    return path === undefined ? [] : [[path, typeof value === 'string' && value !== '' ? value : null]]
  })
  return Object.fromEntries(filled)
}
