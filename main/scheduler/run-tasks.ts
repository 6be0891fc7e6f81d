import type { Services } from '../api/context.ts'
import { TaskEntity, type TaskRow } from './entities.ts'
import { later } from './later.ts'
import type { Look } from './look.ts'
import { type RunningTask, type TaskKind, TaskTaken, triesOf } from './task.ts'

/** How long a claim holds before another station may take the task over; renewed while it runs. */
export const leaseSeconds = 120
const renewEveryMs = 40_000
/** Tasks in hand at a time: they stand beside the desk. */
const mostAtOnce = 4
const backOffFrom = 30
const longestBackOff = 6 * 3600
/** After so many tries the wait grows no more. */
const stepsOfBackOff = 1 + Math.ceil(Math.log(longestBackOff / backOffFrom) / Math.log(4))

/** Seconds until the next try, after so many: 30 s, 2 min, 8 min, … at most six hours. */
export function backOffSeconds(tries: number): number {
  return Math.min(backOffFrom * 4 ** Math.max(0, tries - 1), longestBackOff)
}

/** Runs tasks whose time has come, each under a lease: one station has it, and when that dies another takes it over. */
export class TaskRunner {
  private readonly running = new Map<string, Promise<void>>()

  constructor(
    private readonly services: Services,
    private readonly kinds: readonly TaskKind[],
    private readonly owner: string,
    private readonly stopping: AbortSignal,
  ) {}

  /** Starts what is due, as far as there is room; answers what it started. Kinds that this release does not know are left for one that does. */
  async startDue({ ownAt, sharedAt }: Look): Promise<Promise<void>[]> {
    const room = mostAtOnce - this.running.size
    if (room <= 0 || this.kinds.length === 0) return []
    const due = await this.services.database.read((reader) =>
      reader
        .createQueryBuilder(TaskEntity, 'task')
        .where(`task.state = 'waiting' AND task.dueAt <= :ownAt`, { ownAt })
        .andWhere('(task.claimedUntil IS NULL OR task.claimedUntil < :sharedAt)', { sharedAt })
        .andWhere('task.kind IN (:...kinds)', { kinds: this.kinds.map(({ name }) => name) })
        .orderBy('task.dueAt')
        .addOrderBy('task.id')
        .limit(room)
        .getMany(),
    )
    const started: Promise<void>[] = []
    for (const row of due) {
      const kind = this.kinds.find(({ name }) => name === row.kind)
      if (!kind || this.running.has(row.id) || this.stopping.aborted || !(await this.claim(row))) continue
      const run = this.runOne(kind, { ...row, tries: row.tries + 1 }).finally(() => this.running.delete(row.id))
      this.running.set(row.id, run)
      started.push(run)
    }
    return started
  }

  /** Waits for what runs; the scheduler's signal has asked it to give up. */
  async settle(): Promise<void> {
    await Promise.allSettled(this.running.values())
  }

  /** After the clock was put back no claim, no first and no next try lies further ahead than it could by the clock that holds: after a first failure half a minute, not six hours. */
  async pullIn({ ownAt: now, sharedAt }: Look): Promise<void> {
    await this.services.database.write(async (tx) => {
      const claimed = later(sharedAt, leaseSeconds)
      const { database } = this.services
      await tx.query(database.sql('UPDATE "scheduler_task" SET "claimedUntil" = ? WHERE "claimedUntil" > ?'), [
        claimed,
        claimed,
      ])
      // Asked for at once by a clock that stood ahead.
      await tx.query(
        database.sql(
          `UPDATE "scheduler_task" SET "dueAt" = ? WHERE "state" = 'waiting' AND "tries" = 0 AND "dueAt" = "addedAt" AND "dueAt" > ?`,
        ),
        [now, now],
      )
      for (let tries = 1; tries <= stepsOfBackOff; tries += 1) {
        const nextTry = later(now, backOffSeconds(tries))
        const which = tries < stepsOfBackOff ? '"tries" = ?' : '"tries" >= ?'
        await tx.query(
          database.sql(
            `UPDATE "scheduler_task" SET "dueAt" = ? WHERE "state" = 'waiting' AND ${which} AND "dueAt" > ?`,
          ),
          [nextTry, tries, nextTry],
        )
      }
    })
  }

