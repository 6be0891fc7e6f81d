import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useId, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import look from './DataTable.module.css'
import { EmptyState } from './EmptyState.tsx'
import { Icon } from './Icon.tsx'
import { Skeleton } from './Skeleton.tsx'
import { HeadTick, RowTick, type TableChoice, useTicking } from './table-choice.tsx'

/** One column: what stands in it and how wide it is. */
export interface Column<Row> {
  id: string
  /** Translated. */
  title: string
  /** CSS grid width: `8rem`, `minmax(10rem, 1fr)`. Rem, so it grows with the window. */
  width: string
  cell: (row: Row) => ReactNode
  isRight?: boolean
  /** Can be sorted by; the screen sorts, the table only asks. */
  isSortable?: boolean
}

/** The column a table stands in order of. */
export interface TableSort {
  column: string
  isDown: boolean
}

interface DataTableProps<Row> {
  /** Translated name of the table. */
  label: string
  columns: readonly Column<Row>[]
  /** Rows known so far; undefined while the first ones are fetched. */
  rows: readonly Row[] | undefined
  rowId: (row: Row) => string
  /** Id of the chosen row; without it the table keeps its own. */
  chosen?: string | null
  onChoose?: (row: Row) => void
  /** Rows can be ticked. */
  choice?: TableChoice | undefined
  /** What a row is called where its tick is read out; its id without. */
  rowName?: ((row: Row) => string) | undefined
  /** Enter or double click. */
  onOpen?: (row: Row) => void
  sort?: TableSort
  onSort?: (sort: TableSort) => void
  /** The end of the known rows is near: fetch more. */
  onNearEnd?: () => void
  /** How far it is scrolled at first, in pixels, as soon as so many rows are known; and how far it is now. */
  beginsAt?: number | undefined
  onScrolled?: ((top: number) => void) | undefined
  /** Rows of 32 px instead of 29. */
  isTall?: boolean
  empty?: { title: string; todo?: string; action?: ReactNode }
  /** Rows there are in all, when more than are known. */
  total?: number
}

const pxOfRem = () => parseFloat(getComputedStyle(document.documentElement).fontSize)

