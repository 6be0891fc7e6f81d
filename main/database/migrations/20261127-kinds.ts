import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What a case is about (事由): its own limits hang on it. Null on what was registered before there were kinds. */
export class CasesHaveKinds implements MigrationInterface {
  name = 'CasesHaveKinds1795824800995'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "intake_register" ADD COLUMN "kind" text')
    await runner.query('ALTER TABLE "tickets_ticket" ADD COLUMN "kind" text')
  }

  async down(): Promise<void> {
    throw new Error('the schema only grows')
  }
}
