import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Where a ticket belongs, for features above that narrow their own rows by it. */
export class TicketsSayWhereTheyBelong implements MigrationInterface {
  name = 'TicketsSayWhereTheyBelong1795824800204'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE VIEW "tickets_brief" AS SELECT "id", "technicianId", "region" FROM "tickets_ticket"')
  }

  async down(): Promise<void> {
    throw new Error('the schema only grows')
  }
}
