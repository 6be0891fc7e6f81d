import { useTranslation } from 'react-i18next'
import type { TimelineEntry } from '../../shared/customers/schema.ts'
import { entryTellers } from '../entry-tellers.ts'
import { PaneHead } from '../kit/Pane.tsx'
import { companyDay } from '../kit/station-clock.ts'
import { spaced } from '../kit/timeline-entry.ts'
import { WhenText } from '../kit/WhenText.tsx'
import { useIsWide } from '../kit/Zones.tsx'
import { useEntry } from './entry-context.ts'
import { useTimes } from './use-trade.ts'
import look from './Who.module.css'

/** What was between us lately, and what to know about the customer. */
export function RecentList() {
  const { t } = useTranslation()
  const { card, trade } = useEntry()
  const isWide = useIsWide()
  if (!card) return null
  const { customer, recent, recentCount } = card
  const notes = [customer.addressNote, customer.bestTime, customer.note].filter(Boolean)
  return (
    <>
      <div className={look.block}>
        <PaneHead
          title={t('intake.recent')}
          action={
            <a className={look.link} href={`#/customers/${customer.id}`}>
              {t('intake.recentAll', { count: recentCount })}
            </a>
          }
        />
        {recent.length === 0 ? <p className={look.hint}>{t('intake.recentNone')}</p> : null}
        <ul className={look.recent}>
          {recent.slice(0, isWide ? 10 : 5).map((entry) => (
            <li key={`${entry.kind} ${entry.id}`}>
              <WhenText on={companyDay(entry.at)} nowAt={trade.nowAt} />
              <span>
                <RecentText entry={entry} />
              </span>
            </li>
          ))}
        </ul>
      </div>
      {notes.length > 0 ? (
        <div className={look.block}>
          <PaneHead title={t('intake.notes')} />
          <div className={look.notes}>
            {notes.map((note) => (
              <p key={note}>{note}</p>
            ))}
          </div>
        </div>
      ) : null}
    </>
  )
}

function RecentText({ entry }: { entry: TimelineEntry }) {
  const { t } = useTranslation()
  const { trade } = useEntry()
  const times = useTimes(trade)
  return entryTellers[entry.kind]?.brief({ entry, thing: '', t, when: times.when }) ?? spaced(entry.title, entry.detail)
}
