import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Lines of the ledger of time know the step that entered them and may be withdrawn; what was told of a case and taken back is kept with its reason. */
export class ToldStepsAreWithdrawn implements MigrationInterface {
  name = 'ToldStepsAreWithdrawn1795824807069'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "clocks_entry" ADD COLUMN "step" text')
    await runner.query('ALTER TABLE "clocks_entry" ADD COLUMN "withdraws" integer')
    await runner.query(
      `CREATE TABLE "tickets_withdrawal" (
        "id" text NOT NULL,
        "ticketId" text NOT NULL,
        "kind" text NOT NULL,
        "ofId" text NOT NULL,
        "what" text NOT NULL,
        "happenedAt" text,
        "reason" text NOT NULL,
        "at" text NOT NULL,
        "memberId" text,
        "customerId" text,
        CONSTRAINT "tickets_withdrawal_pk" PRIMARY KEY ("id"),
        CONSTRAINT "tickets_withdrawal_ticket" FOREIGN KEY ("ticketId") REFERENCES "tickets_ticket" ("id")
      )`,
    )
    await runner.query('CREATE INDEX "tickets_withdrawal_of" ON "tickets_withdrawal" ("ticketId", "at")')
    await runner.query('CREATE INDEX "tickets_withdrawal_customer" ON "tickets_withdrawal" ("customerId", "at")')
    await runner.query('CREATE INDEX "tickets_moment_customer" ON "tickets_moment" ("customerId", "recordedAt")')
  }

  async down(): Promise<void> {
    throw new Error('the schema only grows')
  }
}
