import type { CellWidth, FormCell, FormField, FormPiece, FormRow } from './grammar.ts'
import type { Text } from '../kit/words.ts'

/** Short spellings of the cells most forms are made of. */

export const label = (text: Text, width: CellWidth): FormCell => ({ cell: 'label', width, text })

/** The value of one field; `lines` writing lines where it is not printed. */
export const value = (field: string, width: CellWidth = 'rest', lines?: number): FormCell => ({
  cell: 'content',
  width,
  pieces: [{ piece: 'field', field }],
  lines,
})

/** A cell of boxes to tick, one for each option of the field. */
export const ticks = (field: string, width: CellWidth = 'rest'): FormCell => ({
  cell: 'content',
  width,
  pieces: [{ piece: 'ticks', field }],
})

/** A cell whose pieces flow in reading order. */
export const content = (width: CellWidth, ...pieces: readonly FormPiece[]): FormCell => ({
  cell: 'content',
  width,
  pieces,
})

/** A cell somebody signs in by hand: its word, and room. */
export const signing = (field: string, text: Text, width: CellWidth = 'rest'): FormCell => ({
  cell: 'signing',
  width,
  field,
  text,
})

/** A row that never takes spare height; it grows only with what it holds. */
export const row = (heightMm: number, ...cells: readonly FormCell[]): FormRow => ({ heightMm, cells })

/** A row that takes a share of the page's spare height while there is something to write in it. */
export const growing = (grow: number, heightMm: number, ...cells: readonly FormCell[]): FormRow => ({
  heightMm,
  cells,
  grow,
})

/** A field known up to the dispatch. */
export const desk = (kind: 'text' | 'longText' | 'phone' | 'date' | 'dateTime' | 'money', text: Text): FormField => ({
  kind,
  by: 'desk',
  label: text,
})

/** A field written on the visit or after it. */
export const site = (kind: 'text' | 'longText' | 'dateTime' | 'money' | 'signature', text: Text): FormField => ({
  kind,
  by: 'site',
  label: text,
})
