import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Every limit that is met leaves a row of when it was due and what it took: whether limits can be kept is read from these. */
export class LimitsTellWhetherTheyAreKept implements MigrationInterface {
  name = 'LimitsTellWhetherTheyAreKept1795824802402'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "clocks_met" (
      "id" text PRIMARY KEY NOT NULL, "subjectKind" text NOT NULL, "subjectId" text NOT NULL, "clock" text NOT NULL, "round" integer NOT NULL,
      "metAt" text NOT NULL, "dueAt" text NOT NULL, "ranSeconds" integer NOT NULL)`)
    await runner.query('CREATE INDEX "clocks_met_at" ON "clocks_met" ("subjectKind", "metAt")')
    await runner.query('CREATE INDEX "clocks_met_of" ON "clocks_met" ("subjectId")')
    await runner.query(
      'CREATE VIEW "clocks_kept" AS SELECT "subjectKind", "subjectId", "clock", "metAt", "dueAt", "ranSeconds" FROM "clocks_met"',
    )
    await runner.query(
      'CREATE VIEW "clocks_late" AS SELECT "subjectKind", "subjectId", "clock", "dueAt", "alarmedAt" FROM "clocks_running" WHERE "alarmedAt" IS NOT NULL',
    )
  }

  async down(): Promise<void> {
    throw new Error('the schema only grows')
  }
}
