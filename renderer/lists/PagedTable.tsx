import type { ReactNode } from 'react'
import { DataTable, type Column, type TableSort } from '../kit/DataTable.tsx'
import { ProblemNote } from '../kit/ProblemNote.tsx'
import { Skeleton } from '../kit/Skeleton.tsx'
import type { TableChoice } from '../kit/table-choice.tsx'
import look from './List.module.css'
import type { Paged } from './use-paged.ts'

interface PagedTableProps<Row> {
  label: string
  columns: readonly Column<Row>[]
  paged: Paged<Row>
  rowId: (row: Row) => string
  onOpen?: (row: Row) => void
  /** Id of the row the cursor stands on; without it the table keeps its own. */
  chosen?: string | null
  onChoose?: (id: string) => void
  /** How far the table is scrolled at first, in pixels, and how far it is now. */
  beginsAt?: number
  onScrolled?: (top: number) => void
  total?: number
  sort?: TableSort | undefined
  onSort?: (sort: TableSort) => void
  choice?: TableChoice
  rowName?: (row: Row) => string
  empty: { title: string; todo?: string; action?: ReactNode }
}

/** A virtual table over keyset pages; a failed page is said in place and asked again. */
export function PagedTable<Row>({
  label,
  columns,
  paged,
  rowId,
  onOpen,
  chosen,
  onChoose,
  beginsAt,
  onScrolled,
  total,
  empty,
  sort,
  onSort,
  choice,
  rowName,
}: PagedTableProps<Row>) {
  const { query, rows, more } = paged
  if (rows === undefined && query.isError) {
    return (
      <div className={look.problem}>
        <ProblemNote error={query.error} onRetry={() => void query.refetch()} />
      </div>
    )
  }
  if (rows === undefined) return <Skeleton lines={10} />
  return (
    <>
      <DataTable
        label={label}
        columns={columns}
        rows={rows}
        rowId={rowId}
        onNearEnd={more}
        empty={empty}
        choice={choice}
        rowName={rowName}
        beginsAt={beginsAt}
        onScrolled={onScrolled}
        {...(chosen === undefined ? {} : { chosen })}
        {...(onChoose ? { onChoose: (row: Row) => onChoose(rowId(row)) } : {})}
        {...(sort ? { sort } : {})}
        {...(onSort ? { onSort } : {})}
        {...(onOpen ? { onOpen } : {})}
        {...(total === undefined ? {} : { total })}
      />
      {query.isFetchNextPageError ? (
        <div className={look.problem}>
          <ProblemNote error={query.error} onRetry={more} />
        </div>
      ) : null}
    </>
  )
}
