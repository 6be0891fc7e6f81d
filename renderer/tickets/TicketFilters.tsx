import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../app/api.ts'
import { ChipSelect } from '../kit/ChipSelect.tsx'
import { receivedSpans, type TicketFilter } from './ticket-filter.ts'

/** The conditions of a ticket list: when it was reported, where, who goes, which machine. */
export function TicketFilters({
  filter,
  onChange,
}: {
  filter: TicketFilter
  onChange: (filter: TicketFilter) => void
}) {
  const { t } = useTranslation()
  const { data } = useQuery(api.tickets.choices.queryOptions())
  const all = t('tickets.filter.all')
  const same = (values: readonly string[] = []) => values.map((value) => ({ value, text: value }))
  const change = (part: Partial<TicketFilter>) => onChange({ ...filter, ...part })
  return (
    <>
      <ChipSelect
        label={t('tickets.filter.received')}
        all={all}
        choices={receivedSpans.map((value) => ({ value, text: t(`tickets.filter.span.${value}`) }))}
        value={filter.received}
        onChange={(received) => change({ received })}
      />
      <ChipSelect
        label={t('tickets.filter.region')}
        all={all}
        choices={same(data?.regions)}
        value={filter.region}
        onChange={(region) => change({ region })}
      />
      <ChipSelect
        label={t('tickets.filter.technician')}
        all={all}
        choices={(data?.technicians ?? []).map(({ id, name }) => ({ value: id, text: name }))}
        value={filter.technicianId}
        onChange={(technicianId) => change({ technicianId })}
      />
      <ChipSelect
        label={t('tickets.filter.product')}
        all={all}
        choices={same(data?.productNames)}
        value={filter.productName}
        onChange={(productName) => change({ productName })}
      />
    </>
  )
}
