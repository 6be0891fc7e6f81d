import type { ReactNode } from 'react'
import look from './ListRow.module.css'

interface ListRowProps {
  /** Name of the person or thing. */
  title: ReactNode
  /** Beside the title: role, kind. */
  beside?: ReactNode
  /** One to three short lines under it. */
  lines?: readonly ReactNode[]
  /** At the right end: a verdict, then a note. */
  end?: ReactNode
  /** The digit that picks it, 1–9. Printing it does not bind it. */
  digit?: number
  /** What stands at the left instead of a digit. */
  lead?: ReactNode
  isChosen?: boolean
  /** A guess: dim, below a dashed line. Say so in `beside`. */
  isGuess?: boolean
  /** A person in a match is a size larger. */
  isPerson?: boolean
  /** Makes the row a button. */
  onPick?: () => void
}

/** A person, a product, a ticket in a list: two or three short lines, then a hairline. */
export function ListRow(props: ListRowProps) {
  const { title, beside, lines = [], end, digit, lead, isChosen = false, isGuess = false, isPerson = false } = props
  const { onPick } = props
  const classes = [
    look.row,
    digit === undefined && !lead ? look.bare : '',
    isChosen ? look.chosen : '',
    isGuess ? `${look.dim} ${look.dashed}` : '',
    isPerson ? look.person : '',
  ]
  const inside = (
    <>
      {digit === undefined ? lead && <span>{lead}</span> : <span className={look.digit}>{digit}</span>}
      <span className={look.text}>
        <span className={look.title}>
          <span className={look.name}>{title}</span>
          {beside ? <span className={look.beside}>{beside}</span> : null}
        </span>
        {lines.map((line, index) => (
          <span key={index} className={look.lines} style={{ display: 'block' }}>
            {line}
          </span>
        ))}
      </span>
      <span className={isChosen ? `${look.end} ${look.mark}` : look.end}>{end}</span>
    </>
  )
  const className = classes.filter(Boolean).join(' ')
  if (!onPick) return <div className={className}>{inside}</div>
  return (
    <button type="button" className={className} aria-pressed={isChosen} onClick={onPick}>
      {inside}
    </button>
  )
}
