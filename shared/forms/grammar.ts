import { z } from 'zod'
import { languages, type Text } from '../kit/words.ts'

/**
 * The language paper forms are written in. A form is data: fields bound to a record by path, and for every paper a
 * layout of blocks → rows → cells with widths in mm. Screen, print and blank paper all read the same data.
 */

/** What a record may hold. Instants are ISO-8601 UTC text, days `2026-03-02`, money whole cents. */
export type FormValue = string | number | boolean | null | readonly FormValue[] | { readonly [key: string]: FormValue }

/** The facts that fill a form, by the paths its fields name. Missing and null both mean "not known": space to write. */
export type FormRecord = Readonly<Record<string, FormValue>>

const formValueSchema: z.ZodType<FormValue> = z.lazy(() =>
  z.union([
    z.string(),
    z.number(),
    z.boolean(),
    z.null(),
    z.array(formValueSchema),
    z.record(z.string(), formValueSchema),
  ]),
)
/** What fills a form: value by path. A path that is missing prints as room to write. */
export const formRecordSchema = z.record(z.string(), formValueSchema)

/** blank: labels and lines only. half: what the desk knows is printed, the rest is for the pen. complete: everything. */
export const fillModes = ['blank', 'half', 'complete'] as const
export type FillMode = (typeof fillModes)[number]

/** Papers there is a layout for; continuous ones by width × height in mm. */
export const paperIds = ['a4', 'a5', '241x140', '241x280'] as const
export type PaperId = (typeof paperIds)[number]

/** A value a choice may take, as stored, with its word on paper. */
export interface FormOption {
  value: string
  text: Text
}

/** What one print knows beside the record: who prints, when, for which firm. */
export const printInfoSchema = z.object({
  /** Language the firm's paper is printed in. */
  language: z.enum(languages),
  /** IANA zone the instants are written in, `Asia/Shanghai`. */
  timeZone: z.string(),
  company: z.object({ name: z.string(), branch: z.string().default(''), hotline: z.string().default('') }),
  printedAt: z.iso.datetime(),
  printedBy: z.string(),
  /** Which print of this sheet it is, from 1; from 2 on the foot says 补打. Blank paper is not counted. */
  time: z.number().int().min(1),
  /** Plies of continuous paper; sheets of cut paper name no copy. */
  plies: z.number().int().min(1).max(3).default(3),
  /** Figures of the policies that words of the paper name, as `paperFigures` says them. */
  figures: z.record(z.string(), z.string()).default({}),
  /** Choices the firm sets itself, by field path: the fault levels of its preset. Without them the cell is a line. */
  options: z.record(z.string(), z.array(z.object({ value: z.string(), text: z.string() }))).default({}),
})
export type PrintInfo = z.output<typeof printInfoSchema>
/** As the asker may write it: plies, options, branch and hotline may be left out. */
export type PrintInfoInput = z.input<typeof printInfoSchema>

interface FieldOf<Kind extends string> {
  kind: Kind
  /** Who knows it: `desk` is known up to the dispatch and prints half-filled; `site` is written on the visit or after it. */
  by: 'desk' | 'site'
  /** The words an input or an error names the field by; on the paper the label cells speak. */
  label: Text
}

/** A field of a form. Its path is its key in `Form.fields`; dots lead into groups and lists (`stages.4.visits.0.on`). */
export type FormField =
  | FieldOf<'text'>
  | FieldOf<'longText'>
  | FieldOf<'phone'>
  | FieldOf<'date'>
  /** Instant; with `until` a second path whose instant ends a window: `2026-11-20 12:30–13:30`. */
  | (FieldOf<'dateTime'> & { until?: string })
  | FieldOf<'money'>
  /** One of the options, or several when the record holds a list. `settings` takes them from `PrintInfo.options`. */
  | (FieldOf<'choice'> & { options: readonly FormOption[] | 'settings' })
  /** Lines of a list, each the listed columns in order, joined by a space; nothing known of a column leaves it out. */
  | (FieldOf<'list'> & { columns: readonly ListColumn[]; between: 'lines' | 'commas' })
  /** `{ name, at, image? }` or null; `image` is a data: URL of the drawn signature. */
  | FieldOf<'signature'>

