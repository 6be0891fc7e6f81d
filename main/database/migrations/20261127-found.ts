import type { MigrationInterface, QueryRunner } from 'typeorm'

const indexes = [
  ['customers_customer_initials', 'customers_customer', 'initials'],
  ['customers_customer_pinyin', 'customers_customer', 'pinyin'],
  ['customers_person_initials', 'customers_person', 'initials'],
  ['customers_person_pinyin', 'customers_person', 'pinyin'],
  ['customers_phone_reversed', 'customers_phone', 'reversed'],
  ['products_product_serial', 'products_product', 'serialKey'],
  ['products_product_serial_tail', 'products_product', 'serialReversed'],
] as const

/** What a search walks stands in the order it is asked for: of ten thousand with one spelling the first twenty are read, not all sorted. */
export class FoundInOrder implements MigrationInterface {
  name = 'FoundInOrder1795824802601'

  async up(runner: QueryRunner): Promise<void> {
    for (const [name, table, column] of indexes) {
      await runner.query(`DROP INDEX "${name}"`)
      await runner.query(`CREATE INDEX "${name}" ON "${table}" ("${column}", "id")`)
    }
  }

  async down(): Promise<void> {
    throw new Error('the schema only grows')
  }
}
