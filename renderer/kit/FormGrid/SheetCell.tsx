import type { ReactElement, ReactNode } from 'react'
import { tickMm, type CellInk, type PieceInk, type TickInk } from '../../../shared/forms/ink.ts'
import { roomInMm } from '../../../shared/forms/draw.ts'
import { breaksAnywhere } from '../../../shared/forms/measure.ts'
import type { Paper } from '../../../shared/forms/papers.ts'
import type { Language } from '../../../shared/kit/words.ts'
import { inWords } from '../../../shared/forms/show.ts'
import { formsWords } from '../../../shared/forms/words.ts'
import { mm } from './mm.ts'

/** Where an input would stand: the path of the field, what the paper says there, and the cell's size. */
export interface FieldPlace {
  field: string
  kind: PieceInk['ink'] | 'table' | 'signing'
  text: string
  page: number
  cellMm: { width: number; height: number }
}

/** Draws an input in the place of a field; undefined leaves what the paper says. */
export type RenderField = (place: FieldPlace) => ReactNode | undefined

interface CellProps {
  cell: CellInk
  paper: Paper
  rowMm: number
  page: number
  language: string
  renderField?: RenderField
}

/** One cell of a row at its exact width. */
export function SheetCell(props: CellProps): ReactElement {
  const { cell, rowMm, page, renderField } = props
  const style = { width: mm(cell.widthMm) }
  const slot = (field: string, kind: FieldPlace['kind'], text: string): ReactNode | undefined =>
    renderField?.({ field, kind, text, page, cellMm: { width: cell.widthMm, height: rowMm } })
  switch (cell.cell) {
    case 'label':
      return (
        <div className="gd-cell gd-cell-label" style={style}>
          <span>{cell.text}</span>
        </div>
      )
    case 'signing':
      return (
        <div
          className="gd-cell gd-cell-signing"
          style={style}
          data-field={cell.field}
          data-loose={isLoose([cell.name], cell, props.paper)}
        >
          <span className="gd-words">{cell.text}</span>
          {slot(cell.field, 'signing', cell.name) ?? <Signature name={cell.name} image={cell.image} />}
          <SigningDate dated={cell.dated} language={props.language as Language} />
        </div>
      )
    case 'table':
      return <Table {...props} cell={cell} slot={slot(cell.field, 'table', '')} />
    case 'content':
      return (
        <div
          className="gd-cell gd-cell-content"
          style={style}
          data-loose={isLoose(cell.pieces.map(textOf), cell, props.paper)}
        >
          {cell.strips > 1 && <Strips count={cell.strips} />}
          <div className="gd-ink">
            {cell.caption !== '' && <div className="gd-caption">{cell.caption}</div>}
            {cell.pieces.map((piece, index) => (
              <Piece key={index} piece={piece} slot={slot} />
            ))}
          </div>
          {cell.end.length > 0 && (
            <div className="gd-end">
              {cell.end.map((piece, index) => (
                <Piece key={index} piece={piece} slot={slot} />
              ))}
            </div>
          )}
        </div>
      )
  }
}

const textOf = (piece: PieceInk): string => ('text' in piece ? piece.text : '')

const isLoose = (texts: readonly string[], cell: { widthMm: number }, paper: Paper): boolean | undefined =>
  texts.some((text) => breaksAnywhere(text, paper.value, roomInMm(cell.widthMm, paper))) || undefined

/** Writing lines that divide the cell evenly; the last strip ends at the cell's own line. */
function Strips({ count }: { count: number }): ReactElement {
  return (
    <div className="gd-strips" aria-hidden>
      {Array.from({ length: count }, (_, index) => (
        <div key={index} />
      ))}
    </div>
  )
}

function Signature({ name, image }: { name: string; image: string }): ReactElement {
  return image === '' ? (
    <span className="gd-value gd-signed">{name}</span>
  ) : (
    <img className="gd-signed" src={image} alt={name} />
  )
}

