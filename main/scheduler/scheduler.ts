import type { Services } from '../api/context.ts'
import { JobEntity } from './entities.ts'
import type { Job } from './job.ts'
import { later } from './later.ts'
import type { Look } from './look.ts'
import { TaskRunner } from './run-tasks.ts'
import type { TaskKind } from './task.ts'

export { later } from './later.ts'

/** How long a claim holds before another station may take a job over; renewed while the job runs. */
const claimSeconds = 300
const renewEveryMs = 60_000
/** A failed job comes again after this, or sooner where it comes sooner anyway. */
const failedAgainSeconds = 300

/**
 * Runs the jobs and tasks whose rows are due, each beside the others. Owns the only timer of the station.
 * Rows of jobs and all leases go by the clock that stations share; what a task waits for is an instant of the station that asked.
 */
export class Scheduler {
  private timer: NodeJS.Timeout | null = null
  private looking: Promise<Promise<void>[]> | null = null
  private readonly running = new Map<string, Promise<void>>()
  private readonly stopping = new AbortController()
  private readonly owner: string
  private readonly tasks: TaskRunner
  private lastLook: Look | null = null

  constructor(
    private readonly services: Services,
    private readonly jobs: readonly Job[],
    kinds: readonly TaskKind[] = [],
    /** Looked at once a second, in memory: it leaves no row. */
    private readonly glance: () => Promise<void> = async () => undefined,
  ) {
    this.owner = services.newId()
    this.tasks = new TaskRunner(services, kinds, this.owner, this.stopping.signal)
  }

  /** Makes a row for every job that has none, then looks once a second. An SQLite file has one station: what is leased there the dead one left. */
  async start(): Promise<void> {
    await this.services.database.write(async (tx) => {
      if (this.services.database.engine === 'sqlite') {
        await tx.query('UPDATE "scheduler_job" SET "claimedUntil" = NULL WHERE "claimedUntil" IS NOT NULL')
        await tx.query('UPDATE "scheduler_task" SET "claimedUntil" = NULL WHERE "claimedUntil" IS NOT NULL')
      }
      const now = await this.services.sharedNow(tx)
      for (const job of this.jobs) {
        await tx.query(
          this.services.database.sql(
            'INSERT INTO "scheduler_job" ("name", "dueAt", "runs") VALUES (?, ?, 0) ON CONFLICT ("name") DO NOTHING',
          ),
          [job.name, now],
        )
      }
    })
    this.timer = setInterval(() => {
      // A database that does not answer now may answer in a second: the station lives on.
      const failed = (error: unknown) => this.services.log.error('scheduler.failed', { error: String(error) })
      this.glance().catch(failed)
      this.tick().catch(failed)
    }, 1000)
    this.timer.unref()
  }

  /** Starts everything that is due now, each job once, and settles when what it started is done. Looks never overlap, and one that began before this call does not count for it: it may have read an earlier clock. */
  async tick(): Promise<void> {
    await Promise.allSettled([this.looking])
    if (this.stopping.signal.aborted) return
    this.looking ??= this.startDue().finally(() => (this.looking = null))
    await Promise.all(await this.looking)
  }

  /** Starts nothing more, asks what runs to give up, and waits for it. */
  async stop(): Promise<void> {
    if (this.timer) clearInterval(this.timer)
    this.timer = null
    this.stopping.abort()
    await Promise.allSettled([this.looking])
    await Promise.allSettled(this.running.values())
    await this.tasks.settle()
  }

