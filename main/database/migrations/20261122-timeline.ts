import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Steps of a ticket that stand in the customer's timeline, and their instants. */
const steps = [
  ['tickets_dispatch', 'dispatchedAt'],
  ['tickets_result', 'recordedAt'],
  ['tickets_chase', 'at'],
] as const

/** Orders, results and chases know their customer: a timeline walks one index a kind, however many tickets there are. */
export class StepsKnowTheirCustomer implements MigrationInterface {
  name = 'StepsKnowTheirCustomer1795324800002'

  async up(runner: QueryRunner): Promise<void> {
    for (const [table, at] of steps) {
      await runner.query(`ALTER TABLE "${table}" ADD COLUMN "customerId" text`)
      await runner.query(
        `UPDATE "${table}" SET "customerId" = (SELECT t."customerId" FROM "tickets_ticket" t WHERE t."id" = "${table}"."ticketId")`,
      )
      await runner.query(`CREATE INDEX "${table}_customer" ON "${table}" ("customerId", "${at}")`)
    }
  }

  async down(): Promise<void> {
    throw new Error('the schema only grows')
  }
}
