import type { MigrationInterface, QueryRunner } from 'typeorm'

const statements = [
  `CREATE TABLE "database_journal" ("id" text PRIMARY KEY NOT NULL, "orderNo" bigint NOT NULL, "step" text NOT NULL, "at" text NOT NULL,
    "memberId" text, "doing" text NOT NULL, "operation" text NOT NULL, "kind" text NOT NULL, "recordId" text NOT NULL,
    "rootId" text NOT NULL, "subjectId" text, "version" integer NOT NULL, "fields" text NOT NULL, "sealed" text, "undoes" text)`,
  'CREATE INDEX "database_journal_root" ON "database_journal" ("rootId", "version")',
  'CREATE INDEX "database_journal_subject" ON "database_journal" ("subjectId", "orderNo")',
  'CREATE INDEX "database_journal_record" ON "database_journal" ("recordId")',
  'CREATE INDEX "database_journal_step" ON "database_journal" ("step")',
  'CREATE INDEX "database_journal_undoes" ON "database_journal" ("undoes")',
  'CREATE TABLE "database_journal_key" ("subjectId" text PRIMARY KEY NOT NULL, "wrapped" text NOT NULL, "madeAt" text NOT NULL)',
]

/** Every change of a record is kept, before and after, sealed under a key of the person it belongs to. */
export class RecordsAreJournaled implements MigrationInterface {
  name = 'RecordsAreJournaled1795824800601'

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement)
  }

  async down(): Promise<void> {
    throw new Error('the schema only grows')
  }
}
