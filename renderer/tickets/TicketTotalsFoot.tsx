import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { use } from 'react'
import { useTranslation } from 'react-i18next'
import { api, type Inputs } from '../app/api.ts'
import { SoonContext } from '../kit/soon.ts'
import { TotalsFoot } from '../lists/public.ts'

/** The foot of a list: how many tickets, and what is late, near and chased among them. */
export function TicketTotalsFoot({ wish }: { wish: Inputs['tickets']['totals'] }) {
  const { t } = useTranslation()
  const minutes = use(SoonContext)
  const { data } = useQuery(
    api.tickets.totals.queryOptions(wish, { placeholderData: keepPreviousData, refetchInterval: 60_000 }),
  )
  return (
    <TotalsFoot
      totals={data}
      count={(count, isMore) => t(isMore ? 'tickets.total.more' : 'tickets.total.count', { count })}
      sums={{
        late: (count) => t('tickets.total.late', { count }),
        dueSoon: (count) => t('tickets.total.dueSoon', { count, minutes }),
        chases: (count) => t('tickets.total.chases', { count }),
      }}
    />
  )
}
