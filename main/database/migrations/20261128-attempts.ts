import type { MigrationInterface, QueryRunner } from 'typeorm'

/** A call before the visit knows its case, so that the history of the case tells of it. */
export class AttemptsKnowTheirCase implements MigrationInterface {
  name = 'AttemptsKnowTheirCase1795824805320'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "tickets_attempt" ADD COLUMN "ticketId" text NOT NULL DEFAULT ''`)
    await runner.query(
      `UPDATE "tickets_attempt" SET "ticketId" =
         (SELECT d."ticketId" FROM "tickets_dispatch" d WHERE d."id" = "tickets_attempt"."dispatchId")`,
    )
  }

  async down(): Promise<void> {
    throw new Error('the schema only grows')
  }
}
