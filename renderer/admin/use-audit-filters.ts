import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { dayOf } from '../../shared/kit/calendar.ts'
import { api } from '../app/api.ts'
import { useCompany } from '../app/use-house.ts'
import { useNow } from '../kit/use-now.ts'
import { daysOf, type ListFilter, type ListWish, useSpanFilter } from '../lists/public.ts'

/** Features that write into the chain today, as the rail has them. */
const heardFeatures = ['intake', 'tickets', 'sheets', 'customers', 'products', 'lists', 'admin'] as const

/** The feature a condition names; what a view of another release holds narrows nothing. */
const featureOf = (chosen: string | undefined) => heardFeatures.find((feature) => feature === chosen) ?? null

/** The conditions of the audit page, and what the station is asked for by them. */
export interface AuditFilters {
  /** What was done is chosen among what the chosen feature does. */
  chips: (wish: ListWish['filters']) => ListFilter[]
  narrowed: (wish: ListWish) => {
    text: string
    subject: string | null
    memberId: string | null
    feature: (typeof heardFeatures)[number] | null
    action: string | null
    onFrom: string | null
    onTo: string | null
  }
}

/** Person, feature, what was done, days. */
export function useAuditFilters(): AuditFilters {
  const { t, i18n } = useTranslation()
  const nowAt = useNow()
  const zone = useCompany()?.timeZone ?? 'Asia/Shanghai'
  const colleagues = useQuery(api.admin.colleagues.queryOptions())
  const days = useSpanFilter('span', t('admin.audit.at'))
  const said = Object.keys(i18n.getResourceBundle(i18n.language, 'translation') as object)
  const actionsOf = (feature: string) =>
    said.filter((key) => key.startsWith(`admin.action.${feature}.`)).map((key) => key.slice('admin.action.'.length))
  return {
    chips: ({ feature: chosen }) => {
      const feature = featureOf(chosen)
      return [
        days,
        {
          ...{ id: 'memberId', label: t('admin.audit.who') },
          choices: (colleagues.data ?? []).map(({ id, name, workNumber }) => ({
            value: id,
            text: workNumber ? `${name} ${workNumber}` : name,
          })),
        },
        {
          ...{ id: 'feature', label: t('admin.audit.feature') },
          choices: heardFeatures.map((value) => ({ value, text: t(`admin.feature.${value}`) })),
        },
        ...(feature
          ? [
              {
                ...{ id: 'action', label: t('admin.audit.action') },
                choices: actionsOf(feature).map((value) => ({ value, text: t(`admin.action.${value}`) })),
              },
            ]
          : []),
      ]
    },
    narrowed: ({ text, filters: { span, memberId, feature: chosen, action, subject } }) => {
      const feature = featureOf(chosen)
      const { from, to } = daysOf(span, dayOf(nowAt, zone))
      return {
        ...{ text, feature, onFrom: from, onTo: to, memberId: memberId ?? null, subject: subject ?? null },
        // Of another feature than is chosen by now it is out of sight, and narrows nothing.
        action: feature && action?.startsWith(`${feature}.`) ? action : null,
      }
    },
  }
}
