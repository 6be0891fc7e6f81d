import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Lists that leave the house are rows: who asked, who agreed, what left. */
export class ExportsAreRows implements MigrationInterface {
  name = 'ExportsAreRows1795824802502'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "lists_export" (
        "id" text NOT NULL,
        "list" text NOT NULL,
        "name" text NOT NULL,
        "wish" text NOT NULL,
        "columns" text NOT NULL,
        "language" text NOT NULL,
        "isWhole" boolean NOT NULL,
        "reason" text NOT NULL,
        "memberId" text NOT NULL,
        "askedAt" text NOT NULL,
        "state" text NOT NULL,
        "decidedBy" text,
        "decidedAt" text,
        "rows" integer NOT NULL,
        "finishedAt" text,
        "hash" text,
        CONSTRAINT "lists_export_pk" PRIMARY KEY ("id")
      )`,
    )
    await runner.query('CREATE INDEX "lists_export_asked" ON "lists_export" ("askedAt")')
  }

  async down(): Promise<void> {
    throw new Error('the schema only grows')
  }
}
