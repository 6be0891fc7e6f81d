import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, type Inputs } from '../app/api.ts'
import { ListFoot } from '../lists/public.ts'

/** The foot of a list: how many tickets, and what is late, near and chased among them; no sums of a list too long for them. */
export function TicketTotalsFoot({ wish }: { wish: Inputs['tickets']['totals'] }) {
  const { t } = useTranslation()
  const { data: totals } = useQuery(
    api.tickets.totals.queryOptions(wish, { placeholderData: keepPreviousData, refetchInterval: 60_000 }),
  )
  if (!totals) return <ListFoot />
  const { count, isMore, sums } = totals
  return (
    <ListFoot>
      <strong>{t(isMore ? 'tickets.total.more' : 'tickets.total.count', { count })}</strong>
      {sums ? (
        <>
          <span>{t('tickets.total.late', { count: sums.late })}</span>
          <span>{t('tickets.total.dueSoon', { count: sums.dueSoon })}</span>
          <span>{t('tickets.total.chases', { count: sums.chases })}</span>
        </>
      ) : (
        <span>{t('tickets.total.narrow')}</span>
      )}
    </ListFoot>
  )
}
