/** What other features may call of the tickets. */
export { addChase } from './chase-ticket.ts'
export { dispatchTicket } from './dispatch-ticket.ts'
export { findCustomerIds } from './find-customers.ts'
export { openTicket, type TicketDraft } from './open-ticket.ts'
export { calendarOf, presetAt } from './policy.ts'
export { openTicketsOf, readTicketPage, warrantyOf } from './ticket-page.ts'
export { phoneAsSaid, readTicket, ticketToChange } from './ticket-rows.ts'
export { addPastTickets } from './past-tickets.ts'
