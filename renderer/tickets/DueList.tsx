import { IconFlame } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { TicketRow } from '../../shared/tickets/schema.ts'
import { SlaClock } from '../kit/SlaClock.tsx'
import look from './Board.module.css'
import { BoardRow } from './BoardRow.tsx'
import { BoardSection } from './BoardSection.tsx'
import { BoardExport } from './BoardExport.tsx'
import { byTimeLeft } from './by-time-left.ts'
import { useClockName } from './use-clock-name.ts'
import { useBoardList, type BoardList } from './use-board-list.ts'

/** 快超时: over and nearly over, by time left; behind them what comes next of the open ones. */
export function DueList({ nowAt }: { nowAt: string }) {
  const { t, i18n } = useTranslation()
  const [, navigate] = useLocation()
  const late = useBoardList('late')
  const soon = useBoardList('dueSoon')
  const open = useBoardList('open')
  const nameOf = useClockName()
  const rows = byTimeLeft([late.data?.rows ?? [], soon.data?.rows ?? [], open.data?.rows ?? []])
  const list = (
    late.data && soon.data && open.data
      ? { ...late, data: { rows, next: null } }
      : late.isError
        ? late
        : { ...open, data: undefined }
  ) as BoardList
  return (
    <BoardSection
      title={t('tickets.board.due')}
      icon={IconFlame}
      note={t('tickets.board.byTimeLeft')}
      action={<BoardExport name={t('tickets.board.due')} wish={{ view: 'open', sort: { by: 'due', isDown: false } }} />}
      list={list}
      heads={[
        t('tickets.column.left'),
        t('tickets.board.limit'),
        t('tickets.board.customerFault'),
        t('tickets.board.who'),
      ]}
      columns={i18n.language === 'en' ? '9rem 4rem minmax(0, 1fr) 3rem' : '7.375rem 2.75rem minmax(0, 1fr) 3rem'}
      empty={t('tickets.board.nothingDue')}
      row={(row) => (
        <BoardRow
          key={row.id}
          label={`${row.customerName} ${row.number}`}
          onOpen={() => navigate(`/tickets/${row.id}`)}
        >
          <SlaClock dueAt={row.nextDueAt ?? nowAt} nowAt={nowAt} isProvisional={row.nextIsProvisional} />
          <span>{row.nextClock ? nameOf(row.nextClock) : ''}</span>
          <Fault row={row} />
          {row.technicianName || <strong className={look.strong}>{t('tickets.board.nobody')}</strong>}
        </BoardRow>
      )}
    />
  )
}

/** Customer, which visit where it is not the first, and dim what is wrong. */
export function Fault({ row }: { row: TicketRow }) {
  const { t } = useTranslation()
  return (
    <>
      {row.round > 1 ? <strong className={look.strong}>{t('tickets.state.nth', { nth: row.round })} </strong> : null}
      {row.customerName || row.contactName} <span className={look.dim}>{row.symptom}</span>
    </>
  )
}
