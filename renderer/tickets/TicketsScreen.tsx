import { ticketViews } from '../../shared/tickets/schema.ts'
import { useLocation } from 'wouter'
import { placeAt } from './views.ts'
import { LineScreen } from './LineScreen.tsx'
import { TicketLists } from './TicketLists.tsx'
import { TicketScreen } from './TicketScreen.tsx'

/** `/tickets`: the lists, one ticket, or one line of the register. */
export function TicketsScreen() {
  const [location] = useLocation()
  const place = placeAt(location, ticketViews)
  if (place.place === 'ticket') return <TicketScreen key={place.id} id={place.id} firstStep={place.step} />
  if (place.place === 'line') return <LineScreen key={place.id} id={place.id} />
  return <TicketLists place={place} />
}