  /** A start counts when it begins, so that a task which kills its station is given up, too. */
  private async claim({ id, tries }: TaskRow): Promise<boolean> {
    return this.services.database.write(async (tx) => {
      const now = await this.services.sharedNow(tx)
      const { affected } = await tx
        .createQueryBuilder()
        .update(TaskEntity)
        .set({ claimedBy: this.owner, claimedUntil: later(now, leaseSeconds), tries: tries + 1 })
        .where(`id = :id AND "state" = 'waiting' AND "tries" = :tries`, { id, tries })
        .andWhere('("claimedUntil" IS NULL OR "claimedUntil" < :now)', { now })
        .execute()
      return affected === 1
    })
  }

  private async runOne(kind: TaskKind, row: TaskRow): Promise<void> {
    const lost = new AbortController()
    const renewal = setInterval(() => void this.renew(row, lost), renewEveryMs)
    let isFinished = false as boolean
    const task: RunningTask = {
      id: row.id,
      attempt: row.tries,
      signal: AbortSignal.any([this.stopping, lost.signal]),
      finish: async (outcome, work) => {
        await this.services.database.write(async (tx) => {
          const done = { state: 'done', outcome, finishedAt: this.services.now() } as const
          if (!(await this.change(row, { ...done, claimedBy: null, claimedUntil: null, lastFailure: null })))
            throw new TaskTaken(row.id)
          await work?.(tx)
        })
        isFinished = true
      },
    }
    try {
      if (row.tries > triesOf(kind)) throw new Error(row.lastFailure ?? 'every start ended with the station')
      await kind.run(this.services, kind.payload.parse(row.payload), task)
      if (!isFinished) await task.finish(null)
    } catch (error) {
      if (!isFinished && !(error instanceof TaskTaken)) await this.fail(kind, row, error)
    } finally {
      clearInterval(renewal)
    }
  }

  /** Waits longer after every failure; given up it stays as a row that says why. A database that refuses even this leaves it to the lease. */
  private async fail(kind: TaskKind, row: TaskRow, error: unknown): Promise<void> {
    const { log } = this.services
    const now = this.services.now()
    const isGivenUp = row.tries >= triesOf(kind)
    const facts = { task: row.id, kind: kind.name, tries: row.tries, isGivenUp, error: String(error) }
    log.error('task.failed', { ...facts, stack: error instanceof Error ? error.stack : '' })
    const free = { claimedBy: null, claimedUntil: null, lastFailure: String(error).slice(0, 500) }
    const next = isGivenUp
      ? ({ state: 'failed', finishedAt: now } as const)
      : { dueAt: later(now, backOffSeconds(row.tries)) }
    await this.change(row, { ...free, ...next }).catch((second: unknown) =>
      log.error('task.notKept', { task: row.id, error: String(second) }),
    )
  }

  private async renew(row: TaskRow, lost: AbortController): Promise<void> {
    try {
      const { database, sharedNow } = this.services
      const isOurs = await database.write(async (tx) =>
        this.change(row, { claimedUntil: later(await sharedNow(tx), leaseSeconds) }),
      )
      if (!isOurs) lost.abort()
    } catch (error) {
      this.services.log.warn('task.notRenewed', { task: row.id, error: String(error) })
    }
  }

  /** Changes the row while this start of it is still the one that counts. */
  private async change({ id, tries }: TaskRow, changes: Partial<TaskRow>): Promise<boolean> {
    return this.services.database.write(async (tx) => {
      const { affected } = await tx
        .createQueryBuilder()
        .update(TaskEntity)
        .set(changes)
        .where(`id = :id AND "state" = 'waiting' AND "claimedBy" = :owner AND "tries" = :tries`, {
          ...{ id, tries, owner: this.owner },
        })
        .execute()
      return affected === 1
    })
  }
}
