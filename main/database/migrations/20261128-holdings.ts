import type { MigrationInterface, QueryRunner } from 'typeorm'

const statements = [
  `CREATE TABLE "files_holding" (
    "hash" text NOT NULL,
    "memberId" text NOT NULL,
    "use" text NOT NULL,
    "name" text NOT NULL,
    "mime" text NOT NULL,
    "heldAt" text NOT NULL,
    CONSTRAINT "files_holding_pk" PRIMARY KEY ("hash", "memberId", "use")
  )`,
  `INSERT INTO "files_holding" ("hash", "memberId", "use", "name", "mime", "heldAt")
   SELECT h."hash", h."memberId", coalesce(f."use", ''), f."name", f."mime", f."storedAt"
   FROM "files_holder" h JOIN "files_file" f ON f."hash" = h."hash"`,
  // What the station was given without a member.
  `INSERT INTO "files_holding" ("hash", "memberId", "use", "name", "mime", "heldAt")
   SELECT f."hash", '', coalesce(f."use", ''), f."name", f."mime", f."storedAt" FROM "files_file" f
   WHERE NOT EXISTS (SELECT 1 FROM "files_holder" h WHERE h."hash" = f."hash")`,
  // A file whose one use was written over is held again for what it is linked to.
  `INSERT INTO "files_holding" ("hash", "memberId", "use", "name", "mime", "heldAt")
   SELECT DISTINCT g."hash", g."memberId", l."use", g."name", g."mime", g."heldAt"
   FROM "files_holding" g JOIN "files_link" l ON l."hash" = g."hash" AND l."use" <> g."use"
   WHERE g."use" <> ''`,
]

/** What each member brought stands in a row of its own: the same content under another name or for another use takes nothing from anybody. */
export class FilesAreHeldByEach implements MigrationInterface {
  name = 'FilesAreHeldByEach1795824806601'

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement)
  }

  async down(): Promise<void> {
    throw new Error('the schema only grows')
  }
}
