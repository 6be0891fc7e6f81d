import type { z } from 'zod'
import type { Services } from '../api/context.ts'
import type { Reader, Tx } from '../database/database.ts'
import { TaskEntity, type TaskRow } from './entities.ts'

/** Starts of a task before it is given up, where its kind says nothing. */
const usualTries = 6

/**
 * A kind of work that is done once, later or elsewhere: a print, a message, a report. A feature brings it in its manifest; its payload is
 * checked again when it runs, since a newer release may have written it.
 */
export interface TaskKind<Payload extends object = object> {
  /** `<feature>.<verbNoun>` */
  name: string
  payload: z.ZodType<Payload>
  /** Starts before it is given up, whatever ended them: an error, or the death of the station. */
  tries?: number
  /**
   * Does the work. The signal aborts when the station stops or when another has taken the task over. What is to count once together with
   * the task's end is written inside `task.finish`; without it the task ends when the promise settles.
   */
  run(services: Services, payload: Payload, task: RunningTask): Promise<void>
}

/** A task in hand. */
export interface RunningTask {
  id: string
  /** 1 for the first start. */
  attempt: number
  signal: AbortSignal
  /** Ends the task with what came of it and, in the same transaction, writes `work`. Throws `TaskTaken`, nothing written, when it is no longer ours. */
  finish(outcome: object | null, work?: (tx: Tx) => Promise<void>): Promise<void>
}

/** Somebody else has taken the task over, or finished it: what was about to be written is not written. */
export class TaskTaken extends Error {
  constructor(id: string) {
    super(`task ${id} has been taken over`)
  }
}

/** Work to be done. */
export interface NewTask<Payload extends object> {
  /** Made by the asker: sent twice it is kept once. */
  id: string
  payload: Payload
  /** Not before this instant; at once where it is absent. */
  notBeforeAt?: string
  memberId?: string | null
}

/** Keeps a task inside the write that wants it: it is there when the write is, and only then. */
export async function addTask<Payload extends object>(
  services: Services,
  tx: Tx,
  kind: TaskKind<Payload>,
  { id, payload, notBeforeAt, memberId = null }: NewTask<Payload>,
): Promise<void> {
  const now = services.now()
  const row: TaskRow = {
    ...{ id, kind: kind.name, payload: kind.payload.parse(payload), state: 'waiting', memberId },
    ...{ addedAt: now, dueAt: notBeforeAt ?? now, tries: 0, claimedBy: null, claimedUntil: null },
    ...{ finishedAt: null, outcome: null, lastFailure: null },
  }
  await tx.createQueryBuilder().insert().into(TaskEntity).values(row).orIgnore().execute()
}

/** How far a task is, for whoever asked for it; null when there is none of that id (any more). */
export async function readTask(
  reader: Reader,
  id: string,
): Promise<Pick<
  TaskRow,
  'id' | 'kind' | 'state' | 'dueAt' | 'tries' | 'finishedAt' | 'outcome' | 'lastFailure'
> | null> {
  return reader.findOneBy(TaskEntity, { id })
}

/** Starts a kind of task may have. */
export function triesOf({ tries }: Pick<TaskKind, 'tries'>): number {
  return tries ?? usualTries
}
