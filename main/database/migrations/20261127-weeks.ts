import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The ledger of time says under which policies, so by whose working week, a limit ran. */
export class LimitsKnowTheirWeek implements MigrationInterface {
  name = 'LimitsKnowTheirWeek1795824803001'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "clocks_entry" ADD COLUMN "policyId" text')
  }

  async down(): Promise<void> {
    throw new Error('the schema only grows')
  }
}
