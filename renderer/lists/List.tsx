import { useDebouncedValue } from '@mantine/hooks'
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { FileColumn } from '../../shared/lists/column.ts'
import type { ViewWish } from '../../shared/lists/schema.ts'
import type { Page } from '../../shared/kit/paging.ts'
import { ChosenBar } from './ChosenBar.tsx'
import { ColumnsMenu } from './ColumnsMenu.tsx'
import { ExportAsk, type FileWish } from './ExportAsk.tsx'
import { ExportLines } from './ExportLines.tsx'
import look from './List.module.css'
import type { ListColumn } from './list-column.ts'
import { useListPlace } from './list-place.ts'
import { ListBar } from './ListBar.tsx'
import { ListFoot } from './ListFoot.tsx'
import { PagedTable } from './PagedTable.tsx'
import { type Chosen, useChosen } from './use-chosen.ts'
import { type ListState, useListState } from './use-list-state.ts'
import { type AskPage, usePaged } from './use-paged.ts'
import type { ViewsInHand } from './use-views.ts'
import { ViewLine } from './ViewLine.tsx'
import { ViewSelect } from './ViewSelect.tsx'

/** What a list is asked for, as its question takes it. */
export interface ListWish extends Pick<ViewWish, 'filters' | 'sort'> {
  /** Searched for, empty for nothing. */
  text: string
}

/** What a list brings whose rows can be ticked for a step in one go. */
export interface ListSteps<Row> {
  /** Ids of all that match; refused by name where they are too many. */
  matching: (wish: ListWish) => Promise<readonly string[]>
  /** Which of these the list still shows. */
  stillListed: (wish: ListWish, ids: readonly string[]) => Promise<readonly string[]>
  /** What its question is asked for a file of these alone, without the page. */
  file: (wish: ListWish, ids: readonly string[]) => FileWish
  /** What a row is called. */
  rowName: (row: Row) => string
  /** Buttons of the bar, each with its key. */
  bar: ReactNode
  /** The open step, above the bar. */
  panel: (chosen: Chosen) => ReactNode
}

interface ListProps<Row> {
  views: ViewsInHand
  /** Name of what is on screen, translated. */
  title: string
  /** What can be searched for, translated. */
  placeholder: string
  columns: readonly ListColumn<Row>[]
  ask: (wish: ListWish, after: string | null, limit: number, signal?: AbortSignal) => Promise<Page<Row>>
  rowId: (row: Row) => string
  onOpen?: (row: Row, state: ListState) => void
  /** Conditions that stand outside the list's own and go into a saved view: the tab it is under. */
  fixed?: Readonly<Record<string, string>>
  filters?: (state: ListState) => ReactNode
  /** Said over the rows of what narrows the list. */
  line?: (state: ListState) => ReactNode
  /** What its file can have, and what its question is asked for it, without the page. */
  file: { columns: readonly Pick<FileColumn<Row>, 'id' | 'isPersonal'>[]; wish: (wish: ListWish) => FileWish }
  foot?: (wish: ListWish) => ReactNode
  /** Rows can be ticked, and this be done with them. */
  steps?: ListSteps<Row>
  /** Rows there are in all while nothing narrows them, where that is known. */
  total?: number | undefined
  /** For lists that change by time alone. */
  everyMs?: number | undefined
  /** What else can be done here, at the end of the bar. */
  actions?: ReactNode
  empty: { title: string; todo: string; action?: ReactNode }
  /** Said where something narrows the list. */
  nothingFound: { title: string; todo: string; action?: ReactNode }
}

