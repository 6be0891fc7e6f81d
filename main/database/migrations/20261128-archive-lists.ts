import type { MigrationInterface, QueryRunner } from 'typeorm'

const indexes = [
  ['customers_customer_contacted', '"lastContactAt", "id"'],
  ['customers_customer_created', '"createdAt", "id"'],
  ['customers_customer_category', '"category", "updatedAt", "id"'],
] as const

/** The archive's list stands in order of its last contact, of its age, or of one category without being walked. */
export class ArchiveIsSorted implements MigrationInterface {
  name = 'ArchiveIsSorted1795824804301'

  async up(runner: QueryRunner): Promise<void> {
    for (const [name, columns] of indexes)
      await runner.query(`CREATE INDEX "${name}" ON "customers_customer" (${columns})`)
  }

  async down(): Promise<void> {
    throw new Error('the schema only grows')
  }
}