  private async startDue(): Promise<Promise<void>[]> {
    const { database, sharedNow } = this.services
    const sharedAt = await database.read(sharedNow)
    const look: Look = { ownAt: this.services.now(), sharedAt }
    if (!this.lastLook || look.ownAt < this.lastLook.ownAt || sharedAt < this.lastLook.sharedAt) {
      await this.pullIn(sharedAt)
      await this.tasks.pullIn(look)
    }
    this.lastLook = look
    const due = await database.read((reader) =>
      reader
        .createQueryBuilder(JobEntity, 'job')
        .where('job.dueAt <= :sharedAt', { sharedAt })
        .orderBy('job.dueAt')
        .getMany(),
    )
    const started: Promise<void>[] = []
    for (const row of due) {
      const job = this.jobs.find((candidate) => candidate.name === row.name)
      if (!job || this.running.has(job.name) || this.stopping.signal.aborted || !(await this.claim(job))) continue
      const run = this.runOne(job).finally(() => this.running.delete(job.name))
      this.running.set(job.name, run)
      started.push(run)
    }
    return [...started, ...(await this.tasks.startDue(look))]
  }

  /** After the clock was put back (or stood wrong before the start) no job waits longer than it would by the clock that holds. */
  private async pullIn(now: string): Promise<void> {
    await this.services.database.write(async (tx) => {
      const { database } = this.services
      for (const job of this.jobs) {
        await tx.query(database.sql('UPDATE "scheduler_job" SET "dueAt" = ? WHERE "name" = ? AND "dueAt" > ?'), [
          now,
          job.name,
          later(now, job.everySeconds),
        ])
      }
      await tx.query(database.sql('UPDATE "scheduler_job" SET "claimedUntil" = ? WHERE "claimedUntil" > ?'), [
        later(now, claimSeconds),
        later(now, claimSeconds),
      ])
    })
  }

  private async claim(job: Job): Promise<boolean> {
    return this.services.database.write(async (tx) => {
      const now = await this.services.sharedNow(tx)
      const result = await tx
        .createQueryBuilder()
        .update(JobEntity)
        .set({ claimedBy: this.owner, claimedUntil: later(now, claimSeconds) })
        .where(
          'name = :name AND "dueAt" <= :now AND ("claimedUntil" IS NULL OR "claimedUntil" < :now OR "claimedBy" = :owner)',
          {
            name: job.name,
            now,
            // Its own claim is left where the end of a run could not be written.
            owner: this.owner,
          },
        )
        .execute()
      return result.affected === 1
    })
  }

  private async runOne(job: Job): Promise<void> {
    let failure: string | null = null
    const renewal = setInterval(() => void this.renew(job), renewEveryMs)
    try {
      await job.run(this.services, this.stopping.signal)
    } catch (error) {
      failure = String(error)
      this.services.log.error('job.failed', {
        job: job.name,
        error: failure,
        stack: error instanceof Error ? error.stack : '',
      })
    } finally {
      clearInterval(renewal)
    }
    const wait = failure === null ? job.everySeconds : Math.min(job.everySeconds, failedAgainSeconds)
    const noteEnd = this.services.database.write(async (tx) => {
      const now = await this.services.sharedNow(tx)
      await tx
        .createQueryBuilder()
        .update(JobEntity)
        .set({
          claimedBy: null,
          claimedUntil: null,
          lastRunAt: now,
          lastFailure: failure,
          dueAt: later(now, wait),
          runs: () => '"runs" + 1',
        })
        .where('name = :name AND "claimedBy" = :owner', { name: job.name, owner: this.owner })
        .execute()
    })
    // A disk that takes nothing ends no station: the job is due again as soon as its row can be written.
    await noteEnd.catch((error: unknown) =>
      this.services.log.error('job.notNoted', { job: job.name, error: String(error) }),
    )
  }

  private async renew(job: Job): Promise<void> {
    const { database, log } = this.services
    const sql = database.sql('UPDATE "scheduler_job" SET "claimedUntil" = ? WHERE "name" = ? AND "claimedBy" = ?')
    await database
      .write(async (tx) => {
        await tx.query(sql, [later(await this.services.sharedNow(tx), claimSeconds), job.name, this.owner])
      })
      .catch((error: unknown) => log.warn('job.notRenewed', { job: job.name, error: String(error) }))
  }
}
