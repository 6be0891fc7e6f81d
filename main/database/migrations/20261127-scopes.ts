import type { MigrationInterface, QueryRunner } from 'typeorm'

/** An account may be narrowed to some rows; null is every row its role meets, as before. */
export class AccountsKnowTheirRows implements MigrationInterface {
  name = 'AccountsKnowTheirRows1795824800701'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "admin_member" ADD COLUMN "department" text')
    await runner.query('ALTER TABLE "admin_member" ADD COLUMN "rowScope" text')
  }

  async down(): Promise<void> {
    throw new Error('the schema only grows')
  }
}
