import type { MigrationInterface, QueryRunner } from 'typeorm'

/** A line can be written on a case without moving it. */
export class CasesHaveNotes implements MigrationInterface {
  name = 'CasesHaveNotes1795824803200'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "tickets_note" (
        "id" text NOT NULL,
        "ticketId" text NOT NULL,
        "at" text NOT NULL,
        "note" text NOT NULL,
        "memberId" text,
        "customerId" text,
        CONSTRAINT "tickets_note_pk" PRIMARY KEY ("id"),
        CONSTRAINT "tickets_note_ticket" FOREIGN KEY ("ticketId") REFERENCES "tickets_ticket" ("id")
      )`,
    )
    await runner.query('CREATE INDEX "tickets_note_of" ON "tickets_note" ("ticketId", "at")')
    await runner.query('CREATE INDEX "tickets_note_customer" ON "tickets_note" ("customerId", "at")')
  }

  async down(): Promise<void> {
    throw new Error('the schema only grows')
  }
}
