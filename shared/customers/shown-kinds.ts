import type { ShownKinds } from '../kit/shown-kinds.ts'

/** Where a seat shows what changed here. */
export const customersShown: ShownKinds = {
  'customers.customer': ['customers', 'intake', 'tickets'],
  'customers.import': ['customers.importRuns'],
  'customers.person': ['customers'],
  'customers.phone': ['customers'],
  'customers.text': [],
}
