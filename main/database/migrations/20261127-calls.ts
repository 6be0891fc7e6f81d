import type { MigrationInterface, QueryRunner } from 'typeorm'

/** A call knows the line of the register it became: it is registered once. */
export class CallsAreRegisteredOnce implements MigrationInterface {
  name = 'CallsAreRegisteredOnce1795824800996'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX "intake_register_call" ON "intake_register" ("callId")')
  }

  async down(): Promise<void> {
    throw new Error('the schema only grows')
  }
}
