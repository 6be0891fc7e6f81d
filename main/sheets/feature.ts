import type { Feature } from '../house/feature.ts'
import { PrintingEntity } from './entities.ts'
import { sheetsRouter } from './router.ts'

/** Paper forms (单据). */
export const sheets = {
  router: sheetsRouter,
  entities: [PrintingEntity],
  ofCustomer: [{ kind: 'sheets.printing', column: 'ticketId', of: 'tickets.ticket', erased: 'kept' }],
} satisfies Feature
