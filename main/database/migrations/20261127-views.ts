import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * What every feature may know of members: who they are and whether they are here, never how they sign in. Features read the views and
 * leave the tables to the house.
 */
export class FeaturesKnowMembers implements MigrationInterface {
  name = 'FeaturesKnowMembers1795824800201'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE VIEW "house_member" AS SELECT "id", "name", "workNumber", "role", "status", "extension", "region", "createdAt"
       FROM "admin_member"`,
    )
    await runner.query(
      'CREATE VIEW "house_presence" AS SELECT "memberId", "seenAt", "endsAt" FROM "admin_session" WHERE "endedAt" IS NULL',
    )
  }

  async down(): Promise<void> {
    throw new Error('the schema only grows')
  }
}
