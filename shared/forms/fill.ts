import { drawRow, headHeightMm, printedText, type Drawing } from './draw.ts'
import { printInfoSchema, type FillMode, type Form, type FormBlock, type FormLayout } from './grammar.ts'
import type { FormRecord, PaperId, PrintInfo, PrintInfoInput } from './grammar.ts'
import { blankEntryMm, blockHeadMm, type BlockInk, type FootInk, type HeadInk, type SheetInk } from './ink.ts'
import { lineCount, lineHeightMm, textWidthMm } from './measure.ts'
import { pageCode } from './page-code.ts'
import { paginate, spread } from './paginate.ts'
import { papers, type Paper } from './papers.ts'
import { groupedPhone, inWords, localTime } from './show.ts'
import { formsWords as w } from './words.ts'

const gapMm = 4

/** Width between the margins. */
const widthMm = (paper: Paper): number => paper.widthMm - paper.margin.left - paper.margin.right

function layoutOf(form: Form, paper: PaperId): FormLayout {
  const layout = form.layouts[paper]
  if (!layout) throw new Error(`form ${form.id} has no layout for ${paper}`)
  return layout
}

function drawBlock(drawing: Drawing, block: FormBlock): BlockInk {
  const { paper, info } = drawing
  const inner = widthMm(paper) - 2 * paper.lineMm.outer
  const head = block.head
    ? {
        number: block.head.number?.toString() ?? '',
        text: inWords(block.head.text, info.language),
        widthMm: blockHeadMm,
      }
    : null
  const rows = block.rows.map((row) => drawRow(drawing, row, inner - (head ? blockHeadMm : 0)))
  const missing = head ? headHeightMm(head, paper) - rows.reduce((sum, row) => sum + row.heightMm, 0) : 0
  const share = Math.max(0, missing) / rows.length
  return { id: block.id, head, rows: rows.map((row) => ({ ...row, heightMm: row.heightMm + share })) }
}

function headEntries(drawing: Drawing, layout: FormLayout, page: number): HeadInk['entries'] {
  const { info, form } = drawing
  const label = (path: string): string => inWords(form.fields[path]?.label ?? w.customer, info.language)
  const { head } = layout
  const number = {
    label: label(head.number),
    text: printedText(drawing, head.number),
    field: head.number,
    strong: true,
  }
  if (page > 1) {
    const customer = printedText(drawing, head.customer)
    return [number, { label: inWords(w.customer, info.language), text: customer, field: head.customer, strong: true }]
  }
  return head.entries.flatMap((entry) => {
    const field = 'field' in entry.value ? entry.value.field : ''
    const text = field === '' ? groupedPhone(info.company.hotline) : printedText(drawing, field)
    if (field === '' && text === '') return []
    return [{ label: inWords(entry.label, info.language), text, field, strong: entry.strong ?? false }]
  })
}

function drawHead(drawing: Drawing, layout: FormLayout, page: number): HeadInk {
  const { paper, info, form, record, mode } = drawing
  const plain = inWords(form.title, info.language)
  const title = page === 1 ? plain : inWords(w.titleContinued, info.language, { title: plain })
  const company = [info.company.name, info.company.branch].filter(Boolean).join('　')
  const number = printedText(drawing, layout.head.number)
  const code = number === '' || mode === 'blank' ? null : { kind: layout.head.code, text: pageCode(number, page) }
  const entries = headEntries({ ...drawing, record }, layout, page)
  const named = entries.some((entry) => entry.field === layout.head.number)
  const numberLabel = code || named ? '' : inWords(form.fields[layout.head.number]?.label ?? w.customer, info.language)
  const under = layout.head.arrangement === 'under'
  const codeMm = layout.head.code === 'qr' ? paper.qrMm : paper.barcode.widthMm
  const whole = widthMm(paper)
  const middleMm = whole - 2 * (codeMm + gapMm)
  const entriesMm = whole - codeMm - gapMm - (under ? 0 : middleMm)
  const tracking = info.language === 'en' ? 0 : paper.title.trackingMm
  const titleMm = textWidthMm(title, paper.title) + tracking * [...title].length
  const middle =
    lineCount(company, paper.company, middleMm) * lineHeightMm(paper.company) +
    Math.ceil(titleMm / middleMm) * lineHeightMm(paper.title)
  const lead = lineHeightMm(paper.value)
  const widths = entries.map(
    (entry) =>
      textWidthMm(`${entry.label}　`, paper.label) +
      (entry.text === '' && entry.field ? blankEntryMm : textWidthMm(entry.text, { ...paper.label, bold: true })),
  )
  const entryLines = under
    ? entryRows(widths, entriesMm)
    : entries.reduce((sum, entry) => {
        const text = `${entry.label}　${entry.text}`
        return sum + lineCount(text, { ...paper.label, bold: true }, entriesMm)
      }, 0)
  const side = layout.head.code === 'qr' ? paper.qrMm + 2 : paper.barcode.heightMm + 1 + lineHeightMm(paper.head)
  const words = under ? middle + 0.8 + entryLines * lead : Math.max(middle, entryLines * lead)
  const heightMm = Math.max(side, words) + 1.4
  return {
    heightMm,
    company,
    title,
    arrangement: layout.head.arrangement,
    entriesMm,
    middleMm,
    entries,
    code,
    numberLabel,
  }
}

