import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The company's policies as dated versions, the calendar as dated days; a ticket knows the versions it stands on. */
export class PoliciesAreRows implements MigrationInterface {
  name = 'PoliciesAreRows1795824800301'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "admin_policy" (
      "id" text PRIMARY KEY NOT NULL, "layer" text NOT NULL, "key" text NOT NULL, "version" integer NOT NULL, "effectiveAt" text NOT NULL,
      "document" text NOT NULL, "reason" text NOT NULL, "madeBy" text, "madeAt" text NOT NULL, "withdrawnAt" text, "withdrawnBy" text,
      "runningCases" text NOT NULL)`)
    await runner.query('CREATE UNIQUE INDEX "admin_policy_version" ON "admin_policy" ("layer", "key", "version")')
    await runner.query(`CREATE TABLE "admin_calendar_day" (
      "on" text NOT NULL, "origin" text NOT NULL, "kind" text NOT NULL, "name" text NOT NULL, "source" text NOT NULL,
      PRIMARY KEY ("on", "origin"))`)
    await runner.query(`CREATE TABLE "admin_calendar_year" (
      "year" integer PRIMARY KEY NOT NULL, "source" text NOT NULL, "enteredBy" text, "enteredAt" text NOT NULL)`)
    await runner.query('ALTER TABLE "tickets_ticket" ADD COLUMN "policyId" text')
    await runner.query('ALTER TABLE "tickets_ticket" ADD COLUMN "policyKept" boolean')
  }

  async down(): Promise<void> {
    throw new Error('the schema only grows')
  }
}
