import type { Feature } from '../house/feature.ts'
import { historyRouter } from './router.ts'

/** What was done to a record, and the way back (改动). The journal goes where its customer goes; of an erased person it stays, and nobody can open it. */
export const history = {
  router: historyRouter,
  entities: [],
  ofCustomer: [
    { kind: 'database.journal', column: 'subjectId', erased: 'kept' },
    { kind: 'database.journal_key', column: 'subjectId', erased: 'gone' },
  ],
} satisfies Feature
