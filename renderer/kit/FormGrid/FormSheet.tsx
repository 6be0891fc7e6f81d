import type { CSSProperties, ReactElement } from 'react'
import type { BlockInk, FootInk, HeadInk, PageInk, SheetInk } from '../../../shared/forms/ink.ts'
import { blankEntryMm, blockHeadMm } from '../../../shared/forms/ink.ts'
import { lineHeightMm } from '../../../shared/forms/measure.ts'
import { SheetCell, type RenderField } from './SheetCell.tsx'
import './FormSheet.css'
import { mm, pt } from './mm.ts'
import { PageCode } from './PageCode.tsx'

export type { FieldPlace, RenderField } from './SheetCell.tsx'

/** How far a block of a sheet is; screens only, paper is black on white. */
export type BlockTone = 'done' | 'now' | 'later'

/** A laid-out sheet, and where it is drawn. */
export interface FormSheetProps {
  /** From `layoutForm`. */
  sheet: SheetInk
  /** `screen` follows the theme; `print` is black on white at four times the size (see print-document.ts). */
  target: 'screen' | 'print'
  /** Puts an input in the place of a field; undefined leaves what the paper says. */
  renderField?: RenderField
  /** Marks stages of a sheet that are done, at work, or to come. */
  toneOf?: (blockId: string) => BlockTone | undefined
}

/** Draws the pages of a laid-out form. Screen and print are this one component; it decides nothing, `layoutForm` does. */
export function FormSheet({ sheet, target, renderField, toneOf }: FormSheetProps): ReactElement {
  const { paper } = sheet
  const vars = {
    '--outer': mm(paper.lineMm.outer),
    '--inner': mm(paper.lineMm.inner),
    '--writing': mm(paper.lineMm.writing),
    '--label': pt(paper.label.pt),
    '--value': pt(paper.value.pt),
    '--value-weight': paper.value.bold ? 700 : 400,
    '--lead': mm(Math.max(lineHeightMm(paper.value), lineHeightMm(paper.label))),
    '--foot': pt(paper.foot.pt),
    '--foot-lead': mm(lineHeightMm(paper.foot)),
  } as CSSProperties
  return (
    <div className="gd-sheet" data-target={target} data-pen={paper.pen} lang={sheet.language} style={vars}>
      {sheet.pages.map((page) => (
        <section
          key={page.number}
          className="gd-page"
          aria-label={page.foot.page}
          style={{
            width: mm(paper.widthMm),
            height: mm(paper.heightMm),
            padding: [paper.margin.top, paper.margin.right, paper.margin.bottom, paper.margin.left].map(mm).join(' '),
          }}
        >
          <Head head={page.head} sheet={sheet} />
          <div className="gd-body">
            {page.blocks.map((block, index) => (
              <Block
                key={`${block.id}-${index}`}
                block={block}
                sheet={sheet}
                page={page}
                renderField={renderField}
                tone={toneOf?.(block.id)}
              />
            ))}
          </div>
          <Foot foot={page.foot} />
          {sheet.copies.length > 0 && (
            <div className="gd-copies" style={{ width: mm(5), right: mm(paper.margin.right - 9) }}>
              {sheet.copies.map((copy) => (
                <span key={copy}>{copy}</span>
              ))}
            </div>
          )}
        </section>
      ))}
    </div>
  )
}

function Head({ head, sheet }: { head: HeadInk; sheet: SheetInk }): ReactElement {
  const { paper } = sheet
  const tracking = sheet.language === 'en' ? 0 : paper.title.trackingMm
  const title: CSSProperties = {
    fontSize: pt(paper.title.pt),
    lineHeight: mm(lineHeightMm(paper.title)),
    letterSpacing: mm(tracking),
    paddingLeft: mm(tracking),
  }
  return (
    <header className="gd-head" data-arrangement={head.arrangement} style={{ height: mm(head.heightMm) }}>
      <div className="gd-entries" style={{ width: mm(head.entriesMm) }}>
        {head.entries.map((entry) => (
          <span key={entry.label} className="gd-entry">
            {`${entry.label}　`}
            {entry.text === '' && entry.field !== '' ? (
              <span className="gd-blank" style={{ width: mm(blankEntryMm) }} />
            ) : (
              <span className={entry.strong ? 'gd-strong' : 'gd-plain'}>{entry.text}</span>
            )}
          </span>
        ))}
      </div>
      <div className="gd-middle" style={{ width: mm(head.middleMm) }}>
        <div
          style={{ fontSize: pt(paper.company.pt), lineHeight: mm(lineHeightMm(paper.company)) }}
          className="gd-company"
        >
          {head.company}
        </div>
        <h1 style={title}>{head.title}</h1>
      </div>
      {head.numberLabel !== '' && (
        <div className="gd-code-place">
          {`${head.numberLabel} `}
          <span className="gd-blank" style={{ width: mm(blankEntryMm) }} />
        </div>
      )}
      {head.code && (
        <div className="gd-code-place">
          {head.code.kind === 'qr' ? (
            <PageCode kind="qr" text={head.code.text} widthMm={paper.qrMm} heightMm={paper.qrMm} />
          ) : (
            <>
              <PageCode
                kind="code128"
                text={head.code.text}
                widthMm={paper.barcode.widthMm}
                heightMm={paper.barcode.heightMm}
              />
              <div className="gd-code-text">{head.code.text}</div>
            </>
          )}
        </div>
      )}
    </header>
  )
}

function Foot({ foot }: { foot: FootInk }): ReactElement {
  return (
    <footer className="gd-foot" data-stacked={foot.stacked} style={{ height: mm(foot.heightMm) }}>
      <span className="gd-foot-printed">{foot.printed}</span>
      <span className="gd-foot-note">{foot.note}</span>
      <span className="gd-foot-page">{foot.page}</span>
    </footer>
  )
}

interface BlockProps {
  block: BlockInk
  sheet: SheetInk
  page: PageInk
  renderField?: RenderField
  tone?: BlockTone
}

function Block({ block, sheet, page, renderField, tone }: BlockProps): ReactElement {
  const heightMm = block.rows.reduce((sum, row) => sum + row.heightMm, 0)
  return (
    <div className="gd-block" data-block={block.id} data-tone={tone} style={{ height: mm(heightMm) }}>
      {block.head && (
        <div className="gd-block-head" style={{ width: mm(blockHeadMm) }}>
          {block.head.number !== '' && <span className="gd-block-number">{block.head.number}</span>}
          <span className="gd-block-word">{block.head.text}</span>
        </div>
      )}
      <div className="gd-rows">
        {block.rows.map((row, index) => (
          <div key={index} className="gd-row" style={{ height: mm(row.heightMm) }}>
            {row.cells.map((cell, place) => (
              <SheetCell
                key={place}
                cell={cell}
                paper={sheet.paper}
                rowMm={row.heightMm}
                page={page.number}
                language={sheet.language}
                renderField={renderField}
              />
            ))}
          </div>
        ))}
      </div>
    </div>
  )
}
