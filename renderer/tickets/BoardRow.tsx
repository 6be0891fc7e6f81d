import { Children, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react'
import look from './Board.module.css'

interface BoardRowProps {
  /** What the row is for a screen reader. */
  label: string
  onOpen: () => void
  /** Cells, one for each column. */
  children: ReactNode
  isChosen?: boolean
  onPointerDown?: (event: PointerEvent) => void
  onKeyDown?: (event: KeyboardEvent) => void
}

/** A row of a board list: Enter or a double click opens it. */
export function BoardRow({ label, onOpen, children, isChosen = false, onPointerDown, onKeyDown }: BoardRowProps) {
  return (
    <div
      role="row"
      tabIndex={0}
      aria-label={label}
      aria-current={isChosen || undefined}
      className={isChosen ? `${look.row} ${look.chosen}` : look.row}
      onDoubleClick={onOpen}
      onPointerDown={onPointerDown}
      onKeyDown={(event) => {
        onKeyDown?.(event)
        if (event.defaultPrevented || event.target !== event.currentTarget || event.key !== 'Enter') return
        event.preventDefault()
        onOpen()
      }}
    >
      {Children.map(children, (cell) => (
        <div role="cell" className={look.cell}>
          {cell}
        </div>
      ))}
    </div>
  )
}
