import { EntitySchema } from 'typeorm'
import { bigCount, id, instant, maybeInstant, maybeText } from '../database/columns.ts'

/** One recurring job as a row: whoever claims it runs it; nothing is remembered in a process. */
export interface JobRow {
  name: string
  dueAt: string
  /** Station that runs it now and until when its claim holds. */
  claimedBy: string | null
  claimedUntil: string | null
  lastRunAt: string | null
  lastFailure: string | null
  runs: number
}

export const JobEntity = new EntitySchema<JobRow>({
  name: 'Job',
  tableName: 'scheduler_job',
  columns: {
    name: id(),
    dueAt: instant(),
    claimedBy: maybeText(),
    claimedUntil: maybeInstant(),
    lastRunAt: maybeInstant(),
    lastFailure: maybeText(),
    runs: bigCount(),
  },
  indices: [{ name: 'scheduler_job_due', columns: ['dueAt'] }],
})
