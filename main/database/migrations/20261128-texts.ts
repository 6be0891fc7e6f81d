import type { MigrationInterface, QueryRunner } from 'typeorm'
import { createRecordTexts } from '../search/record-texts.ts'

/** What was told of a case is found by its words, however many cases there are; those that stand are indexed once the station runs. */
export class CasesAreFoundByWords implements MigrationInterface {
  name = 'CasesAreFoundByWords1795824807001'

  async up(runner: QueryRunner): Promise<void> {
    await createRecordTexts(runner, 'tickets_ticket', { columns: ['symptom'], since: 'createdAt' })
  }

  async down(): Promise<void> {
    throw new Error('the schema only grows')
  }
}
