import { pinyin } from 'pinyin-pro'
import type { MigrationInterface, QueryRunner } from 'typeorm'

const tables = ['customers_customer', 'customers_person'] as const
const rowsAtOnce = 5000

/** Characters whose sound has an ü were stored without it (吕 as l, 女娲 as nwa): from now on with v, as it is typed. */
export class SpellingKnowsUmlauts implements MigrationInterface {
  name = 'SpellingKnowsUmlauts1795824800202'

  async up(runner: QueryRunner): Promise<void> {
    const place = runner.dataSource.options.type === 'postgres' ? ['$1', '$2'] : ['?', '?']
    for (const table of tables)
      for (let after = ''; ;) {
        const rows = (await runner.query(
          `SELECT "id", "name" FROM "${table}" WHERE "id" > ${place[0]} ORDER BY "id" LIMIT ${rowsAtOnce}`,
          [after],
        )) as { id: string; name: string }[]
        for (const { id, name } of rows)
          if (hasUmlaut(name))
            await runner.query(`UPDATE "${table}" SET "pinyin" = ${place[0]} WHERE "id" = ${place[1]}`, [
              spell(name),
              id,
            ])
        const last = rows.at(-1)
        if (!last || rows.length < rowsAtOnce) break
        after = last.id
      }
  }

  async down(): Promise<void> {
    throw new Error('the schema only grows')
  }
}

const known = new Map<string, boolean>()

/** An archive knows some thousand characters, so each is looked up once. */
function hasUmlaut(name: string): boolean {
  return [...name].some((character) => {
    const answer =
      known.get(character) ?? pinyin(character, { toneType: 'none', multiple: true, type: 'string' }).includes('ü')
    known.set(character, answer)
    return answer
  })
}

/** As names are spelt since then; kept here, so that the migration never changes. */
function spell(name: string): string {
  const key = name.normalize('NFKC').replaceAll(/\s+/gu, '').toLowerCase().slice(0, 40)
  return pinyin(key, { toneType: 'none', surname: 'head', type: 'array' })
    .join('')
    .toLowerCase()
    .replaceAll('ü', 'v')
    .replaceAll(/[^a-z0-9]/g, '')
    .slice(0, 120)
}
