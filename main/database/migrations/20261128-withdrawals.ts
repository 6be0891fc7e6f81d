import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Why a version of the policies was taken back. What was taken back before has its reason in the audit alone. */
export class WithdrawalsHaveReasons implements MigrationInterface {
  name = 'WithdrawalsHaveReasons1795824804390'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "admin_policy" ADD COLUMN "withdrawnReason" text')
  }

  async down(): Promise<void> {
    throw new Error('the schema only grows')
  }
}
