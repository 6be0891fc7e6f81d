import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Whether an archive number is given already is asked before the next one is. */
export class ArchiveNumbersAreFound implements MigrationInterface {
  name = 'ArchiveNumbersAreFound1795824803491'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX "tickets_ledger_archive" ON "tickets_ledger" ("archiveNo")')
  }

  async down(): Promise<void> {
    throw new Error('the schema only grows')
  }
}
