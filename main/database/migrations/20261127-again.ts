import type { MigrationInterface, QueryRunner } from 'typeorm'

/** A case that came back after its repair keeps which repair that was. */
export class CasesKnowTheirRepair implements MigrationInterface {
  name = 'CasesKnowTheirRepair1795824803401'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "tickets_ticket" ADD COLUMN "againOfId" text')
    await runner.query('CREATE INDEX "tickets_ticket_again" ON "tickets_ticket" ("againOfId", "receivedAt")')
  }

  async down(): Promise<void> {
    throw new Error('the schema only grows')
  }
}
