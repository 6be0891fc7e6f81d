import { useMediaQuery } from '@mantine/hooks'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { limitText } from '../../shared/presets/sentences.ts'
import { low } from '../app/theme.ts'
import { FactList } from '../kit/FactList.tsx'
import { PaneHead, PaneSection } from '../kit/Pane.tsx'
import { SlaClock } from '../kit/SlaClock.tsx'
import { useNow } from '../kit/use-now.ts'
import { WhyToggle } from '../kit/WhyToggle.tsx'
import { useEntry } from './entry-context.ts'
import { useDeadlines } from './use-deadlines.ts'
import { useSay, useTimes } from './use-trade.ts'
import look from './Verdicts.module.css'

/** 期限: until when somebody is sent and somebody is there, reckoned while the form is still open. */
export function DeadlineSection() {
  const { t, i18n } = useTranslation()
  const say = useSay()
  const id = useId()
  const { draft, trade } = useEntry()
  const times = useTimes(trade)
  const deadlines = useDeadlines()
  const nowAt = useNow()
  // A trade may have clocks of its own, and its own words for the usual ones (到场, 反馈意见).
  const nameOf = (clock: string) => {
    const policy = trade.preset.clocks.find((each) => each.clock === clock)
    return policy ? say(policy.text) : clock
  }
  const isLow = useMediaQuery(`(max-height: ${low.belowPx - 1}px)`, false, { getInitialValueInEffect: false })
  const [toggled, setToggled] = useState<boolean | null>(null)
  const isOpen = toggled ?? !isLow
  if (draft.outcome !== 'repair' || deadlines.length === 0) return null
  return (
    <PaneSection
      isPadded
      head={
        <PaneHead
          weight="quiet"
          title={t('intake.deadlines')}
          action={<WhyToggle isOpen={isOpen} onToggle={() => setToggled(!isOpen)} controls={id} />}
        />
      }
    >
      <dl className={look.deadlines}>
        {deadlines.map(({ clock, dueAt, isProvisional }) => (
          <div key={clock}>
            <dt>{nameOf(clock)}</dt>
            <dd>
              <SlaClock dueAt={dueAt} nowAt={nowAt} size="lead" isProvisional={isProvisional} />
              <time dateTime={dueAt}>{t('kit.clock.until', { time: times.when(dueAt) })}</time>
            </dd>
          </div>
        ))}
      </dl>
      <div id={id} hidden={!isOpen} className={look.why}>
        <FactList
          labelRem={i18n.language === 'en' ? 4.25 : 3}
          facts={deadlines.map((deadline) => [
            nameOf(deadline.clock),
            [
              t(`intake.deadline.${deadline.hours}`, {
                start: times.when(deadline.startedAt),
                limit: say(limitText(deadline)),
                rule: deadline.rule === 'house' ? t('intake.deadline.house') : deadline.rule,
              }),
              ...(deadline.isProvisional ? [t('intake.deadline.provisional')] : []),
            ].join(' · '),
          ])}
        />
      </div>
    </PaneSection>
  )
}
