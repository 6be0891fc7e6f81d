import { IconCircle, IconHeadset, IconMoon, IconPhoneCall, IconPhoneIncoming } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { seatFileColumns } from '../../shared/intake/file-columns.ts'
import type { SeatRow } from '../../shared/tickets/board.ts'
import { api } from '../app/api.ts'
import { useShell } from '../app/shell-state.ts'
import { Asked } from '../kit/Asked.tsx'
import { Icon } from '../kit/Icon.tsx'
import { PaneHead } from '../kit/Pane.tsx'
import { talkingTime } from '../kit/spans.ts'
import { useNow } from '../kit/use-now.ts'
import { ExportAsk } from '../lists/public.ts'
import look from './Board.module.css'

const signs = { free: IconCircle, ringing: IconPhoneIncoming, talking: IconPhoneCall, away: IconMoon }

/** 座席: who is free, who is on a call and since when. */
export function SeatList() {
  const { t } = useTranslation()
  const mayView = useShell((state) => state.member)?.may('intake.view') ?? false
  const seats = useQuery(api.intake.seats.queryOptions(undefined, { refetchInterval: 30_000, enabled: mayView }))
  const count = (state: SeatRow['state']) => seats.data?.filter((seat) => seat.state === state).length ?? 0
  if (!mayView) return null
  return (
    <section className={look.plainSection} aria-label={t('tickets.seat.title')}>
      <PaneHead
        weight="strong"
        icon={IconHeadset}
        title={t('tickets.seat.title')}
        {...(seats.data ? { count: seats.data.length } : {})}
        note={t('tickets.seat.note', { talking: count('talking'), free: count('free') })}
        action={
          <ExportAsk
            isPlain
            list="intake.seats"
            name={t('tickets.seat.title')}
            wish={{}}
            columns={seatFileColumns}
            shown={seatFileColumns.map(({ id }) => id)}
          />
        }
      />
      <Asked query={seats} lines={2}>
        {(rows) =>
          rows.length === 0 ? (
            <p className={look.empty}>{t('tickets.seat.none')}</p>
          ) : (
            <ul className={look.seats}>
              {rows.map((seat) => (
                <li key={seat.memberId}>
                  <strong>{seat.name}</strong>
                  <span className={look.seat}>
                    <Icon of={signs[seat.state]} size={14} />
                    {t(`tickets.seat.${seat.state}`)}
                    {seat.state === 'talking' || seat.state === 'ringing' ? <Since at={seat.sinceAt} /> : null}
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Asked>
    </section>
  )
}

function Since({ at }: { at: string | null }) {
  const nowAt = useNow('second')
  return at ? <> {talkingTime(at, nowAt)}</> : null
}
