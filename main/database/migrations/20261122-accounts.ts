import type { MigrationInterface, QueryRunner } from 'typeorm'

const statements = [
  'ALTER TABLE "admin_member" ADD COLUMN "mustChangePassword" boolean',
  `CREATE TABLE "admin_tries" (
    "who" text NOT NULL,
    "failures" integer NOT NULL,
    "lastAt" text NOT NULL,
    "waitsUntil" text NOT NULL,
    CONSTRAINT "admin_tries_pk" PRIMARY KEY ("who")
  )`,
]

/** Passwords that must be changed, and failed sign-ins in rows. */
export class SaferAccounts implements MigrationInterface {
  name = 'SaferAccounts1795324800001'

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement)
  }

  async down(): Promise<void> {
    throw new Error('the schema only grows')
  }
}
