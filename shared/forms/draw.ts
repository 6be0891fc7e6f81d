import { padMm, tickMm, type CellInk, type PieceInk, type RowInk, type TickInk } from './ink.ts'
import type {
  CellWidth,
  FillMode,
  Form,
  FormCell,
  FormField,
  FormPiece,
  FormRecord,
  FormRow,
  PrintInfo,
} from './grammar.ts'
import { flow, lineCount, lineHeightMm, step, textWidthMm, unbreakables, type Caret } from './measure.ts'
import type { Paper } from './papers.ts'
import { inWords, isChosen, itemsOf, localTime, optionsOf, plainText, shown, shownInTable, valueAt } from './show.ts'
import { formsWords } from './words.ts'

/** Everything a cell needs to know to be drawn. */
export interface Drawing {
  form: Form
  paper: Paper
  record: FormRecord
  mode: FillMode
  info: PrintInfo
}

function fieldOf(form: Form, path: string): FormField {
  const field = form.fields[path]
  if (!field) throw new Error(`form ${form.id} has no field ${path}`)
  return field
}

/** Whether this mode prints the field at all: blank paper nothing, half-filled paper what the desk knows. */
const isPrinted = (mode: FillMode, field: FormField): boolean =>
  mode === 'complete' || (mode === 'half' && field.by === 'desk')

/** The field's text in this mode, empty when it is unknown or left for the pen. */
export function printedText(drawing: Drawing, path: string): string {
  const field = fieldOf(drawing.form, path)
  if (!isPrinted(drawing.mode, field)) return ''
  return shown(path, field, drawing.record, drawing.info).replaceAll(/\r\n?/gu, '\n').trim()
}

/** The field's raw value in this mode, null when it is left for the pen. */
const printedValue = (drawing: Drawing, path: string) =>
  isPrinted(drawing.mode, fieldOf(drawing.form, path)) ? valueAt(drawing.record, path) : null

const tickWidthMm = (tick: TickInk, paper: Paper): number =>
  tickMm.box + tickMm.gap + textWidthMm(tick.text, paper.value) + tickMm.after

function dateBlanks(drawing: Drawing, path: string, kind: 'date' | 'dateTime', roomMm: number): PieceInk {
  const w = formsWords
  const all = kind === 'date' ? [w.year, w.month, w.day] : [w.year, w.month, w.day, w.hour, w.minute]
  const words = all.map((text) => inWords(text, drawing.info.language))
  const needs = (units: readonly string[]): number =>
    units.reduce((sum, unit) => sum + textWidthMm(unit, drawing.paper.label) + 6, 0)
  const units = needs(words) > roomMm ? words.slice(1) : words
  return { ink: 'dateBlanks', field: path, units, widthMm: Math.min(roomMm, needs(units) * 1.25) }
}

function attempts(drawing: Drawing, piece: FormPiece & { piece: 'attempts' }): PieceInk[] {
  const held = printedValue(drawing, piece.field)
  const list = itemsOf(held)
  const { timeZone, language, figures } = drawing.info
  const asked = Number(figures['attempts'] ?? piece.count)
  const inks: PieceInk[] = []
  let lastOn = ''
  const places = Math.max(asked, list.length)
  // More of them share the room that was drawn for `count`; a time still stands on its line.
  const lineMm = Math.max(Math.min(piece.lineMm, 11), piece.lineMm * Math.min(1, piece.count / places))
  for (let index = 0; index < places; index += 1) {
    const item = list[index] ?? null
    const time = localTime(plainText(valueAt(item, 'at')), timeZone)
    const text = time ? (time.on === lastOn ? time.at : `${time.on.slice(5)} ${time.at}`) : ''
    lastOn = time?.on ?? lastOn
    const number = index < 10 ? String.fromCodePoint(0x2460 + index) : `${index + 1}`
    inks.push({ ink: 'words', text: number }, { ink: 'space', widthMm: 1 })
    inks.push(blank(drawing, piece.field, text, lineMm), { ink: 'space', widthMm: 1.4 })
    const on = valueAt(item, 'result') === 'reached'
    inks.push({
      ink: 'tick',
      field: piece.field,
      tick: { value: 'reached', text: inWords(formsWords.reached, language), on },
    })
    const note = plainText(valueAt(item, 'note'))
    if (note) inks.push({ ink: 'value', field: piece.field, text: `${note}  ` })
  }
  return inks
}

function blank(drawing: Drawing, field: string, text: string, widthMm: number): PieceInk {
  return { ink: 'blank', field, text, widthMm, long: textWidthMm(text, drawing.paper.value) > widthMm }
}

/** A writing line with its value; money has its sign before the line. */
function writingLine(drawing: Drawing, path: string, widthMm: number): PieceInk[] {
  const text = printedText(drawing, path)
  if (fieldOf(drawing.form, path).kind !== 'money') return [blank(drawing, path, text, widthMm)]
  return [
    { ink: 'words', text: '¥' },
    { ink: 'space', widthMm: 0.5 },
    blank(drawing, path, text.replace('¥', ''), widthMm),
  ]
}

