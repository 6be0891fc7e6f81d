import { adminJobs } from './admin/jobs.ts'
import { adminRouter } from './admin/router.ts'
import { router } from './api/trpc.ts'
import { customersRouter } from './customers/router.ts'
import { intakeJobs } from './intake/jobs.ts'
import { intakeRouter } from './intake/router.ts'
import { productsRouter } from './products/router.ts'
import type { Job } from './scheduler/job.ts'
import { sheetsRouter } from './sheets/router.ts'
import { ticketsJobs } from './tickets/jobs.ts'
import { ticketsRouter } from './tickets/router.ts'

/** The API: one line a feature, sorted. */
export const appRouter = router({
  admin: adminRouter,
  customers: customersRouter,
  intake: intakeRouter,
  products: productsRouter,
  sheets: sheetsRouter,
  tickets: ticketsRouter,
})

export type AppRouter = typeof appRouter

/** Recurring work: one line a feature, sorted. */
export const jobs: Job[] = [...adminJobs, ...intakeJobs, ...ticketsJobs]
