import { cellHeightMm, flowPieces, headHeightMm, roomInMm } from './draw.ts'
import type { BlockInk, CellInk, PieceInk, RowInk } from './ink.ts'
import { flow, lineHeightMm, type Caret } from './measure.ts'
import type { Paper } from './papers.ts'

const heightOf = (rows: readonly RowInk[]): number => rows.reduce((sum, row) => sum + row.heightMm, 0)

/** Cuts pieces after that many lines; a long value is cut where its line ends. */
function cutPieces(
  pieces: readonly PieceInk[],
  paper: Paper,
  widthMm: number,
  lines: number,
): [PieceInk[], PieceInk[]] {
  const first: PieceInk[] = []
  const rest: PieceInk[] = []
  let caret: Caret = { line: 0, xMm: 0 }
  for (const piece of pieces) {
    const after = flowPieces([piece], paper, widthMm, caret)
    if (after.line < lines && rest.length === 0) first.push(piece)
    else if (piece.ink !== 'value' || caret.line >= lines) rest.push(piece)
    else {
      const halves = ['', '']
      flow(piece.text, paper.value, widthMm, caret, (unit, line) => {
        const half = line < lines ? 0 : 1
        halves[half] = `${halves[half] ?? ''}${unit}`
      })
      first.push({ ...piece, text: halves[0] ?? '' })
      rest.push({ ...piece, text: (halves[1] ?? '').replace(/^\s+/u, '') })
    }
    caret = after
  }
  return [first, rest]
}

/** Takes off the cell what fits into the height; what continues keeps its label, what was complete is not repeated. */
function cutCell(cell: CellInk, paper: Paper, roomMm: number): [CellInk, CellInk] {
  if (cell.cell === 'label') return [cell, cell]
  if (cell.cell === 'signing') return [cell, { ...cell, name: '', image: '', dated: '' }]
  if (cell.cell === 'table') {
    let used = cell.headMm + paper.lineMm.inner
    const fits = cell.lines.findIndex((line) => (used += line.heightMm) > roomMm)
    const cut = fits < 0 ? cell.lines.length : Math.max(fits, 1)
    return [
      { ...cell, lines: cell.lines.slice(0, cut) },
      { ...cell, lines: cell.lines.slice(cut) },
    ]
  }
  const lead = Math.max(lineHeightMm(paper.value), lineHeightMm(paper.label))
  const lines = Math.max(1, Math.floor((roomMm - 1.6) / lead))
  const [first, rest] = cutPieces(cell.pieces, paper, roomInMm(cell.widthMm, paper), lines)
  return [
    { ...cell, pieces: first, strips: 0 },
    { ...cell, pieces: rest, end: [], strips: 0 },
  ]
}

function cutRow(row: RowInk, paper: Paper, roomMm: number): [RowInk, RowInk] {
  const halves = row.cells.map((cell) => cutCell(cell, paper, roomMm))
  const first = halves.map((half) => half[0])
  const rest = halves.map((half) => half[1])
  const natural = (cells: readonly CellInk[]): number => Math.max(...cells.map((cell) => cellHeightMm(cell, paper)))
  return [
    { cells: first, grow: 0, toWrite: false, heightMm: Math.min(roomMm, natural(first)) },
    { cells: rest, grow: 0, toWrite: false, heightMm: natural(rest) },
  ]
}

/**
 * Deals blocks to pages. A block stays whole when a fresh page can hold it; a taller one breaks between rows, and a
 * row taller than a page inside its text. Nothing is left out. `roomMm` says how high the body of the n-th page is.
 */
export function paginate(blocks: readonly BlockInk[], paper: Paper, roomMm: (page: number) => number): BlockInk[][] {
  const pages: BlockInk[][] = [[]]
  let left = roomMm(1)
  const turn = (): void => {
    pages.push([])
    left = roomMm(pages.length)
  }
  const headOf = ({ head }: BlockInk): number => (head ? headHeightMm(head, paper) : 0)
  const put = (block: BlockInk, rows: readonly RowInk[]): void => {
    if (rows.length === 0) return
    const short = headOf(block) - heightOf(rows)
    const tall = rows.map((row) => ({ ...row, heightMm: row.heightMm + Math.max(0, short) / rows.length }))
    pages.at(-1)?.push({ ...block, rows: tall })
    left -= heightOf(tall)
  }
  for (const block of blocks) {
    const whole = Math.max(heightOf(block.rows), headOf(block))
    if (whole > left && whole <= roomMm(pages.length + 1) && (block.head || left < roomMm(pages.length) / 3)) turn()
    if (whole <= left) {
      put(block, block.rows)
      continue
    }
    if (left < headOf(block)) turn()
    let rows: RowInk[] = []
    let waiting = [...block.rows]
    for (let row = waiting.shift(); row; row = waiting.shift()) {
      const free = left - heightOf(rows)
      if (row.heightMm <= free) {
        rows.push(row)
        continue
      }
      if (row.heightMm > roomMm(pages.length + 1) && free > 25) {
        const [first, rest] = cutRow(row, paper, free)
        rows.push(first)
        waiting = [rest, ...waiting]
      } else waiting = [row, ...waiting]
      put(block, rows)
      rows = []
      turn()
    }
    put(block, rows)
  }
  return pages
}

/** A printed row may stand this much taller than its text, so that every print of a form keeps its frame. */
const airMm = 15

/** Gives the spare height of a page to the rows left to write in, and as many writing lines as then fit. */
export function spread(blocks: readonly BlockInk[], paper: Paper, roomMm: number): BlockInk[] {
  const used = blocks.reduce((sum, block) => sum + heightOf(block.rows), 0)
  const all = blocks.flatMap((block) => block.rows)
  const writing = all.some((row) => row.toWrite && row.grow > 0)
  const share = (row: RowInk): number => (writing && !row.toWrite ? 0 : row.grow)
  const shares = all.reduce((sum, row) => sum + share(row), 0)
  const spare = Math.max(0, roomMm - used)
  const most = writing ? spare : airMm
  return blocks.map((block) => ({
    ...block,
    rows: block.rows.map((row) => {
      const heightMm = row.heightMm + (shares === 0 ? 0 : Math.min(most, (spare * share(row)) / shares))
      return { ...row, heightMm, cells: row.cells.map((cell) => ruled(cell, heightMm, paper)) }
    }),
  }))
}

/** As many strips as the height has room for, never fewer than the form asked for. */
function ruled(cell: CellInk, heightMm: number, paper: Paper): CellInk {
  if (cell.cell !== 'content' || cell.strips === 0) return cell
  return { ...cell, strips: Math.max(cell.strips, Math.floor(heightMm / paper.writingMm + 0.05)) }
}
