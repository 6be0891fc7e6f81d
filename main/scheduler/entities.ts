import { EntitySchema } from 'typeorm'
import {
  bigCount,
  count,
  id,
  instant,
  maybeInstant,
  maybeStored,
  maybeText,
  stored,
  text,
} from '../database/columns.ts'

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

/** One piece of work that is done once, as a row: whoever claims it runs it, and what came of it stands there. */
export interface TaskRow {
  id: string
  /** Name of its `TaskKind`. */
  kind: string
  payload: object
  state: 'waiting' | 'done' | 'failed'
  /** Who wanted it; null for the house itself. */
  memberId: string | null
  addedAt: string
  /** Not before this instant: as asked for, then the next try. */
  dueAt: string
  /** Starts so far, whatever ended them. */
  tries: number
  claimedBy: string | null
  claimedUntil: string | null
  finishedAt: string | null
  /** What its kind says came of it; null until then, and where it says nothing. */
  outcome: object | null
  lastFailure: string | null
}

export const TaskEntity = new EntitySchema<TaskRow>({
  name: 'Task',
  tableName: 'scheduler_task',
  columns: {
    id: id(),
    kind: text(),
    payload: stored(),
    state: text(),
    memberId: maybeText(),
    addedAt: instant(),
    dueAt: instant(),
    tries: count(),
    claimedBy: maybeText(),
    claimedUntil: maybeInstant(),
    finishedAt: maybeInstant(),
    outcome: maybeStored(),
    lastFailure: maybeText(),
  },
  indices: [{ name: 'scheduler_task_due', columns: ['state', 'dueAt'] }],
})
