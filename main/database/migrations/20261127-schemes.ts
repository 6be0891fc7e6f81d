import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The number schemes a company was run by stood beside its policies; from now on every version brings them. */
export class PoliciesBringNumbers implements MigrationInterface {
  name = 'PoliciesBringNumbers1795824803701'

  async up(runner: QueryRunner): Promise<void> {
    const place = runner.dataSource.options.type === 'postgres' ? ['$1', '$2'] : ['?', '?']
    const [company] = (await runner.query(`SELECT "value" FROM "admin_setting" WHERE "name" = 'company'`)) as {
      value: string
    }[]
    if (!company) return
    const { numbers } = JSON.parse(company.value) as { numbers?: object }
    const versions = (await runner.query(`SELECT "id", "document" FROM "admin_policy" WHERE "layer" = 'company'`)) as {
      id: string
      document: string
    }[]
    for (const { id, document } of versions) {
      const policy = JSON.parse(document) as { numbers?: object }
      await runner.query(`UPDATE "admin_policy" SET "document" = ${place[0]} WHERE "id" = ${place[1]}`, [
        JSON.stringify({ ...policy, numbers: { ...policy.numbers, ...numbers } }),
        id,
      ])
    }
  }

  async down(): Promise<void> {
    throw new Error('the schema only grows')
  }
}
