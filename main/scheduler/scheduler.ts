import type { Services } from '../api/context.ts'
import { JobEntity } from './entities.ts'
import type { Job } from './job.ts'

/** How long a claim holds before another station may take a job over. */
const claimSeconds = 300

/** Runs the jobs whose rows are due. Owns the only timer of the station. */
export class Scheduler {
  private timer: NodeJS.Timeout | null = null
  private running: Promise<void> | null = null
  private readonly owner: string

  constructor(
    private readonly services: Services,
    private readonly jobs: Job[],
  ) {
    this.owner = services.newId()
  }

  /** Makes a row for every job that has none, then looks once a second. */
  async start(): Promise<void> {
    await this.services.database.write(async tx => {
      for (const job of this.jobs) {
        await tx.query(
          this.services.database.sql(
            'INSERT INTO "scheduler_job" ("name", "dueAt", "runs") VALUES (?, ?, 0) ON CONFLICT ("name") DO NOTHING',
          ),
          [job.name, this.services.now()],
        )
      }
    })
    this.timer = setInterval(() => void this.tick(), 1000)
    this.timer.unref()
  }

  /** Runs everything that is due now, once. Ticks never overlap. */
  async tick(): Promise<void> {
    this.running ??= this.runDue().finally(() => (this.running = null))
    return this.running
  }

  async stop(): Promise<void> {
    if (this.timer) clearInterval(this.timer)
    this.timer = null
    await this.running
  }

  private async runDue(): Promise<void> {
    const now = this.services.now()
    const due = await this.services.database.read(reader =>
      reader.createQueryBuilder(JobEntity, 'job').where('job.dueAt <= :now', { now }).orderBy('job.dueAt').getMany(),
    )
    for (const row of due) {
      const job = this.jobs.find(candidate => candidate.name === row.name)
      if (job && (await this.claim(job))) await this.runOne(job)
    }
  }

  private async claim(job: Job): Promise<boolean> {
    const now = this.services.now()
    return this.services.database.write(async tx => {
      const result = await tx
        .createQueryBuilder()
        .update(JobEntity)
        .set({ claimedBy: this.owner, claimedUntil: later(now, claimSeconds) })
        .where('name = :name AND "dueAt" <= :now AND ("claimedUntil" IS NULL OR "claimedUntil" < :now)', { name: job.name, now })
        .execute()
      return result.affected === 1
    })
  }

  private async runOne(job: Job): Promise<void> {
    let failure: string | null = null
    try {
      await job.run(this.services)
    } catch (error) {
      failure = String(error)
      this.services.log.error('job.failed', { job: job.name, error: failure, stack: error instanceof Error ? error.stack : '' })
    }
    const now = this.services.now()
    await this.services.database.write(tx =>
      tx
        .createQueryBuilder()
        .update(JobEntity)
        .set({
          claimedBy: null,
          claimedUntil: null,
          lastRunAt: now,
          lastFailure: failure,
          dueAt: later(now, job.everySeconds),
          runs: () => '"runs" + 1',
        })
        .where('name = :name AND "claimedBy" = :owner', { name: job.name, owner: this.owner })
        .execute(),
    )
  }
}

/** The instant so many seconds after another. */
export function later(at: string, seconds: number): string {
  return new Date(Date.parse(at) + seconds * 1000).toISOString()
}
