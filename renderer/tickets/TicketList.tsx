import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { dayOf } from '../../shared/kit/calendar.ts'
import type { ticketSorts } from '../../shared/tickets/lists.ts'
import type { TicketView } from '../../shared/tickets/schema.ts'
import { api, client } from '../app/api.ts'
import type { TableSort } from '../kit/DataTable.tsx'
import { useNow } from '../kit/use-now.ts'
import { ExportButton } from './ExportButton.tsx'
import { ListBar } from './ListBar.tsx'
import { PagedTable } from './PagedTable.tsx'
import { wholeView, wishOf } from './ticket-filter.ts'
import { TicketFilters } from './TicketFilters.tsx'
import { TicketTotalsFoot } from './TicketTotalsFoot.tsx'
import { usePolicy } from './use-policy.ts'
import { useTicketColumns } from './ticket-columns.tsx'
import { type AskPage, usePaged } from './use-paged.ts'
import type { TicketRow } from '../../shared/tickets/schema.ts'

type TicketSort = (typeof ticketSorts)[number]

/** One view of the tickets: searched, narrowed, sorted by any column, summed up. */
export function TicketList({ view, total }: { view: TicketView; total: number | undefined }) {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const nowAt = useNow()
  const [text, setText] = useState('')
  const [sought] = useDebouncedValue(text, 150)
  const [filter, setFilter] = useState(wholeView)
  const [order, setOrder] = useState<TableSort | undefined>()
  const { zone } = usePolicy()
  const columns = useTicketColumns(view, nowAt)
  const wish = { view, text: sought, ...wishOf(filter, dayOf(nowAt, zone)) }
  const sort = order ? { by: order.column as TicketSort, isDown: order.isDown } : null
  const ask: AskPage<TicketRow> = (after, limit, signal) =>
    client.tickets.list.query({ ...wish, sort, after, limit }, signal ? { signal } : {})
  const paged = usePaged({ path: ['tickets', 'list'], input: { ...wish, sort }, ask, everyMs: 60_000 })
  const totals = useQuery(
    api.tickets.totals.queryOptions(wish, { placeholderData: keepPreviousData, refetchInterval: 60_000 }),
  )
  const isNarrowed = sought !== '' || Object.values(filter).some((value) => value !== null)
  return (
    <>
      <ListBar text={text} onText={setText} placeholder={t('tickets.list.search')} shown={undefined}>
        <TicketFilters filter={filter} onChange={setFilter} />
        <ExportButton
          name={t(`tickets.view.${view}`)}
          about={{
            feature: 'tickets',
            view,
            filter: [sought, ...Object.values<string | null>({ ...filter })].filter(Boolean).join(' '),
          }}
          columns={columns}
          ask={ask}
          nowAt={nowAt}
        />
      </ListBar>
      <PagedTable
        label={t(`tickets.view.${view}`)}
        columns={columns}
        paged={paged}
        rowId={({ id }) => id}
        onOpen={({ id }) => navigate(`/tickets/${id}`)}
        sort={order}
        // Up, down, and back to the order of the view.
        onSort={(next) => setOrder(order?.column === next.column && order.isDown ? undefined : next)}
        {...(!isNarrowed && total !== undefined ? { total } : {})}
        empty={
          !isNarrowed
            ? { title: t(`tickets.empty.${view}`), todo: t('tickets.empty.todo') }
            : { title: t('tickets.empty.nothingFound'), todo: t('tickets.empty.searchTodo') }
        }
      />
      <TicketTotalsFoot totals={totals.data} />
    </>
  )
}
