import type { UseQueryResult } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { Page } from '../../shared/kit/paging.ts'
import type { TicketRow } from '../../shared/tickets/schema.ts'
import { Asked } from '../kit/Asked.tsx'
import { DataTable, type Column } from '../kit/DataTable.tsx'
import { useNow } from '../kit/use-now.ts'
import { WhenText } from '../kit/WhenText.tsx'

/** The customer's tickets, newest first; Enter opens one. */
export function TicketTable({ tickets }: { tickets: UseQueryResult<Page<TicketRow>, unknown> }) {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const nowAt = useNow()
  const columns: Column<TicketRow>[] = [
    { id: 'number', title: t('customers.ticket.number'), width: '10rem', cell: ({ number }) => number },
    {
      id: 'state',
      title: t('customers.ticket.state'),
      width: '5rem',
      cell: ({ state }) => t(`customers.ticketState.${state}`),
    },
    { id: 'symptom', title: t('customers.ticket.symptom'), width: 'minmax(8rem, 1fr)', cell: ({ symptom }) => symptom },
    { id: 'product', title: t('customers.ticket.product'), width: '7.5rem', cell: ({ productName }) => productName },
    {
      id: 'receivedAt',
      title: t('customers.ticket.received'),
      width: '7rem',
      isRight: true,
      cell: ({ receivedAt }) => <WhenText at={receivedAt} nowAt={nowAt} />,
    },
  ]
  return (
    <Asked query={tickets} lines={6}>
      {({ rows }) => (
        <DataTable
          label={t('customers.tab.tickets')}
          columns={columns}
          rows={rows}
          rowId={({ id }) => id}
          onOpen={({ id }) => navigate(`/tickets/${id}`)}
          empty={{ title: t('customers.ticket.empty'), todo: t('customers.timeline.emptyTodo') }}
        />
      )}
    </Asked>
  )
}