function signed(drawing: Drawing, path: string): { name: string; image: string; on: string } {
  const value = printedValue(drawing, path)
  const at = plainText(valueAt(value, 'at'))
  return {
    name: printedText(drawing, path),
    image: plainText(valueAt(value, 'image')),
    on: localTime(at, drawing.info.timeZone)?.on ?? at,
  }
}

function drawPiece(drawing: Drawing, piece: FormPiece, roomMm: number): PieceInk[] {
  const { language } = drawing.info
  switch (piece.piece) {
    case 'words':
      return [{ ink: 'words', text: inWords(piece.text, language) }]
    case 'gap':
      return [{ ink: 'space', widthMm: piece.widthMm }]
    case 'blank':
      return writingLine(drawing, piece.field, piece.widthMm)
    case 'attempts':
      return attempts(drawing, piece)
    case 'signature': {
      const { name, image } = signed(drawing, piece.field)
      return [
        { ink: 'words', text: inWords(piece.text, language) },
        { ink: 'space', widthMm: 1.2 },
        { ink: 'signature', field: piece.field, text: name, image, widthMm: piece.widthMm },
      ]
    }
    case 'ticks': {
      const field = fieldOf(drawing.form, piece.field)
      const held = printedValue(drawing, piece.field)
      const options = optionsOf(piece.field, field, drawing.info)
      const ticks = options.map((option) => ({ ...option, on: isChosen(held, option.value) }))
      const text = printedText(drawing, piece.field)
      if (ticks.length === 0) return [blank(drawing, piece.field, text, piece.widthMm ?? 30)]
      const other = text !== '' && !ticks.some((tick) => tick.on)
      return [
        { ink: 'ticks', field: piece.field, options: ticks },
        ...(other ? [{ ink: 'value' as const, field: piece.field, text }] : []),
      ]
    }
    case 'field': {
      const field = fieldOf(drawing.form, piece.field)
      const text = printedText(drawing, piece.field)
      if (text !== '') {
        const whole = piece.around ? inWords(piece.around, language, { value: text }) : text
        return [{ ink: 'value', field: piece.field, text: whole }]
      }
      if (piece.around) return [{ ink: 'value', field: piece.field, text: '' }]
      if (field.kind === 'date' || field.kind === 'dateTime')
        return [dateBlanks(drawing, piece.field, field.kind, roomMm)]
      if (field.kind === 'money')
        return [
          { ink: 'words', text: '¥' },
          { ink: 'value', field: piece.field, text: '' },
        ]
      return [{ ink: 'value', field: piece.field, text: '' }]
    }
  }
}

/** The caret after a run of pieces that begins at `from`; pieces that cannot break move to the next line whole. */
export function flowPieces(pieces: readonly PieceInk[], paper: Paper, widthMm: number, from: Caret): Caret {
  return pieces.reduce<Caret>((caret, piece) => {
    switch (piece.ink) {
      case 'words':
        return flow(piece.text, paper.label, widthMm, caret)
      case 'value':
        return flow(piece.text, paper.value, widthMm, caret)
      case 'blank':
        return piece.long ? flow(piece.text, paper.value, widthMm, caret) : step(piece.widthMm, widthMm, caret)
      case 'tick':
        return step(tickWidthMm(piece.tick, paper), widthMm, caret)
      case 'ticks':
        return piece.options.reduce((at, tick) => step(tickWidthMm(tick, paper), widthMm, at), caret)
      case 'signature':
        return piece.text === '' ? step(piece.widthMm, widthMm, caret) : flow(piece.text, paper.value, widthMm, caret)
      default:
        return step(piece.widthMm, widthMm, caret)
    }
  }, from)
}

const isBlank = (pieces: readonly PieceInk[]): boolean =>
  pieces.every((piece) => piece.ink === 'value' && piece.text === '')

/** Width inside the padding and the line of a cell. */
export const roomInMm = (widthMm: number, paper: Paper): number => widthMm - 2 * padMm.across - paper.lineMm.inner

/** Resolves `rest` widths against the room of a row. */
function widthsOf(cells: readonly { width: CellWidth }[], roomMm: number): number[] {
  const fixed = cells.reduce((sum, cell) => sum + (cell.width === 'rest' ? 0 : cell.width), 0)
  const rests = cells.filter((cell) => cell.width === 'rest').length
  return cells.map((cell) => (cell.width === 'rest' ? (roomMm - fixed) / rests : cell.width))
}

