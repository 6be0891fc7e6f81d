import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Deadline } from '../../shared/clocks/schema.ts'
import type { TicketPage } from '../../shared/tickets/schema.ts'
import { FactList } from '../kit/FactList.tsx'
import { PaneHead, PaneSection } from '../kit/Pane.tsx'
import { SlaClock } from '../kit/SlaClock.tsx'
import { spanText } from '../kit/spans.ts'
import { useNow } from '../kit/use-now.ts'
import { Verdict } from '../kit/Verdict.tsx'
import { shortWhen } from '../kit/when.ts'
import { WhyToggle } from '../kit/WhyToggle.tsx'
import look from './TicketPageView.module.css'

/** Every limit of the ticket, running ones first, and why: start, limit, rule, pauses. */
export function DeadlineSection({ page }: { page: TicketPage }) {
  const { t, i18n } = useTranslation()
  const nowAt = useNow()
  const [isOpen, setOpen] = useState(false)
  const whyId = useId()
  const { deadlines, ticket } = page
  const when = (at: string) => shortWhen(at, nowAt, i18n.language, t)
  const span = (minutes: number) => {
    const { key, facts } = spanText(minutes)
    return t(key, facts)
  }
  if (deadlines.length === 0) {
    return ticket.state === 'cancelled' ? null : (
      <PaneSection isPadded head={<PaneHead weight="quiet" title={t('tickets.deadline.title')} />}>
        <p className={look.quote}>{t('tickets.deadline.none')}</p>
      </PaneSection>
    )
  }
  const ordered = [...deadlines].sort((a, b) => Number(a.metAt !== null) - Number(b.metAt !== null))
  const why = (deadline: Deadline): [string, string][] => [
    [t('tickets.deadline.start'), when(deadline.startedAt)],
    [t('tickets.deadline.limit'), `${span(deadline.limitMinutes)} ${t(`tickets.deadline.hours.${deadline.hours}`)}`],
    ...(deadline.pausedMinutes > 0
      ? [[t('tickets.deadline.paused'), span(deadline.pausedMinutes)] as [string, string]]
      : []),
    [t('tickets.deadline.due'), when(deadline.dueAt)],
    [t('tickets.deadline.rule'), deadline.rule === 'house' ? t('tickets.deadline.house') : deadline.rule],
  ]
  return (
    <PaneSection
      isPadded
      head={
        <PaneHead
          weight="quiet"
          title={t('tickets.deadline.title')}
          action={<WhyToggle isOpen={isOpen} onToggle={() => setOpen(!isOpen)} controls={whyId} />}
        />
      }
    >
      {ordered.map((deadline) => (
        <div key={deadline.clock} className={look.deadline}>
          <span className={look.label}>{t(`tickets.clock.${deadline.clock}`)}</span>
          <DeadlineClock deadline={deadline} nowAt={nowAt} isPaused={ticket.pausedReason !== null} />
        </div>
      ))}
      <div id={whyId} hidden={!isOpen}>
        {ordered.map((deadline) => (
          <div key={deadline.clock} className={look.why}>
            <span className={look.label}>{t(`tickets.clock.${deadline.clock}`)}</span>
            <FactList facts={why(deadline)} />
          </div>
        ))}
      </div>
    </PaneSection>
  )
}

function DeadlineClock({ deadline, nowAt, isPaused }: { deadline: Deadline; nowAt: string; isPaused: boolean }) {
  const { t, i18n } = useTranslation()
  const { dueAt, metAt, state } = deadline
  if (metAt === null) {
    const stands = state === 'paused' && isPaused ? { pausedAt: nowAt } : {}
    return <SlaClock dueAt={dueAt} nowAt={nowAt} size="lead" hasBy {...stands} />
  }
  const time = shortWhen(metAt, nowAt, i18n.language, t)
  return (
    <span className={look.lead}>
      <Verdict kind={state === 'late' ? 'late' : 'ok'}>
        {t(state === 'late' ? 'tickets.deadline.metLate' : 'tickets.deadline.met')}
      </Verdict>
      <span className={look.when}>{time}</span>
    </span>
  )
}
