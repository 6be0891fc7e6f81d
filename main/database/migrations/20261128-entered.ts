import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Orders, results and times told of a case, and lines of the ledger of time, know their place among what was entered: a clock that was ahead
 * decides nothing. What stood before stands in the order it had.
 */
export class WhatIsEnteredKnowsItsPlace implements MigrationInterface {
  name = 'WhatIsEnteredKnowsItsPlace1795824807101'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "clocks_entry" ADD COLUMN "place" integer NOT NULL DEFAULT 0')
    for (const [table, at] of [
      ['tickets_dispatch', 'dispatchedAt'],
      ['tickets_moment', 'recordedAt'],
      ['tickets_result', 'recordedAt'],
    ]) {
      await runner.query(`ALTER TABLE "${table}" ADD COLUMN "nth" integer NOT NULL DEFAULT 0`)
      await runner.query(
        `UPDATE "${table}" SET "nth" = (SELECT count(*) FROM "${table}" upTo
         WHERE upTo."ticketId" = "${table}"."ticketId" AND (upTo."${at}", upTo."id") <= ("${table}"."${at}", "${table}"."id"))`,
      )
    }
  }

  async down(): Promise<void> {
    throw new Error('the schema only grows')
  }
}
