import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Views of lists are kept as rows, own and shared, with what each member chose for each list. */
export class ListsKeepTheirViews implements MigrationInterface {
  name = 'ListsKeepTheirViews1795824802501'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "lists_view" (
        "id" text NOT NULL,
        "list" text NOT NULL,
        "name" text NOT NULL,
        "memberId" text NOT NULL,
        "isShared" boolean NOT NULL,
        "wish" text NOT NULL,
        "createdAt" text NOT NULL,
        "updatedAt" text NOT NULL,
        "version" integer NOT NULL,
        CONSTRAINT "lists_view_pk" PRIMARY KEY ("id")
      )`,
    )
    await runner.query('CREATE INDEX "lists_view_of" ON "lists_view" ("list", "memberId")')
    await runner.query(
      `CREATE TABLE "lists_choice" (
        "id" text NOT NULL,
        "memberId" text NOT NULL,
        "columns" text,
        "viewId" text,
        CONSTRAINT "lists_choice_pk" PRIMARY KEY ("id")
      )`,
    )
  }

  async down(): Promise<void> {
    throw new Error('the schema only grows')
  }
}