/** One thing of each item of a list, written by its kind. */
export interface ListColumn {
  path: string
  kind: 'text' | 'date' | 'dateTime' | 'money' | 'count' | 'choice'
  options?: readonly FormOption[]
}

/** What stands inside a content cell, in reading order. */
export type FormPiece =
  | { piece: 'words'; text: Text }
  /** The value, flowing over as many lines as it needs. `around` puts words round a known one: 第 {{value}} 次. */
  | { piece: 'field'; field: string; around?: Text }
  /** A writing line of that width with the value on it; a longer value flows on, underlined. */
  | { piece: 'blank'; field: string; widthMm: number }
  /** All options of a choice with a box before each; without options, a writing line of that width. */
  | { piece: 'ticks'; field: string; widthMm?: number }
  /**
   * Numbered attempts ① ② ③ of a list of `{ at, result, note? }`: the time, and a box that is ticked when reached. As many as the policies ask for
   * (the figure `attempts`, see `paperFigures`), `count` where nobody says.
   */
  | { piece: 'attempts'; field: string; count: number; lineMm: number }
  /** Label and a 30 mm line, for the end of a row. */
  | { piece: 'signature'; field: string; text: Text; widthMm: number }
  | { piece: 'gap'; widthMm: number }

/** Width in mm, or the rest of the row (one cell a row). */
export type CellWidth = number | 'rest'

/** One cell of the grid. Widths are mm, or the rest of the row. */
export type FormCell =
  | { cell: 'label'; width: CellWidth; text: Text }
  /**
   * Pieces flow from the left, those of `end` stand at the right end of the first line. `lines` are the least writing
   * lines when nothing is printed; `caption` is a small label above the pieces.
   */
  | {
      cell: 'content'
      width: CellWidth
      pieces: readonly FormPiece[]
      end?: readonly FormPiece[]
      lines?: number
      caption?: Text
    }
  /** Head, one row an item of the list, and blank rows up to `rows`. */
  | { cell: 'table'; width: CellWidth; field: string; columns: readonly TableColumn[]; rows: number }
  /** Room to sign: label at the top, 年 月 日 at the bottom right. */
  | { cell: 'signing'; width: CellWidth; field: string; text: Text }

/** A column of a table on paper, such as the parts of a visit. */
export interface TableColumn {
  text: Text
  width: CellWidth
  align: 'start' | 'middle' | 'end'
  /** Path inside one item. `product` multiplies the two paths: 数量 × 单价. */
  value: ListColumn | { product: readonly [string, string] }
}

/** One row of the grid, as high as its highest cell. */
export interface FormRow {
  /** Least height; it grows with what it holds. */
  heightMm: number
  cells: readonly FormCell[]
  /** Share of the height a page has left over; rows to write in take it, so that the paper is used to its foot. */
  grow?: number
}

/** Rows that belong together, such as one stage of a tracking sheet. */
export interface FormBlock {
  /** Names the block for screens that mark the one at work. */
  id: string
  /** Vertical head of 9 mm; a stage has its number above. Blocks with a head stay on one page while they fit on one. */
  head?: { number?: number; text: Text }
  rows: readonly FormRow[]
}

/** One entry of the head lines, like 服务单编号 FW20261120-0040. */
export interface HeadEntry {
  label: Text
  /** Path of a field, or a fact of the print. */
  value: { field: string } | { print: 'hotline' }
  /** Printed in bold. */
  strong?: boolean
}

/** What stands above the grid on the first page, and shortened on those after it. */
export interface FormHead {
  /** Path of the sheet's number: it fills the code and repeats on every page. */
  number: string
  /** Path of the customer's name, repeated from the second page on. */
  customer: string
  code: 'qr' | 'code128'
  /** `under`: one line under the title. `left`: one below the other, left of the title. */
  arrangement: 'under' | 'left'
  entries: readonly HeadEntry[]
}

/** One form on one paper. */
export interface FormLayout {
  head: FormHead
  blocks: readonly FormBlock[]
  /** What to do with the filled paper, in the foot. */
  note: Text
}

/** A paper form: one file, every paper. */
export interface Form {
  /** Id of the requirement, F11. */
  id: string
  title: Text
  fields: Readonly<Record<string, FormField>>
  layouts: Readonly<Partial<Record<PaperId, FormLayout>>>
}
