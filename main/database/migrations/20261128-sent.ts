import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What a seat sent under an id of its own is remembered by a digest, so that other content under the same id is told apart. */
export class SendingsAreRemembered implements MigrationInterface {
  name = 'SendingsAreRemembered1795824805310'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "admin_sent" (
        "name" text NOT NULL,
        "digest" text NOT NULL,
        "at" text NOT NULL,
        CONSTRAINT "admin_sent_pk" PRIMARY KEY ("name")
      )`,
    )
    await runner.query('CREATE INDEX "admin_sent_at" ON "admin_sent" ("at")')
  }

  async down(): Promise<void> {
    throw new Error('the schema only grows')
  }
}
