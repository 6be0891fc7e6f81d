import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Every change of the calendar with what stood before it, and the limits it moved, from when to when. */
export class CalendarChangesAreKept implements MigrationInterface {
  name = 'CalendarChangesAreKept1795824802401'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "admin_calendar_change" (
      "id" text PRIMARY KEY NOT NULL, "nth" integer NOT NULL, "year" integer, "source" text NOT NULL, "days" text NOT NULL, "before" text NOT NULL,
      "madeBy" text, "madeAt" text NOT NULL, "withdrawnAt" text, "withdrawnBy" text)`)
    await runner.query('CREATE UNIQUE INDEX "admin_calendar_change_nth" ON "admin_calendar_change" ("nth")')
    await runner.query(`CREATE TABLE "tickets_moved" (
      "id" text PRIMARY KEY NOT NULL, "causeId" text NOT NULL, "nth" integer NOT NULL, "ticketId" text NOT NULL, "clock" text NOT NULL,
      "round" integer NOT NULL, "beforeAt" text, "afterAt" text)`)
    await runner.query('CREATE UNIQUE INDEX "tickets_moved_by" ON "tickets_moved" ("causeId", "nth")')
    await runner.query('CREATE INDEX "tickets_moved_of" ON "tickets_moved" ("ticketId")')
  }

  async down(): Promise<void> {
    throw new Error('the schema only grows')
  }
}
