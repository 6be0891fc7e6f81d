import type { MigrationInterface, QueryRunner } from 'typeorm'

const statements = [
  'CREATE INDEX "admin_audit_at" ON "admin_audit" ("at")',
  'CREATE INDEX "admin_audit_member" ON "admin_audit" ("memberId", "seq")',
]

/** The audit page looks for a day and for a member. */
export class AuditIsSearched implements MigrationInterface {
  name = 'AuditIsSearched1795324800004'

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement)
  }

  async down(): Promise<void> {
    throw new Error('the schema only grows')
  }
}
