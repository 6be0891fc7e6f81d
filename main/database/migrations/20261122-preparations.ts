import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What a technician has ready before leaving (R052), ticked off on the dispatch order. */
export class Preparations implements MigrationInterface {
  name = 'Preparations1795324800009'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "tickets_dispatch" ADD COLUMN "prepared" text')
  }

  async down(): Promise<void> {
    throw new Error('the schema only grows')
  }
}