function drawCell(drawing: Drawing, cell: FormCell, widthMm: number): CellInk {
  const { language } = drawing.info
  switch (cell.cell) {
    case 'label':
      return { cell: 'label', widthMm, text: inWords(cell.text, language, drawing.info.figures) }
    case 'signing': {
      const { name, image, on } = signed(drawing, cell.field)
      const text = inWords(cell.text, language).replaceAll('\n', '')
      return { cell: 'signing', widthMm, field: cell.field, text, name, image, dated: on }
    }
    case 'content': {
      const room = roomInMm(widthMm, drawing.paper)
      const pieces = cell.pieces.flatMap((piece) => drawPiece(drawing, piece, room))
      const end = (cell.end ?? []).flatMap((piece) => drawPiece(drawing, piece, room))
      const strips = isBlank(pieces) ? (cell.lines ?? 0) : 0
      return { cell: 'content', widthMm, caption: cell.caption?.[language] ?? '', pieces, end, strips }
    }
    case 'table': {
      const room = widthMm - drawing.paper.lineMm.inner
      const widths = widthsOf(cell.columns, room)
      const columns = cell.columns.map((column, index) => ({
        text: inWords(column.text, language),
        widthMm: widths[index] ?? 0,
        align: column.align,
      }))
      const headMm = Math.max(...columns.map((column) => labelHeightMm(column, drawing.paper))) + 1
      const held = printedValue(drawing, cell.field)
      const items = itemsOf(held)
      const lines = Array.from({ length: Math.max(cell.rows, items.length) }, (_, index) => {
        const item = items[index]
        const texts = cell.columns.map((column) =>
          item === undefined ? '' : shownInTable(item, column.value, drawing.info),
        )
        return { heightMm: tableLineMm(texts, widths, drawing.paper, item === undefined), texts }
      })
      return { cell: 'table', widthMm, field: cell.field, headMm, columns, lines }
    }
  }
}

const labelHeightMm = (label: { text: string; widthMm: number }, paper: Paper): number =>
  heightOf(lineCount(label.text, paper.label, label.widthMm - 2 * padMm.label - paper.lineMm.inner), paper)

function tableLineMm(texts: readonly string[], widths: readonly number[], paper: Paper, toWrite: boolean): number {
  const lines = texts.map((text, index) => lineCount(text, paper.value, roomInMm(widths[index] ?? 0, paper)))
  return Math.max(toWrite ? 7 : 6.4, heightOf(Math.max(...lines), paper))
}

/** Height of that many lines with padding and the line above. */
const heightOf = (lines: number, paper: Paper): number =>
  lines * Math.max(lineHeightMm(paper.value), lineHeightMm(paper.label)) + 2 * padMm.down + paper.lineMm.inner

/** Least height of a cell for what it holds. */
export function cellHeightMm(cell: CellInk, paper: Paper): number {
  switch (cell.cell) {
    case 'label':
      return labelHeightMm(cell, paper)
    case 'signing': {
      const lines = lineCount(cell.text, paper.label, roomInMm(cell.widthMm, paper)) + 1
      return heightOf(
        lines + (cell.name === '' ? 0 : lineCount(cell.name, paper.value, roomInMm(cell.widthMm, paper))),
        paper,
      )
    }
    case 'table':
      return cell.lines.reduce((sum, line) => sum + line.heightMm, cell.headMm + paper.lineMm.inner)
    case 'content': {
      const room = roomInMm(cell.widthMm, paper)
      const endMm = cell.end.length === 0 ? 0 : flowPieces(cell.end, paper, 10_000, { line: 0, xMm: 0 }).xMm + 3
      const lines = flowPieces(cell.pieces, paper, room - endMm, { line: 0, xMm: 0 }).line + 1
      const strips = cell.strips > 1 ? cell.strips * paper.writingMm : 0
      return Math.max(strips, heightOf(lines + (cell.caption === '' ? 0 : 1), paper))
    }
  }
}

/** Draws a row at its natural height: the least the form asks for, or what its fullest cell needs. */
export function drawRow(drawing: Drawing, row: FormRow, roomMm: number): RowInk {
  const widths = widthsOf(row.cells, roomMm)
  const cells = row.cells.map((cell, index) => drawCell(drawing, cell, widths[index] ?? 0))
  const heightMm = Math.max(row.heightMm, ...cells.map((cell) => cellHeightMm(cell, drawing.paper)))
  return { heightMm, cells, grow: row.grow ?? 0, toWrite: cells.some(isToWrite) }
}

const isToWrite = (cell: CellInk): boolean => cell.cell === 'content' && cell.strips > 0

/** Height a vertical head needs: its letters one below the other, or the length of its Latin word. */
export function headHeightMm(head: { number: string; text: string }, paper: Paper): number {
  const letters = { bold: true, pt: paper.label.pt + 1 }
  const number = head.number === '' ? 0 : lineHeightMm(letters)
  return unbreakables(head.text).reduce((sum, unit) => sum + textWidthMm(unit, letters) + 0.7, 2) + number
}
