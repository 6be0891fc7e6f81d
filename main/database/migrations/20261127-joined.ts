import type { MigrationInterface, QueryRunner } from 'typeorm'

/** A line of the register that a second seat wrote of the same caller knows the first; lines are corrected, so they carry a version. */
export class LinesKnowEachOther implements MigrationInterface {
  name = 'LinesKnowEachOther1795824801301'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "intake_register" ADD COLUMN "joinedId" text')
    await runner.query('ALTER TABLE "intake_register" ADD COLUMN "version" integer NOT NULL DEFAULT 1')
    await runner.query('CREATE INDEX "intake_register_joined" ON "intake_register" ("joinedId")')
  }

  async down(): Promise<void> {
    throw new Error('the schema only grows')
  }
}
