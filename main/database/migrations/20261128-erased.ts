import type { MigrationInterface, QueryRunner } from 'typeorm'

/** A customer whose person was erased stays as a number with its cases; the archive knows since when. */
export class CustomersAreErased implements MigrationInterface {
  name = 'CustomersAreErased1795824805200'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "customers_customer" ADD COLUMN "erasedAt" text')
  }

  async down(): Promise<void> {
    throw new Error('the schema only grows')
  }
}
