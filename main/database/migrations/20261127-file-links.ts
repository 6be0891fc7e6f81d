import type { MigrationInterface, QueryRunner } from 'typeorm'

const statements = [
  `CREATE TABLE "files_link" (
    "hash" text NOT NULL,
    "use" text NOT NULL,
    "subjectKind" text NOT NULL,
    "subjectId" text NOT NULL,
    "linkedAt" text NOT NULL,
    CONSTRAINT "files_link_pk" PRIMARY KEY ("hash", "use", "subjectKind", "subjectId")
  )`,
  'CREATE INDEX "files_link_subject" ON "files_link" ("subjectKind", "subjectId")',
  'CREATE INDEX "files_link_use" ON "files_link" ("use", "linkedAt")',
  // Until now a file belonged to an import or was its report; the days of a source count from its import.
  `INSERT INTO "files_link" ("hash", "use", "subjectKind", "subjectId", "linkedAt")
   SELECT i."fileHash", 'import', 'customers.import', i."id", i."startedAt" FROM "customers_import" i
   JOIN "files_file" f ON f."hash" = i."fileHash"`,
  `INSERT INTO "files_link" ("hash", "use", "subjectKind", "subjectId", "linkedAt")
   SELECT i."reportHash", 'importReport', 'customers.import', i."id", i."startedAt" FROM "customers_import" i
   JOIN "files_file" f ON f."hash" = i."reportHash"`,
]

/** Stored files know what they belong to; what belongs to nothing can go. */
export class FilesKnowTheirSubjects implements MigrationInterface {
  name = 'FilesKnowTheirSubjects1795824800702'

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement)
  }

  async down(): Promise<void> {
    throw new Error('the schema only grows')
  }
}
