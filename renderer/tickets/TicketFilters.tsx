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
  onChange: (part: Readonly<Record<string, string | null>>) => void
}) {
  const { t } = useTranslation()
  const { data } = useQuery(api.tickets.choices.queryOptions())
  const all = t('tickets.filter.all')
  const same = (values: readonly string[] = []) => values.map((value) => ({ value, text: value }))
  return (
    <>
      <ChipSelect
        label={t('tickets.filter.received')}
        all={all}
        choices={receivedSpans.map((value): { value: string; text: string } => ({
          value,
          text: t(`tickets.filter.span.${value}`),
        }))}
        value={filter.received ?? null}
        onChange={(received) => onChange({ received })}
      />
      <ChipSelect
        label={t('tickets.filter.region')}
        all={all}
        choices={same(data?.regions)}
        value={filter.region ?? null}
        onChange={(region) => onChange({ region })}
      />
      <ChipSelect
        label={t('tickets.filter.technician')}
        all={all}
        choices={(data?.technicians ?? []).map(({ id, name }) => ({ value: id, text: name }))}
        value={filter.technicianId ?? null}
        onChange={(technicianId) => onChange({ technicianId })}
      />
      <ChipSelect
        label={t('tickets.filter.product')}
        all={all}
        choices={same(data?.productNames)}
        value={filter.productName ?? null}
        onChange={(productName) => onChange({ productName })}
      />
    </>
  )
}
