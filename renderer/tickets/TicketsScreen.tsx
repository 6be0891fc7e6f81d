import { ticketViews } from '../../shared/tickets/schema.ts'
import { useLocation } from 'wouter'
import { placeAt } from './views.ts'
import { TicketLists } from './TicketLists.tsx'
import { TicketScreen } from './TicketScreen.tsx'

/** `/tickets`: the lists, or one ticket. */
export function TicketsScreen() {
  const [location] = useLocation()
  const place = placeAt(location, ticketViews)
  if (place.place === 'ticket') return <TicketScreen key={place.id} id={place.id} firstStep={place.step} />
  return <TicketLists place={place} />
}
