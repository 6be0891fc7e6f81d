import type { Job } from '../scheduler/job.ts'
import { settleStale } from './settle-stale.ts'

/** Calls whose hang-up never came are ended. */
export const intakeJobs: Job[] = [{ name: 'intake.settleStale', everySeconds: 15, run: settleStale }]