function SigningDate({ dated, language }: { dated: string; language: Language }): ReactElement {
  const w = formsWords
  if (dated !== '') return <span className="gd-signing-date gd-value">{dated}</span>
  return (
    <span className="gd-signing-date gd-words">
      {[w.year, w.month, w.day].map((unit, index) => (
        <span key={index}>{inWords(unit, language)}</span>
      ))}
    </span>
  )
}

function Table({
  cell,
  paper,
  slot,
}: CellProps & { cell: CellInk & { cell: 'table' }; slot: ReactNode | undefined }): ReactElement {
  const width = { width: mm(cell.widthMm) }
  if (slot !== undefined)
    return (
      <div className="gd-cell" style={width}>
        {slot}
      </div>
    )
  return (
    <div className="gd-cell gd-cell-table" style={width} data-field={cell.field}>
      <div className="gd-table-line" style={{ flex: `0 0 ${mm(cell.headMm)}` }}>
        {cell.columns.map((column, index) => (
          <div key={index} className="gd-cell gd-cell-label" style={{ width: mm(column.widthMm) }}>
            <span>{column.text}</span>
          </div>
        ))}
      </div>
      {cell.lines.map((line, index) => (
        <div key={index} className="gd-table-line" style={{ flex: `1 0 ${mm(line.heightMm)}` }}>
          {cell.columns.map((column, place) => (
            <div
              key={place}
              className="gd-cell gd-cell-content"
              data-align={column.align}
              data-loose={isLoose([line.texts[place] ?? ''], column, paper)}
              style={{ width: mm(column.widthMm) }}
            >
              <div className="gd-ink">
                <span className="gd-value">{line.texts[place]}</span>
              </div>
            </div>
          ))}
        </div>
      ))}
    </div>
  )
}

function Tick({ tick }: { tick: TickInk }): ReactElement {
  const size = { width: mm(tickMm.box), height: mm(tickMm.box) }
  return (
    <span className="gd-tick" data-on={tick.on} style={{ marginRight: mm(tickMm.after) }}>
      <svg viewBox="0 0 35 35" style={{ ...size, marginRight: mm(tickMm.gap) }} aria-hidden>
        <rect x="1.5" y="1.5" width="32" height="32" />
        {tick.on && <path d="M7 18.5 L14.5 27 L29 7" />}
      </svg>
      {tick.text}
    </span>
  )
}

function Piece(props: {
  piece: PieceInk
  slot: (field: string, kind: FieldPlace['kind'], text: string) => ReactNode | undefined
}): ReactNode {
  const { piece, slot } = props
  switch (piece.ink) {
    case 'words':
      return <span className="gd-words">{piece.text}</span>
    case 'space':
      return <span className="gd-space" style={{ width: mm(piece.widthMm) }} />
    case 'value':
      return slot(piece.field, piece.ink, piece.text) ?? <span className="gd-value">{piece.text}</span>
    case 'blank':
      return (
        slot(piece.field, piece.ink, piece.text) ??
        (piece.long ? (
          <span className="gd-value gd-underlined">{piece.text}</span>
        ) : (
          <span className="gd-blank gd-value" style={{ width: mm(piece.widthMm) }}>
            {piece.text}
          </span>
        ))
      )
    case 'tick':
      return slot(piece.field, piece.ink, '') ?? <Tick tick={piece.tick} />
    case 'ticks':
      return (
        slot(piece.field, piece.ink, '') ?? piece.options.map((option) => <Tick key={option.value} tick={option} />)
      )
    case 'dateBlanks':
      return (
        slot(piece.field, piece.ink, '') ?? (
          <span className="gd-date-blanks gd-words" style={{ width: mm(piece.widthMm) }}>
            {piece.units.map((unit, index) => (
              <span key={index}>{unit}</span>
            ))}
          </span>
        )
      )
    case 'signature':
      return (
        slot(piece.field, piece.ink, piece.text) ?? (
          <span className="gd-blank gd-signing-line" style={{ width: mm(piece.widthMm) }}>
            <Signature name={piece.text} image={piece.image} />
          </span>
        )
      )
  }
}
