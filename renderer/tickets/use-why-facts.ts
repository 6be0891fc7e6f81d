import { useTranslation } from 'react-i18next'
import type { ToldDeadline, WhyStep } from '../../shared/clocks/schema.ts'
import { pauseReasons } from '../../shared/tickets/schema.ts'
import { spanText } from '../kit/spans.ts'
import { shortWhen } from '../kit/when.ts'

/** The why of a limit as label and text, one line a step: 起算, 停钟, 约定, 改期限, 完成, 到期. Labels differ, as a list of facts needs. */
export function useWhyFacts(
  names: Readonly<Record<string, string>>,
  nowAt: string,
): (deadline: ToldDeadline) => [string, string][] {
  const { t, i18n } = useTranslation()
  const when = (at: string) => shortWhen(at, nowAt, i18n.language, t)
  const span = (minutes: number) => {
    const { key, facts } = spanText(minutes)
    return t(key, facts)
  }
  const said = (texts: (string | null)[]) => texts.filter(Boolean).join(' · ')
  const rule = (id: string) => (id === 'house' ? t('tickets.deadline.house') : id)
  const reason = (text: string) => {
    const known = pauseReasons.find((each) => text === each || text.startsWith(`${each}: `))
    return known ? said([t(`tickets.pause.${known}`), text.slice(known.length + 2)]) : text
  }
  const by = ({ memberId }: WhyStep) => (memberId === null ? null : (names[memberId] ?? null))
  const limitOf = (step: WhyStep) =>
    step.term &&
    said([span(step.term.limitMinutes), t(`tickets.deadline.hours.${step.term.hours}`), rule(step.term.rule)])
  const stepText = (step: WhyStep): string => {
    switch (step.kind) {
      case 'start':
      case 'policy':
        return said([when(step.at), limitOf(step), by(step)])
      case 'pause':
        return said([
          step.untilAt === null
            ? t('tickets.deadline.pausedSince', { from: when(step.at) })
            : t('tickets.deadline.pausedFor', {
                from: when(step.at),
                until: when(step.untilAt),
                span: span(step.minutes),
              }),
          reason(step.reason),
          by(step),
        ])
      case 'pin':
        return said([
          step.pinnedAt === null
            ? t('tickets.deadline.unpinned')
            : t('tickets.deadline.pinned', { at: when(step.pinnedAt) }),
          step.reason,
          by(step),
        ])
      case 'stop':
        return said([when(step.at), by(step)])
    }
  }
  return ({ steps, dueAt, otherwiseAt, isProvisional }) => {
    const counts = new Map<string, number>()
    const facts = steps.map((step): [string, string] => {
      const label = t(`tickets.deadline.step.${step.kind}`)
      const nth = (counts.get(label) ?? 0) + 1
      counts.set(label, nth)
      return [nth > 1 ? `${label} ${nth}` : label, stepText(step)]
    })
    const due: [string, string] = [
      t('tickets.deadline.due'),
      said([when(dueAt), otherwiseAt && t('tickets.deadline.otherwise', { at: when(otherwiseAt) })]),
    ]
    return isProvisional
      ? [...facts, due, [t('kit.clock.provisional'), t('tickets.deadline.provisional')]]
      : [...facts, due]
  }
}
