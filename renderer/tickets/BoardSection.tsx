import type { Icon as TablerIcon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { TicketRow } from '../../shared/tickets/schema.ts'
import { Asked } from '../kit/Asked.tsx'
import { PaneHead } from '../kit/Pane.tsx'
import look from './Board.module.css'
import type { BoardList } from './use-board-list.ts'

interface BoardSectionProps {
  title: string
  icon: TablerIcon
  note: string
  action: ReactNode
  list: BoardList
  /** Heads of the columns and their widths as CSS grid columns. */
  heads: readonly string[]
  columns: string
  empty: string
  row: (row: TicketRow) => ReactNode
}

/** A list of the board: head with its count, column heads, rows in their own scroll. */
export function BoardSection({ title, icon, note, action, list, heads, columns, empty, row }: BoardSectionProps) {
  const count = list.data?.rows.length
  return (
    <div className={look.section} style={{ ['--columns' as string]: columns }}>
      <PaneHead
        weight="strong"
        title={title}
        icon={icon}
        note={note}
        action={action}
        {...(count === undefined ? {} : { count })}
      />
      <div className={look.scroll} role="region" aria-label={title} tabIndex={0}>
        <Asked query={list} lines={4}>
          {({ rows }) =>
            rows.length === 0 ? (
              <p className={look.empty}>{empty}</p>
            ) : (
              <div role="table" aria-label={title}>
                <div className={look.heads} role="row">
                  {heads.map((head) => (
                    <span key={head} role="columnheader">
                      {head}
                    </span>
                  ))}
                </div>
                {rows.map(row)}
              </div>
            )
          }
        </Asked>
      </div>
    </div>
  )
}
