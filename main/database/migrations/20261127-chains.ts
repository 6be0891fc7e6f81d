import type { MigrationInterface, QueryRunner } from 'typeorm'

const heads = Array.from({ length: 8 }, (_, nth) => `('chain.${nth + 1}')`).join(', ')

/**
 * Eight audit chains in place of one. The old one stays as it is; each of the new ones begins at its last hash, so its end cannot be moved
 * without breaking them all.
 */
export class AuditHasEightChains implements MigrationInterface {
  name = 'AuditHasEightChains1795824801101'

  async up(runner: QueryRunner): Promise<void> {
    const last = (column: string, none: string) =>
      `COALESCE((SELECT "${column}" FROM "admin_audit_head" WHERE "name" = 'chain'), ${none})`
    await runner.query(
      `INSERT INTO "admin_audit_head" ("name", "seq", "hash")
       SELECT "column1", 0, ${last('hash', `'${'0'.repeat(64)}'`)} FROM (VALUES ${heads}) AS "new"`,
    )
    await runner.query(`INSERT INTO "admin_counter" ("name", "value") VALUES ('admin.audit', ${last('seq', '0')})`)
  }

  async down(): Promise<void> {
    throw new Error('the schema only grows')
  }
}
