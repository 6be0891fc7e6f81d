import type { MigrationInterface, QueryRunner } from 'typeorm'

/** A number corrected from the site was the primary one, but the last in order; lists show the first. */
export class PrimaryPhonesStandFirst implements MigrationInterface {
  name = 'PrimaryPhonesStandFirst1795824805310'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `UPDATE "customers_phone" SET "position" = o."nth", "isPrimary" = (o."nth" = 0)
       FROM (
         SELECT "id", CAST(ROW_NUMBER() OVER (PARTITION BY "customerId" ORDER BY "isPrimary" DESC, "position", "id") - 1 AS integer) AS "nth"
         FROM "customers_phone"
         WHERE "customerId" IN (SELECT "customerId" FROM "customers_phone" WHERE "isPrimary" AND "position" > 0)
       ) o
       WHERE o."id" = "customers_phone"."id"`,
    )
  }

  async down(): Promise<void> {
    throw new Error('the schema only grows')
  }
}
