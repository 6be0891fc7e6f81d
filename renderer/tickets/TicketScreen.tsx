import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../app/api.ts'
import { ProblemNote } from '../kit/ProblemNote.tsx'
import { Skeleton } from '../kit/Skeleton.tsx'
import { TicketPageView } from './TicketPageView.tsx'
import look from './TicketPageView.module.css'

/** One ticket. Its limits pass without anybody changing it, so it is asked again each minute. */
export function TicketScreen({ id, firstStep }: { id: string; firstStep: string | null }) {
  const { t } = useTranslation()
  const query = useQuery(api.tickets.page.queryOptions({ id }, { refetchInterval: 60_000 }))
  if (query.data) return <TicketPageView key={id} page={query.data} firstStep={firstStep} error={query.error} />
  return (
    <section className={look.waiting} aria-label={t('tickets.page.title')}>
      {query.isError ? (
        <ProblemNote
          error={query.error}
          onRetry={() => void query.refetch()}
          wayOut={{ href: '#/tickets', text: t('tickets.page.toList') }}
        />
      ) : (
        <Skeleton lines={10} />
      )}
    </section>
  )
}