/** A list of any length: only what is seen is in the page. Arrows, Page, Home and End walk, Enter opens. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, columns, rows, rowId, onChoose, onOpen, onNearEnd, empty, isTall = false, total } = props
  const { t } = useTranslation()
  const id = useId()
  const scroll = useRef<HTMLDivElement>(null)
  const [own, setOwn] = useState<string | null>(null)
  const chosen = props.chosen === undefined ? own : props.chosen
  const count = rows?.length ?? 0
  const rowPx = () => (isTall ? 2 : 1.8125) * pxOfRem()
  // The virtualiser is not memoised by the compiler, which this house does not use.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroll.current,
    estimateSize: rowPx,
    overscan: 12,
  })
  const ticking = useTicking(props.choice, (rows ?? []).map(rowId))
  const at = rows?.findIndex((row) => rowId(row) === chosen) ?? -1
  const items = virtual.getVirtualItems()
  const lastSeen = items.at(-1)?.index ?? 0

  useEffect(() => {
    if (count > 0 && lastSeen >= count - 20) onNearEnd?.()
    // The caller's function may be new each time; only reaching the end asks.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [lastSeen, count])
  // Every page brings it nearer, until somebody scrolls himself.
  const wanted = useRef(props.beginsAt ?? 0)
  useLayoutEffect(() => {
    const box = scroll.current
    if (!box || wanted.current === 0) return
    box.scrollTop = wanted.current
    if (document.activeElement === document.body) box.focus({ preventScroll: true })
    if (box.scrollTop >= wanted.current - 1) wanted.current = 0
  }, [count])
  useEffect(() => {
    const remeasure = () => virtual.measure()
    window.addEventListener('resize', remeasure)
    return () => window.removeEventListener('resize', remeasure)
  }, [virtual])

  const choose = (index: number) => {
    const row = rows?.[Math.max(0, Math.min(count - 1, index))]
    if (!row) return
    wanted.current = 0
    setOwn(rowId(row))
    onChoose?.(row)
    virtual.scrollToIndex(Math.max(0, Math.min(count - 1, index)))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target === event.currentTarget && ticking?.key(event, at, choose)) return
    if (event.target !== event.currentTarget || event.ctrlKey || event.altKey || event.metaKey) return
    const page = Math.max(1, Math.floor((scroll.current?.clientHeight ?? 0) / rowPx()) - 2)
    const steps: Record<string, () => void> = {
      ArrowDown: () => choose(at + 1),
      ArrowUp: () => choose(at - 1),
      PageDown: () => choose(at + page),
      PageUp: () => choose(at - page),
      Home: () => choose(0),
      End: () => choose(count - 1),
      Enter: () => {
        const row = rows?.[at]
        if (row) onOpen?.(row)
      },
    }
    const step = steps[event.key]
    if (!step) return
    event.preventDefault()
    step()
  }

  if (rows === undefined) return <Skeleton lines={8} />
  if (count === 0) return <EmptyState title={empty?.title ?? t('kit.table.empty')} {...empty} />
  return (
    <div
      ref={scroll}
      className={look.scroll}
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-multiselectable={ticking ? true : undefined}
      aria-rowcount={(total ?? count) + 1}
      aria-activedescendant={items.some(({ index }) => index === at) ? `${id}-${at}` : undefined}
      onKeyDown={onKeyDown}
      onWheel={() => (wanted.current = 0)}
      onScrollEnd={() => wanted.current === 0 && props.onScrolled?.(scroll.current?.scrollTop ?? 0)}
      style={{
        ['--columns' as string]: [...(ticking ? ['2.25rem'] : []), ...columns.map(({ width }) => width)].join(' '),
      }}
    >
      <div className={look.table} role="presentation">
        <TableHead columns={columns} sort={props.sort} onSort={props.onSort}>
          {ticking ? <HeadTick all={ticking.all} /> : null}
        </TableHead>
        <div className={look.body} role="rowgroup" style={{ height: virtual.getTotalSize() }}>
          {items.map(({ index, start, size }) => {
            const row = rows[index]
            if (row === undefined) return null
            const isChosen = index === at
            return (
              <div
                key={rowId(row)}
                id={`${id}-${index}`}
                role="row"
                aria-rowindex={index + 2}
                aria-selected={ticking ? ticking.isTicked(index) : isChosen}
                className={[look.row, isChosen ? look.chosen : '', onOpen ? look.opens : ''].filter(Boolean).join(' ')}
                style={{ height: size, transform: `translateY(${start}px)` }}
                onMouseDown={(event) => {
                  if (!ticking || !event.shiftKey) return
                  // A range of rows, not of their letters.
                  event.preventDefault()
                  scroll.current?.focus()
                }}
                onClick={(event) => {
                  ticking?.click(event, index)
                  choose(index)
                }}
                onDoubleClick={() => onOpen?.(row)}
              >
                {ticking ? <RowTick ticking={ticking} index={index} name={props.rowName?.(row) ?? rowId(row)} /> : null}
                {columns.map((column) => (
                  <div
                    key={column.id}
                    role="gridcell"
                    className={column.isRight ? `${look.cell} ${look.right}` : look.cell}
                  >
                    <span>{column.cell(row)}</span>
                  </div>
                ))}
              </div>
            )
          })}
        </div>
      </div>
    </div>
  )
}

interface TableHeadProps<Row> {
  columns: readonly Column<Row>[]
  sort: TableSort | undefined
  onSort: ((sort: TableSort) => void) | undefined
  /** Before the columns. */
  children: ReactNode
}

function TableHead<Row>({ columns, sort, onSort, children }: TableHeadProps<Row>) {
  return (
    <div className={look.head} role="row" aria-rowindex={1}>
      {children}
      {columns.map(({ id, title, isRight, isSortable }) => {
        const isSorted = sort?.column === id
        const direction = isSorted ? (sort.isDown ? 'descending' : 'ascending') : 'none'
        return (
          <div
            key={id}
            role="columnheader"
            aria-sort={isSortable ? direction : undefined}
            className={isRight ? `${look.headCell} ${look.right}` : look.headCell}
          >
            {isSortable && onSort ? (
              <button
                type="button"
                className={look.sort}
                onClick={() => onSort({ column: id, isDown: isSorted ? !sort.isDown : false })}
              >
                {title}
                {isSorted ? <Icon of={sort.isDown ? IconChevronDown : IconChevronUp} size={14} /> : null}
              </button>
            ) : (
              title
            )}
          </div>
        )
      })}
    </div>
  )
}
