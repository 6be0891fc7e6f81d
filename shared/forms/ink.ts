import type { FillMode, PaperId } from './grammar.ts'
import type { Paper } from './papers.ts'

/** What a laid-out form is made of: pages of plain values a renderer draws without deciding anything. Lengths in mm. */

export type PieceInk =
  | { ink: 'words'; text: string }
  | { ink: 'value'; field: string; text: string }
  /** Writing line; `text` stands on it, and flows on underlined when it is `long`. */
  | { ink: 'blank'; field: string; text: string; widthMm: number; long: boolean }
  | { ink: 'ticks'; field: string; options: readonly TickInk[] }
  /** One box of a list entry, like 通 of an attempt. */
  | { ink: 'tick'; field: string; tick: TickInk }
  /** 年 月 日 时 分 with room before each. */
  | { ink: 'dateBlanks'; field: string; units: readonly string[]; widthMm: number }
  | { ink: 'signature'; field: string; text: string; image: string; widthMm: number }
  | { ink: 'space'; widthMm: number }

/** One box with its word, ticked or not. */
export interface TickInk {
  value: string
  text: string
  on: boolean
}

/** One line of a table, a text for each column. */
export interface TableLineInk {
  heightMm: number
  texts: readonly string[]
}

/** A cell with everything decided: what is still to do is to draw it. */
export type CellInk =
  | { cell: 'label'; widthMm: number; text: string }
  | {
      cell: 'content'
      widthMm: number
      caption: string
      pieces: readonly PieceInk[]
      end: readonly PieceInk[]
      /** Writing lines that divide the cell into as many equal strips; 0 where something is printed. */
      strips: number
    }
  | {
      cell: 'table'
      widthMm: number
      field: string
      headMm: number
      columns: readonly { text: string; widthMm: number; align: 'start' | 'middle' | 'end' }[]
      lines: readonly TableLineInk[]
    }
  | { cell: 'signing'; widthMm: number; field: string; text: string; name: string; image: string; dated: string }

/** A row as high as it will be drawn. */
export interface RowInk {
  heightMm: number
  /** Share of a page's spare height. */
  grow: number
  /** Something is left to write here: such rows grow first. */
  toWrite: boolean
  cells: readonly CellInk[]
}

/** A block, or the part of it that fits on this page. */
export interface BlockInk {
  id: string
  /** Empty where the block has no head. */
  head: { number: string; text: string; widthMm: number } | null
  rows: readonly RowInk[]
}

/** Head of one page. */
export interface HeadInk {
  heightMm: number
  company: string
  title: string
  arrangement: 'under' | 'left'
  /** Room for the entries: one line under the title, or a column left of it. */
  entriesMm: number
  /** Room for company and title. */
  middleMm: number
  entries: readonly { label: string; text: string; field: string; strong: boolean }[]
  /** Null on blank paper: there is no number yet. */
  code: { kind: 'qr' | 'code128'; text: string } | null
  /** Stands with a line to write on where the code would be, when no entry names the number; else empty. */
  numberLabel: string
}

/** Foot of one page: note, when and by whom it was printed, page of pages. */
export interface FootInk {
  heightMm: number
  note: string
  printed: string
  page: string
  /** The note has a line of its own above. */
  stacked: boolean
}

/** One page, ready to draw. */
export interface PageInk {
  number: number
  of: number
  head: HeadInk
  blocks: readonly BlockInk[]
  foot: FootInk
}

/** A form laid out on one paper. */
export interface SheetInk {
  form: string
  mode: FillMode
  language: string
  paper: Paper
  paperId: PaperId
  copies: readonly string[]
  pages: readonly PageInk[]
}

/** Padding inside cells: the words of labels need less at their sides. */
export const padMm = { across: 1.7, label: 0.7, down: 0.5 }
/** Tick boxes, the gap to their word, and the gap to the next box. */
export const tickMm = { box: 3.5, gap: 0.9, after: 3.2 }
/** Width of the upright head beside a block. */
export const blockHeadMm = 9
/** Room to write a head entry that is not known yet. */
export const blankEntryMm = 30
