import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dayOf } from '../../shared/kit/calendar.ts'
import type { TicketRow } from '../../shared/tickets/schema.ts'
import { api } from '../app/api.ts'
import { useShell } from '../app/shell-state.ts'
import { Pane } from '../kit/Pane.tsx'
import { useNow } from '../kit/use-now.ts'
import { ExportLines } from '../lists/public.ts'
import look from './Board.module.css'
import { BoardDispatch } from './BoardDispatch.tsx'
import { DueList } from './DueList.tsx'
import { FigureRow } from './FigureRow.tsx'
import { LostCallers } from './LostCallers.tsx'
import { PausedList } from './PausedList.tsx'
import { SeatList } from './SeatList.tsx'
import { UnassignedList } from './UnassignedList.tsx'
import { useBoardList } from './use-board-list.ts'
import { usePlacing } from './use-placing.ts'
import { usePolicy } from './use-policy.ts'
import { VisitGrid } from './VisitGrid.tsx'

/** 看板: what burns, who is unsent, where there is room today, who is on the telephone; the numbers open their rows. */
export function BoardScreen() {
  const { t } = useTranslation()
  const nowAt = useNow()
  const { zone, preset } = usePolicy()
  const today = dayOf(nowAt, zone)
  const mayCall = useShell((state) => state.member)?.may('intake.view') ?? false
  const figures = useQuery(api.tickets.board.queryOptions(undefined, { refetchInterval: 30_000 }))
  const loads = useQuery(api.tickets.technicians.queryOptions({ day: today }, { refetchInterval: 60_000 }))
  const unassigned = useBoardList('unassigned')
  const placing = usePlacing(
    (loads.data ?? []).filter(({ isDisabled }) => !isDisabled),
    today,
    zone,
    preset?.visits.usualMinutes,
  )
  const [sending, setSending] = useState<TicketRow | null>(null)
  const lost = useRef<HTMLDivElement>(null)
  const { target, clear } = placing
  const ticket = target?.isDropped ? target.ticket : sending
  const close = () => {
    setSending(null)
    clear()
  }

  return (
    <div className={look.board}>
      <FigureRow query={figures} nowAt={nowAt} onLost={() => lost.current?.focus()} />
      <div className={look.columns}>
        <Pane label={t('tickets.board.lists')}>
          <div className={look.lists}>
            <DueList nowAt={nowAt} />
            <UnassignedList
              list={unassigned}
              nowAt={nowAt}
              placing={placing}
              sendingId={ticket?.id ?? null}
              onDispatch={(row) => {
                clear()
                setSending(row)
              }}
            />
            <PausedList nowAt={nowAt} />
          </div>
          <ExportLines />
        </Pane>
        <Pane label={t('tickets.board.visits')}>
          <VisitGrid query={loads} nowAt={nowAt} on={today} zone={zone} placing={placing} />
          {ticket ? (
            <div className={look.form}>
              <BoardDispatch
                key={`${ticket.id} ${target?.isDropped ? `${target.technicianId} ${target.fromAt}` : ''}`}
                ticket={ticket}
                technicianId={target?.isDropped ? target.technicianId : undefined}
                window={target?.isDropped ? { fromAt: target.fromAt, toAt: target.toAt } : undefined}
                onDone={close}
                onCancel={close}
              />
            </div>
          ) : null}
        </Pane>
        <Pane label={t('tickets.board.people')} scrolls>
          <SeatList />
          {mayCall ? (
            <div ref={lost} tabIndex={-1} className={look.target}>
              <LostCallers nowAt={nowAt} />
            </div>
          ) : null}
        </Pane>
      </div>
    </div>
  )
}
