import type { MigrationInterface, QueryRunner } from 'typeorm'

const statements = [
  'ALTER TABLE "files_file" ADD COLUMN "use" text',
  // Whatever was stored before came from an import or was its report.
  `UPDATE "files_file" SET "use" = 'import'`,
  `CREATE TABLE "files_holder" (
    "hash" text NOT NULL,
    "memberId" text NOT NULL,
    CONSTRAINT "files_holder_pk" PRIMARY KEY ("hash", "memberId")
  )`,
  `INSERT INTO "files_holder" ("hash", "memberId") SELECT "hash", "memberId" FROM "files_file" WHERE "memberId" IS NOT NULL`,
]

/** Stored files know what they belong to and who brought them. */
export class FilesKnowTheirUse implements MigrationInterface {
  name = 'FilesKnowTheirUse1795324800003'

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement)
  }

  async down(): Promise<void> {
    throw new Error('the schema only grows')
  }
}
