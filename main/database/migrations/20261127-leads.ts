import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What leads a narrowed seat to its customers, found without walking the archive: those it filed by hand, and lines that opened no ticket. */
export class SeatsFindTheirCustomers implements MigrationInterface {
  name = 'SeatsFindTheirCustomers1795824801302'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX "customers_customer_filed" ON "customers_customer" ("createdBy") WHERE "source" = 'archive'`,
    )
    await runner.query(
      'CREATE INDEX "intake_register_taken" ON "intake_register" ("memberId", "customerId") WHERE "ticketId" IS NULL',
    )
  }

  async down(): Promise<void> {
    throw new Error('the schema only grows')
  }
}
