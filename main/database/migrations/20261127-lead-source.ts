import type { MigrationInterface, QueryRunner } from 'typeorm'

/** How a customer came to us (客户来源); empty where nobody asked. */
export class CustomersSayHowTheyCame implements MigrationInterface {
  name = 'CustomersSayHowTheyCame1795824801401'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "customers_customer" ADD COLUMN "leadSource" text NOT NULL DEFAULT ''`)
  }

  async down(): Promise<void> {
    throw new Error('the schema only grows')
  }
}
