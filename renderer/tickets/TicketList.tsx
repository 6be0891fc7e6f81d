import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { dayOf } from '../../shared/kit/calendar.ts'
import { ticketFileColumns } from '../../shared/tickets/file-columns.ts'
import type { ticketSorts } from '../../shared/tickets/lists.ts'
import type { TicketRow, TicketView } from '../../shared/tickets/schema.ts'
import { client } from '../app/api.ts'
import { useNow } from '../kit/use-now.ts'
import { List, type ListWish, type ViewsInHand } from '../lists/public.ts'
import { wishOf } from './ticket-filter.ts'
import { TicketFilters } from './TicketFilters.tsx'
import { TicketTotalsFoot } from './TicketTotalsFoot.tsx'
import { usePolicy } from './use-policy.ts'
import { useTicketColumns } from './ticket-columns.tsx'

type TicketSort = (typeof ticketSorts)[number]

interface TicketListProps {
  view: TicketView
  views: ViewsInHand
  total: number | undefined
}

/** One view of the tickets: searched, narrowed, sorted by any column, summed up. */
export function TicketList({ view, views, total }: TicketListProps) {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const nowAt = useNow()
  const { zone } = usePolicy()
  const columns = useTicketColumns(view, nowAt)
  const title = views.view?.name ?? t(`tickets.view.${view}`)
  const narrowed = ({ text, filters }: ListWish) => ({ view, text, ...wishOf(filters, dayOf(nowAt, zone)) })
  return (
    <List<TicketRow>
      views={views}
      title={title}
      placeholder={t('tickets.list.search')}
      columns={columns}
      fixed={{ view }}
      ask={(wish, after, limit, signal) => {
        const sort = wish.sort && { ...wish.sort, by: wish.sort.by as TicketSort }
        return client.tickets.list.query({ ...narrowed(wish), sort, after, limit }, signal ? { signal } : {})
      }}
      everyMs={60_000}
      rowId={({ id }) => id}
      onOpen={({ id }) => navigate(`/tickets/${id}`)}
      filters={({ wish, filter }) => <TicketFilters filter={wish.filters} onChange={filter} />}
      file={{ columns: ticketFileColumns, wish: (wish) => ({ ...narrowed(wish), sort: wish.sort }) }}
      foot={(wish) => <TicketTotalsFoot wish={narrowed(wish)} />}
      total={total}
      empty={{ title: t(`tickets.empty.${view}`), todo: t('tickets.empty.todo') }}
      nothingFound={{ title: t('tickets.empty.nothingFound'), todo: t('tickets.empty.searchTodo') }}
    />
  )
}
