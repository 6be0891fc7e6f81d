import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { TicketRow } from '../../shared/tickets/schema.ts'
import { EmptyState } from '../kit/EmptyState.tsx'
import { ListRow } from '../kit/ListRow.tsx'
import { Pane, PaneHead } from '../kit/Pane.tsx'
import { useNow } from '../kit/use-now.ts'
import { WhenText } from '../kit/WhenText.tsx'

/** On a wide window the tickets stand beside the line of time, newest first. */
export function TicketsPane({ tickets }: { tickets: readonly TicketRow[] }) {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const nowAt = useNow()
  return (
    <Pane label={t('customers.tab.tickets')} scrolls>
      <PaneHead title={t('customers.tab.tickets')} count={tickets.length} />
      {tickets.map((ticket) => (
        <ListRow
          key={ticket.id}
          title={ticket.symptom || ticket.productName}
          lines={[[ticket.number, ticket.productName, ticket.technicianName].filter(Boolean).join(' · ')]}
          end={
            <>
              <span>{t(`customers.ticketState.${ticket.state}`)}</span>
              <WhenText at={ticket.receivedAt} nowAt={nowAt} />
            </>
          }
          onPick={() => navigate(`/tickets/${ticket.id}`)}
        />
      ))}
      {tickets.length === 0 ? (
        <EmptyState title={t('customers.ticket.empty')} todo={t('customers.timeline.emptyTodo')} />
      ) : null}
    </Pane>
  )
}