/** Lines that entries of those widths take side by side; one wider than the line takes as many as it needs. */
function entryRows(widths: readonly number[], roomMm: number): number {
  let lines = 0
  let left = 0
  for (const width of widths) {
    const needs = width + 7
    if (needs > left) {
      lines += Math.max(1, Math.ceil(width / roomMm))
      left = Math.max(0, roomMm - (needs % roomMm))
    } else left -= needs
  }
  return Math.max(1, lines)
}

/** A blank paper belongs to no case: it counts nothing and says so. */
function drawFoot(drawing: Drawing, layout: FormLayout, page: number, of: number): FootInk {
  const { paper, info, mode } = drawing
  const counted = info.time > 1 ? w.printedAgain : w.printedOnce
  const time = inWords(mode === 'blank' ? w.printedBlank : counted, info.language, { time: info.time })
  const at = localTime(info.printedAt, info.timeZone)
  const stamp = `${inWords(w.printed, info.language)} ${at ? `${at.on} ${at.at}` : ''}`
  const printed = [stamp, info.printedBy, time].filter(Boolean).join('　')
  const note = inWords(layout.note, info.language, info.figures)
  const pageText = inWords(w.page, info.language, { page, of })
  const width = (text: string): number => textWidthMm(text, paper.foot)
  const whole = widthMm(paper)
  const stacked = width(note) + width(printed) + width(pageText) + 2 * 3 > whole
  const side = lineCount(printed, paper.foot, whole - width(pageText) - gapMm)
  const lines = stacked ? side + lineCount(note, paper.foot, whole) : 1
  return { heightMm: lines * lineHeightMm(paper.foot) + 2, note, printed, page: pageText, stacked }
}

/**
 * Lays a form out on a paper: decides what prints, how high every row is and where pages break. The same values give
 * the same pages on screen and in print.
 * @param record null on blank paper
 */
export function layoutForm(
  form: Form,
  paperId: PaperId,
  record: FormRecord | null,
  mode: FillMode,
  print: PrintInfoInput,
): SheetInk {
  const layout = layoutOf(form, paperId)
  const paper = papers[paperId]
  const info: PrintInfo = printInfoSchema.parse(print)
  const drawing: Drawing = { form, paper, record: record ?? {}, mode: record === null ? 'blank' : mode, info }
  const blocks = layout.blocks.map((block) => drawBlock(drawing, block))
  const bodyMm = (page: number): number =>
    paper.heightMm -
    paper.margin.top -
    paper.margin.bottom -
    drawHead(drawing, layout, page).heightMm -
    drawFoot(drawing, layout, page, 9).heightMm -
    paper.lineMm.outer * (layout.blocks.length + 1)
  const dealt = paginate(blocks, paper, bodyMm)
  return {
    form: form.id,
    mode: drawing.mode,
    language: info.language,
    paper,
    paperId,
    copies: paper.copies.slice(0, info.plies).map((copy) => inWords(copy, info.language)),
    pages: dealt.map((onPage, index) => ({
      number: index + 1,
      of: dealt.length,
      head: drawHead(drawing, layout, index + 1),
      blocks: spread(onPage, paper, bodyMm(index + 1)),
      foot: drawFoot(drawing, layout, index + 1, dealt.length),
    })),
  }
}
