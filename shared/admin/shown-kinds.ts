import type { ShownKinds } from '../kit/shown-kinds.ts'

/** Where a seat shows what changed here. */
export const adminShown: ShownKinds = {
  'admin.audit': [],
  'admin.audit_head': [],
  'admin.counter': [],
  'admin.incident': ['admin.incidents'],
  'admin.member': ['admin', 'intake', 'tickets'],
  'admin.session': [],
  'admin.setting': ['admin', 'customers', 'intake', 'products', 'tickets'],
  'admin.space': ['admin.space'],
  'admin.tries': ['admin.members'],
}
