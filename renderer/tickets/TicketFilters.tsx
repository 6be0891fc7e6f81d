import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../app/api.ts'
import { useColleagueFilter } from './list-filters.ts'
import { withChosen } from './with-chosen.ts'
import { FilterChips, type ListState, useSpanFilter } from '../lists/public.ts'

/** The conditions of a ticket list: when it was reported, where, who goes, which machine. */
export function TicketFilters({ state }: { state: ListState }) {
  const { t } = useTranslation()
  const received = useSpanFilter('received', t('tickets.filter.received'))
  const { data } = useQuery(api.tickets.choices.queryOptions())
  const same = (values: readonly string[] = []) => values.map((value) => ({ value, text: value }))
  const technicians = (data?.technicians ?? []).map(({ id, name }) => ({ value: id, text: name }))
  const colleagues = useColleagueFilter('technicianId', t('tickets.filter.technician'))
  const { region, productName, technicianId } = state.wish.filters
  return (
    <FilterChips
      state={state}
      filters={[
        received,
        { id: 'region', label: t('tickets.filter.region'), choices: withChosen(same(data?.regions), region) },
        { ...colleagues, choices: withChosen(technicians, technicianId, colleagues.choices) },
        {
          id: 'productName',
          label: t('tickets.filter.product'),
          choices: withChosen(same(data?.productNames), productName),
        },
      ]}
    />
  )
}
