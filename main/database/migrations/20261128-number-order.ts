import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The archive stands in the order of its numbers as they count, at any depth, also where they have outgrown the scheme's width. */
export class NumbersStandAsTheyCount implements MigrationInterface {
  name = 'NumbersStandAsTheyCount1795824807002'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX "customers_customer_number_order" ON "customers_customer"
       ((substr(CAST(1000 + length("number") AS text), 2) || "number"), "id")`,
    )
  }

  async down(): Promise<void> {
    throw new Error('the schema only grows')
  }
}
