import type { ShownKinds } from '../kit/shown-kinds.ts'

/** Where a seat shows what changed here. */
export const ticketsShown: ShownKinds = {
  'tickets.attempt': ['tickets.page'],
  'tickets.chase': ['customers.timeline', 'tickets.list', 'tickets.page'],
  'tickets.clock': ['tickets.page'],
  'tickets.dispatch': ['sheets', 'tickets'],
  'tickets.ledger': ['tickets.ledger', 'tickets.page'],
  'tickets.mismatch': ['tickets'],
  'tickets.moved': ['admin.calendarChanges', 'admin.movedLimits'],
  'tickets.moment': ['customers.timeline', 'tickets.page'],
  'tickets.note': ['customers.timeline', 'tickets'],
  'tickets.plan': ['tickets'],
  'tickets.result': ['customers.timeline', 'sheets', 'tickets.page'],
  'tickets.ticket': ['customers', 'intake.register', 'products', 'sheets', 'tickets'],
  'tickets.ticket_text': [],
  'tickets.ticket_text_link': [],
  'tickets.withdrawal': ['customers.timeline', 'tickets.page'],
}
