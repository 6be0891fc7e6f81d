import { adminJobs } from './admin/jobs.ts'
import { adminRouter } from './admin/router.ts'
import { router } from './api/trpc.ts'
import type { Job } from './scheduler/job.ts'

/** The API: one line a feature, sorted. */
export const appRouter = router({
  admin: adminRouter,
})

export type AppRouter = typeof appRouter

/** Recurring work: one line a feature, sorted. */
export const jobs: Job[] = [...adminJobs]
