import { IconPlayerPause } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { SlaClock } from '../kit/SlaClock.tsx'
import { minutesUntil, spanText } from '../kit/spans.ts'
import { BoardRow } from './BoardRow.tsx'
import { BoardSection } from './BoardSection.tsx'
import { Fault } from './DueList.tsx'
import { BoardExport } from './BoardExport.tsx'
import { useBoardList } from './use-board-list.ts'

/** 停钟: the limit stands still, each with its reason. */
export function PausedList({ nowAt }: { nowAt: string }) {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const list = useBoardList('paused')
  const age = (at: string) => {
    const { key, facts } = spanText(minutesUntil(nowAt, at))
    return t(key, facts)
  }
  return (
    <BoardSection
      title={t('tickets.board.paused')}
      icon={IconPlayerPause}
      note={t('tickets.board.pausedNote')}
      action={<BoardExport name={t('tickets.board.paused')} wish={{ view: 'paused' }} />}
      list={list}
      heads={[t('tickets.board.why'), t('tickets.board.customerFault'), t('tickets.column.left')]}
      columns="4rem minmax(0, 1fr) 7.375rem"
      empty={t('tickets.board.nonePaused')}
      row={(row) => (
        <BoardRow
          key={row.id}
          label={`${row.customerName} ${row.number}`}
          onOpen={() => navigate(`/tickets/${row.id}`)}
        >
          {t(`tickets.pause.${row.pausedReason ?? 'other'}`)}
          <Fault row={row} />
          {row.nextDueAt ? (
            <SlaClock dueAt={row.nextDueAt} nowAt={nowAt} isProvisional={row.nextIsProvisional} />
          ) : (
            age(row.receivedAt)
          )}
        </BoardRow>
      )}
    />
  )
}
