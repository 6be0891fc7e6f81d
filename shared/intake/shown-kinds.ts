import type { ShownKinds } from '../kit/shown-kinds.ts'

/** Where a seat shows what changed here. */
export const intakeShown: ShownKinds = {
  'intake.call': ['customers.timeline', 'intake.lost', 'intake.mine', 'intake.recent', 'intake.seats', 'tickets.board'],
  'intake.event': [],
  'intake.joined': ['intake.joined'],
  'intake.register': [
    'customers',
    'intake.lost',
    'intake.mine',
    'intake.recent',
    'intake.register',
    'intake.seats',
    'tickets.board',
    'tickets.page',
  ],
}
