import { gramsOf } from '../../main/database/search/grams.ts'
import { findRecords, withTexts } from '../../main/database/search/record-texts.ts'
import { indexTexts } from '../../main/house/fill-texts.ts'
import type { TestStation } from './station.ts'

/** Entities of the station's features whose texts are found. */
export const indexedEntities = ({ station }: Pick<TestStation, 'station'>) =>
  withTexts(station.services.features.flatMap(({ entities }) => entities))

/** Where the index and the records of any feature disagree: a text that is not found, a link or a row of the index that nothing stands behind. */
export async function indexFaults(house: Pick<TestStation, 'station'>): Promise<string[]> {
  const { database } = house.station.services
  return database.read(async (reader) => {
    const faults: string[] = []
    for (const entity of indexedEntities(house)) {
      const { tableName } = entity.options
      const columns: readonly string[] = entity.texts!.columns
      const names = ['id', ...columns].map((column) => `"${column}"`).join(', ')
      const rows = (await reader.query(`SELECT ${names} FROM "${tableName}"`)) as Record<string, string>[]
      let indexed = 0
      for (const row of rows) {
        if (columns.some((column) => (row[column] ?? '') !== '')) indexed += 1
        for (const column of columns) {
          const text = row[column] ?? ''
          if (gramsOf(text).length < 2) continue
          const found = await findRecords(database, reader, entity, column as never, [text], {
            beyond: null,
            limit: 1000,
          })
          if (!found.some(({ id }) => id === row.id))
            faults.push(`${tableName} ${row.id}: ${column} ${text} is not found`)
        }
      }
      for (const table of [`${tableName}_text`, `${tableName}_text_link`]) {
        const [{ n }] = (await reader.query(`SELECT count(*) AS "n" FROM "${table}"`)) as [{ n: number | string }]
        if (Number(n) !== indexed) faults.push(`${table} has ${n} rows for ${indexed}`)
      }
    }
    return faults
  })
}

/** Empties every index as it is before the job has begun: what stands is to be indexed. */
export async function forgetIndex({ station }: Pick<TestStation, 'station'>): Promise<void> {
  const { database } = station.services
  await database.write(async (tx) => {
    for (const { options } of indexedEntities({ station })) {
      for (const end of ['text', 'text_link', 'text_left']) await tx.query(`DELETE FROM "${options.tableName}_${end}"`)
      await tx.query(`INSERT INTO "${options.tableName}_text_left" ("at", "id") VALUES ('9999', '')`)
    }
  })
}

/** Lets the job run to its end. */
export const fillIndex = ({ station }: Pick<TestStation, 'station'>): Promise<void> =>
  indexTexts.run(station.services, new AbortController().signal)
