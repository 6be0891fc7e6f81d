import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Why and when a case was given up stands on the case. Earlier ones told it only to their ledger of time. */
export class CasesSayWhyTheyEnd implements MigrationInterface {
  name = 'CasesSayWhyTheyEnd1795824803501'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "tickets_ticket" ADD COLUMN "cancelReason" text')
    await runner.query('ALTER TABLE "tickets_ticket" ADD COLUMN "cancelledAt" text')
    const ended = `FROM "clocks_entry" e WHERE e."subjectId" = "tickets_ticket"."id" AND e."reason" LIKE 'cancelled: %'`
    await runner.query(
      `UPDATE "tickets_ticket" SET "cancelReason" = (SELECT substr(max(e."reason"), ${'cancelled: '.length + 1}) ${ended}),
         "cancelledAt" = (SELECT max(e."at") ${ended}) WHERE "state" = 'cancelled'`,
    )
  }

  async down(): Promise<void> {
    throw new Error('the schema only grows')
  }
}