/** A list of any length: searched, narrowed, sorted, with the columns and views its member wants. A list brings its data and nothing else. */
export function List<Row>(props: ListProps<Row>) {
  const { views, title, columns, fixed = {}, total, everyMs, steps } = props
  const { t } = useTranslation()
  const { begins, keepPlace, remember } = useListPlace()
  const [text, setText] = useState(begins.text)
  const [row, setRow] = useState(begins.row)
  const [sought] = useDebouncedValue(text, 150)
  const usual = columns.filter(({ isExtra }) => !isExtra).map(({ id }) => id)
  const known = columns.map(({ id }) => id)
  const state = useListState(views, known, usual)
  const { filters, sort } = state.wish
  const wish: ListWish = { text: sought, sort, filters: { ...filters, ...fixed } }
  const ask: AskPage<Row> = (after, limit, signal) => props.ask(wish, after, limit, signal)
  const [feature = '', question = ''] = views.list.split('.')
  const paged = usePaged({ path: [feature, question], input: wish, ask, ...(everyMs ? { everyMs } : {}) })
  const shown = state.shown.flatMap((id) => columns.find((column) => column.id === id) ?? [])
  const chosen = useChosen(begins.ticked)
  const ids = [...chosen.ids]
  const hasTicks = steps !== undefined && ids.length > 0
  useEffect(() => keepPlace({ text, row, ticked: [...chosen.ids] }), [keepPlace, text, row, chosen.ids])
  useEffect(remember) // another address of the same list
  const table = useRef<HTMLDivElement>(null)
  const onSearchKey = (event: KeyboardEvent) => {
    const known = sought === text && !paged.query.isPlaceholderData ? (paged.rows ?? []) : []
    const [first] = known
    if (event.nativeEvent.isComposing || !first) return
    const stands = known.find((each) => props.rowId(each) === row)
    if (event.key === 'Enter') props.onOpen?.(stands ?? first, state)
    if (event.key !== 'ArrowDown') return
    event.preventDefault()
    if (!stands) setRow(props.rowId(first))
    table.current?.querySelector<HTMLElement>('[role=grid]')?.focus()
  }
  const isNarrowed = sought !== '' || Object.keys(filters).some((name) => !(name in fixed))
  return (
    <>
      <ListBar
        text={text}
        onText={setText}
        placeholder={props.placeholder}
        onSearchKey={onSearchKey}
        views={<ViewSelect views={views} />}
      >
        {props.filters?.(state)}
        <ColumnsMenu columns={columns} shown={state.shown} onChange={state.showColumns} />
        {hasTicks ? null : (
          <ExportAsk
            list={views.list}
            name={title}
            wish={props.file.wish(wish)}
            columns={props.file.columns}
            shown={state.shown}
          />
        )}
        {props.actions}
      </ListBar>
      <ViewLine views={views} state={state} fixed={fixed} />
      {props.line?.(state)}
      <div ref={table} className={look.table}>
        <PagedTable
          label={title}
          columns={shown}
          paged={paged}
          rowId={props.rowId}
          chosen={row}
          onChoose={setRow}
          beginsAt={begins.top}
          onScrolled={(top) => keepPlace({ top })}
          sort={sort ? { column: sort.by, isDown: sort.isDown } : undefined}
          // Up, down, and back to the order of the list.
          onSort={({ column, isDown }) =>
            state.sortBy(sort?.by === column && sort.isDown ? null : { by: column, isDown })
          }
          {...(props.onOpen ? { onOpen: (opened: Row) => props.onOpen?.(opened, state) } : {})}
          {...(!isNarrowed && total !== undefined ? { total } : {})}
          empty={isNarrowed ? props.nothingFound : props.empty}
          {...(steps ? { choice: chosen, rowName: steps.rowName } : {})}
        />
      </div>
      <ExportLines />
      {props.foot ? (
        props.foot(wish)
      ) : (
        <ListFoot>{paged.rows ? t('lists.shown', { count: paged.rows.length }) : null}</ListFoot>
      )}
      {steps?.panel(chosen)}
      {steps ? (
        <ChosenBar
          list={views.list}
          wish={wish}
          chosen={chosen}
          listed={(paged.rows ?? []).map(props.rowId)}
          hasMore={paged.query.hasNextPage}
          matching={() => steps.matching(wish)}
          stillListed={(some) => steps.stillListed(wish, some)}
        >
          {steps.bar}
          <ExportAsk
            list={views.list}
            name={title}
            wish={steps.file(wish, ids)}
            columns={props.file.columns}
            shown={state.shown}
            count={ids.length}
          />
        </ChosenBar>
      ) : null}
    </>
  )
}
