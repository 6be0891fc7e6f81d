import type { ShownKinds } from '../kit/shown-kinds.ts'

/** Where a seat shows what changed here. */
export const adminShown: ShownKinds = {
  'admin.audit': [],
  'admin.audit_head': [],
  'admin.calendar_change': ['admin'],
  'admin.calendar_day': ['admin'],
  'admin.calendar_year': ['admin'],
  'admin.counter': [],
  'admin.incident': ['admin.incidents'],
  'admin.member': ['admin', 'intake', 'tickets'],
  'admin.policy': ['admin'],
  'admin.sent': [],
  'admin.session': [],
  'admin.setting': ['admin', 'customers', 'intake', 'products', 'tickets'],
  'admin.space': ['admin.space'],
  'admin.tries': ['admin.members'],
}
