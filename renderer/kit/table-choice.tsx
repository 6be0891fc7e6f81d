import { useRef, type KeyboardEvent, type MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import look from './DataTable.module.css'

/** Rows ticked for a step in one go, beside the one the cursor stands on. */
export interface TableChoice {
  ids: ReadonlySet<string>
  /** Ticks these, or takes their ticks away. */
  onTick: (ids: readonly string[], isTicked: boolean) => void
}

/** Ticks of a table by mouse and keyboard. `at` is where the cursor stands; null where nothing can be ticked. */
interface Ticking {
  isTicked: (index: number) => boolean
  /** A click with Shift ticks from the last one to here, with Ctrl this one alone. True when that was all it meant. */
  click: (event: MouseEvent, index: number) => boolean
  toggle: (index: number) => void
  /** Space ticks, Ctrl+A ticks all; Shift with an arrow ticks as it goes. True when the key was one of these. */
  key: (event: KeyboardEvent, at: number, walk: (index: number) => void) => boolean
  all: { isTicked: boolean; isSome: boolean; toggle: () => void }
}

/** How the rows of a table are ticked; the last one ticked by hand is where a range begins. */
export function useTicking(choice: TableChoice | undefined, ids: readonly string[]): Ticking | null {
  const anchor = useRef<string | null>(null)
  if (!choice) return null
  const range = (to: number) => {
    const from = anchor.current === null ? to : ids.indexOf(anchor.current)
    const [first, last] = from < 0 ? [to, to] : [Math.min(from, to), Math.max(from, to)]
    choice.onTick(ids.slice(first, last + 1), true)
  }
  const isTicked = (index: number) => choice.ids.has(ids[index] ?? '')
  const toggle = (index: number) => {
    const id = ids[index]
    if (id === undefined) return
    anchor.current = id
    choice.onTick([id], !choice.ids.has(id))
  }
  const ticked = ids.filter((id) => choice.ids.has(id)).length
  return {
    isTicked,
    toggle,
    click: (event, index) => {
      if (event.shiftKey) range(index)
      else if (event.ctrlKey || event.metaKey) toggle(index)
      return event.shiftKey || event.ctrlKey || event.metaKey
    },
    key: (event, at, walk) => {
      const isHeld = event.ctrlKey || event.metaKey
      if (isHeld && !event.altKey && event.key.toLowerCase() === 'a') choice.onTick(ids, true)
      else if (isHeld || event.altKey) return false
      else if (event.key === ' ' && at >= 0) toggle(at)
      else if (event.shiftKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
        const to = Math.max(0, Math.min(ids.length - 1, at + (event.key === 'ArrowDown' ? 1 : -1)))
        if (anchor.current === null || !choice.ids.has(anchor.current)) anchor.current = ids[Math.max(0, at)] ?? null
        range(to)
        walk(to)
      } else return false
      event.preventDefault()
      return true
    },
    all: {
      isTicked: ids.length > 0 && ticked === ids.length,
      isSome: ticked > 0 && ticked < ids.length,
      toggle: () => choice.onTick(ids, ticked < ids.length),
    },
  }
}

/** The tick of a row; the caret stays on the table. */
export function RowTick({ ticking, index, name }: { ticking: Ticking; index: number; name: string }) {
  const { t } = useTranslation()
  return (
    <div
      role="gridcell"
      className={look.tick}
      onClick={(event) => {
        event.stopPropagation()
        if (!ticking.click(event, index)) ticking.toggle(index)
      }}
      onDoubleClick={(event) => event.stopPropagation()}
    >
      <input
        type="checkbox"
        readOnly
        tabIndex={-1}
        checked={ticking.isTicked(index)}
        aria-label={t('kit.table.tick', { name })}
        onMouseDown={(event) => event.preventDefault()}
      />
    </div>
  )
}

/** The tick of all rows that are listed so far. */
export function HeadTick({ all }: Pick<Ticking, 'all'>) {
  const { t } = useTranslation()
  return (
    <div role="columnheader" className={look.tick}>
      <input
        type="checkbox"
        checked={all.isTicked}
        aria-label={t('kit.table.tickAll')}
        ref={(box) => {
          if (box) box.indeterminate = all.isSome
        }}
        onChange={all.toggle}
      />
    </div>
  )
}
