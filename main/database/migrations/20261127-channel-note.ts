import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What there is to say of the channel a report came by (报修渠道备注); empty where nothing was. */
export class CasesTellMoreOfTheirChannel implements MigrationInterface {
  name = 'CasesTellMoreOfTheirChannel1795824802503'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "intake_register" ADD COLUMN "channelNote" text NOT NULL DEFAULT ''`)
    await runner.query(`ALTER TABLE "tickets_ticket" ADD COLUMN "channelNote" text NOT NULL DEFAULT ''`)
  }

  async down(): Promise<void> {
    throw new Error('the schema only grows')
  }
}
