import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Deadline, ToldDeadline } from '../../shared/clocks/schema.ts'
import type { Language } from '../../shared/kit/words.ts'
import { isWait } from '../../shared/tickets/rules.ts'
import type { TicketPage } from '../../shared/tickets/schema.ts'
import { FactList } from '../kit/FactList.tsx'
import { PaneHead, PaneSection } from '../kit/Pane.tsx'
import { SlaClock } from '../kit/SlaClock.tsx'
import { useNow } from '../kit/use-now.ts'
import { Verdict } from '../kit/Verdict.tsx'
import { shortWhen } from '../kit/when.ts'
import { WhyToggle } from '../kit/WhyToggle.tsx'
import look from './TicketPageView.module.css'
import { useClockName } from './use-clock-name.ts'
import { useWhyFacts } from './use-why-facts.ts'

/** Every limit of the ticket, running ones first, each of its round, and why: step by step as the ledger has it. */
export function DeadlineSection({ page }: { page: TicketPage }) {
  const { t, i18n } = useTranslation()
  const nowAt = useNow()
  const [isOpen, setOpen] = useState(false)
  const whyId = useId()
  const nameOf = useClockName()
  const whyOf = useWhyFacts(page.memberNames, nowAt)
  const { deadlines, limitLayers, ticket } = page
  const layerOf = ({ clock }: ToldDeadline): [string, string][] => {
    const set = limitLayers[clock]
    if (!set) return []
    const { layer, name, version } = set
    return [
      [
        t('tickets.deadline.layer'),
        t(`tickets.deadline.layer.${layer}`, { name: name[i18n.language as Language], version }),
      ],
    ]
  }
  const title = ticket.round > 1 ? t('tickets.deadline.titleNth', { nth: ticket.round }) : t('tickets.deadline.title')
  if (deadlines.length === 0) {
    return ticket.state === 'cancelled' ? null : (
      <PaneSection isPadded head={<PaneHead weight="quiet" title={title} />}>
        <p className={look.quote}>{t('tickets.deadline.none')}</p>
      </PaneSection>
    )
  }
  // Waits that are over are told in the history; here they would only stand in the way.
  const shown = deadlines.filter(({ clock, metAt }) => metAt === null || !isWait(clock))
  const ordered = shown.toSorted(
    (a, b) => Number(a.metAt !== null) - Number(b.metAt !== null) || (a.metAt === null ? 0 : b.round - a.round),
  )
  // Of this round, or still to be met; what earlier rounds met stands below.
  const isNow = ({ metAt, startedAt }: ToldDeadline) => metAt === null || startedAt >= ticket.roundAt
  const groups = [
    { head: null, rows: ordered.filter(isNow) },
    { head: t('tickets.deadline.before'), rows: ordered.filter((each) => !isNow(each)) },
  ].filter(({ rows }) => rows.length > 0)
  const key = ({ clock, round }: ToldDeadline) => `${clock} ${round}`
  return (
    <PaneSection
      isPadded
      head={
        <PaneHead
          weight="quiet"
          title={title}
          action={<WhyToggle isOpen={isOpen} onToggle={() => setOpen(!isOpen)} controls={whyId} />}
        />
      }
    >
      {groups.map(({ head, rows }) => (
        <div key={head ?? ''}>
          {head === null ? null : <p className={look.quote}>{head}</p>}
          {rows.map((deadline) => (
            <div key={key(deadline)} className={look.deadline}>
              <span className={look.label}>{nameOf(deadline.clock)}</span>
              <DeadlineClock deadline={deadline} nowAt={nowAt} />
            </div>
          ))}
        </div>
      ))}
      <div id={whyId} hidden={!isOpen}>
        {groups
          .flatMap(({ rows }) => rows)
          .map((deadline) => (
            <div key={key(deadline)} className={look.why}>
              <span className={look.label}>
                {deadline.round > 1
                  ? t('tickets.deadline.nth', { clock: nameOf(deadline.clock), nth: deadline.round })
                  : nameOf(deadline.clock)}
              </span>
              <FactList facts={[...whyOf(deadline), ...layerOf(deadline)]} labelRem={3.5} />
            </div>
          ))}
      </div>
    </PaneSection>
  )
}

function DeadlineClock({ deadline, nowAt }: { deadline: Deadline; nowAt: string }) {
  const { t, i18n } = useTranslation()
  const { dueAt, metAt, state, isProvisional } = deadline
  if (metAt === null) {
    const stands = state === 'paused' ? { pausedAt: nowAt } : {}
    return <SlaClock dueAt={dueAt} nowAt={nowAt} size="lead" isProvisional={isProvisional} hasBy {...stands} />
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
