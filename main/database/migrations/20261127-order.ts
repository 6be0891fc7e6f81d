import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Where the journal stands is asked by every write that adds to it. */
export class JournalKnowsItsEnd implements MigrationInterface {
  name = 'JournalKnowsItsEnd1795824803490'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX "database_journal_order" ON "database_journal" ("orderNo")')
  }

  async down(): Promise<void> {
    throw new Error('the schema only grows')
  }
}
