import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Limits in days that run are folded anew: their rows count days, and what stood still, by the wall. Leaves the task where there are any. */
export class LimitsCountDays implements MigrationInterface {
  name = 'LimitsCountDays1795824803002'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `INSERT INTO "scheduler_task" ("id", "kind", "payload", "state", "addedAt", "dueAt", "tries")
       SELECT 'tickets.recountDays', 'tickets.recountDays', '{}', 'waiting', '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z', 0
       WHERE EXISTS (SELECT 1 FROM "clocks_running" WHERE "state" LIKE '%"limitMs"%'
         AND ("state" LIKE '%"hours":"days"%' OR "state" LIKE '%"hours":"workingDays"%'))`,
    )
  }

  async down(): Promise<void> {
    throw new Error('the schema only grows')
  }
}
