import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What only a person can know happened to a case is told with its time, so that limits count from it. */
export class CasesHaveMoments implements MigrationInterface {
  name = 'CasesHaveMoments1795824804391'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "tickets_moment" (
        "id" text NOT NULL,
        "ticketId" text NOT NULL,
        "event" text NOT NULL,
        "at" text NOT NULL,
        "note" text NOT NULL,
        "recordedAt" text NOT NULL,
        "memberId" text,
        "customerId" text,
        CONSTRAINT "tickets_moment_pk" PRIMARY KEY ("id"),
        CONSTRAINT "tickets_moment_ticket" FOREIGN KEY ("ticketId") REFERENCES "tickets_ticket" ("id")
      )`,
    )
    await runner.query('CREATE INDEX "tickets_moment_of" ON "tickets_moment" ("ticketId", "at")')
  }

  async down(): Promise<void> {
    throw new Error('the schema only grows')
  }
}
