import { IconUserQuestion } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { TicketRow } from '../../shared/tickets/schema.ts'
import { waitingMark } from '../../shared/tickets/waiting-mark.ts'
import { KeyButton } from '../kit/KeyButton.tsx'
import { minutesUntil, spanText } from '../kit/spans.ts'
import { Verdict } from '../kit/Verdict.tsx'
import look from './Board.module.css'
import { BoardRow } from './BoardRow.tsx'
import { BoardSection } from './BoardSection.tsx'
import { BoardExport } from './BoardExport.tsx'
import { type BoardList } from './use-board-list.ts'
import type { Placing } from './use-placing.ts'
import { usePolicy } from './use-policy.ts'

interface UnassignedListProps {
  list: BoardList
  nowAt: string
  placing: Placing
  /** The one whose form is open: it has the one filled button. */
  sendingId: string | null
  /** Opens the form without a time. */
  onDispatch: (row: TicketRow) => void
}

/** 未派: how long each waits, the ten-minute mark as a verdict (R036); dragged or placed by keys onto a technician's time. */
export function UnassignedList({ list, nowAt, placing, sendingId, onDispatch }: UnassignedListProps) {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const placed = placing.target?.ticket.id ?? placing.drag?.ticket.id
  const first = list.data?.rows[0]
  return (
    <BoardSection
      title={t('tickets.board.unassigned')}
      icon={IconUserQuestion}
      note={t('tickets.board.dragHint')}
      action={
        <>
          <BoardExport name={t('tickets.board.unassigned')} wish={{ view: 'unassigned' }} />
          {first ? (
            <KeyButton isSmall look={sendingId === null ? 'primary' : 'plain'} onClick={() => onDispatch(first)}>
              {t('tickets.step.dispatch')}
            </KeyButton>
          ) : null}
        </>
      }
      list={list}
      heads={[
        t('tickets.board.waited'),
        t('tickets.column.customer'),
        t('tickets.board.fault'),
        t('tickets.board.region'),
      ]}
      columns="5.75rem minmax(0, 1.1fr) minmax(0, 1fr) 3rem"
      empty={t('tickets.board.allSent')}
      row={(row) => (
        <BoardRow
          key={row.id}
          label={t('tickets.board.placeRow', { customer: row.customerName })}
          isChosen={row.id === placed || row.id === sendingId}
          onOpen={() => (placed === row.id ? navigate(`/tickets/${row.id}`) : placing.start(row, nowAt))}
          {...placing.rowProps(row)}
        >
          <Waited row={row} nowAt={nowAt} />
          <a className={look.link} href={`#/tickets/${row.id}`} draggable={false} tabIndex={-1}>
            {row.customerName || row.contactName}
          </a>
          <span>
            {row.round > 1 ? (
              <strong className={look.strong}>{t('tickets.state.nth', { nth: row.round })} </strong>
            ) : null}
            {row.symptom}
          </span>
          {row.region}
        </BoardRow>
      )}
    />
  )
}

/** Age of the report, or of what a further visit waits since: the result, or the part that has come. The next deadline decides the verdict; without one the age stands alone. */
function Waited({ row, nowAt }: { row: TicketRow; nowAt: string }) {
  const { t } = useTranslation()
  const { preset } = usePolicy(row.policyId)
  const mark = waitingMark(row, preset ?? { clocks: [] }, nowAt)
  const { key, facts } = spanText(Math.max(0, minutesUntil(nowAt, row.promisedFromAt ?? row.roundAt)))
  const text = t(key, facts)
  if (row.pausedReason !== null || row.handling === 'guidance' || mark === 'fine')
    return <span className={look.plain}>{text}</span>
  return <Verdict kind={mark === 'late' ? 'late' : 'warn'}>{text}</Verdict>
}
