import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Work that is done once, as rows: whoever claims one runs it. */
export class TasksAreRows implements MigrationInterface {
  name = 'TasksAreRows1795824800203'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "scheduler_task" (
        "id" text NOT NULL,
        "kind" text NOT NULL,
        "payload" text NOT NULL,
        "state" text NOT NULL,
        "memberId" text,
        "addedAt" text NOT NULL,
        "dueAt" text NOT NULL,
        "tries" integer NOT NULL,
        "claimedBy" text,
        "claimedUntil" text,
        "finishedAt" text,
        "outcome" text,
        "lastFailure" text,
        CONSTRAINT "scheduler_task_pk" PRIMARY KEY ("id")
      )`,
    )
    await runner.query('CREATE INDEX "scheduler_task_due" ON "scheduler_task" ("state", "dueAt")')
  }

  async down(): Promise<void> {
    throw new Error('the schema only grows')
  }
}
