import { useTranslation } from 'react-i18next'
import type { Deadline } from '../../shared/clocks/schema.ts'
import { useEntry } from './entry-context.ts'
import { useDeadlines } from './use-deadlines.ts'
import { useTimes } from './use-trade.ts'
import { useWarranty } from './use-warranty.ts'

/** What is promised to the customer, as one sentence: when, what it costs, that somebody phones first. Figures in `**`. */
export function usePromise(): string {
  const { t } = useTranslation()
  const { draft, trade } = useEntry()
  const times = useTimes(trade)
  const warranty = useWarranty()
  const deadlines = useDeadlines()
  if (draft.outcome !== 'repair') return t(`intake.promise.${draft.outcome}`)
  const whenDue = ({ dueAt, isProvisional }: Deadline) =>
    isProvisional ? t('intake.promise.provisional', { time: times.when(dueAt) }) : times.when(dueAt)
  const cost = warranty ? t(`intake.promise.cost.${warranty.stage}`) : t('intake.promise.cost.unknown')
  if (draft.handling === 'guidance') {
    const guide = deadlines.find(({ clock }) => clock === 'guide')
    return guide ? t('intake.promise.guidance', { time: whenDue(guide) }) : t('intake.promise.guided')
  }
  if (draft.consent === 'refused') return t('intake.promise.refused')
  if (draft.visitFromAt) {
    const time = times.span(draft.visitFromAt, draft.visitToAt)
    const name = draft.technicianName
    return name ? t('intake.promise.visit', { time, name, cost }) : t('intake.promise.visitSomebody', { time, cost })
  }
  const limit = deadlines.find(({ clock }) => clock === 'visit' || clock === 'respond')
  return limit
    ? t(limit.clock === 'visit' ? 'intake.promise.within' : 'intake.promise.respond', {
        time: whenDue(limit),
        cost,
      })
    : t('intake.promise.open', { cost })
}
