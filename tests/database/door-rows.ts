import { Database, type DatabasePlace, type Tx } from '../../main/database/database.ts'
import type { Hint } from '../../main/database/hint.ts'

/** What the door told after its commits. */
export const batches: Hint[][] = []
/** What the door said stood in its way. */
export const refusals: string[] = []
const watch = {
  committed: (hints: readonly Hint[]) => batches.push([...hints]),
  troubled: (refusal: { data: { text: string } }) => refusals.push(refusal.data.text),
}

/** Does nothing. */
export const nothing = async () => undefined
/** A row of its name. */
export const put = (tx: Tx, name: string) => tx.query(`INSERT INTO door_row ("name") VALUES ('${name}')`)

/** Names of the rows that stand. */
export async function namesIn(database: Database): Promise<string[]> {
  const rows = (await database.read((reader) => reader.query('SELECT "name" FROM door_row ORDER BY "name"'))) as {
    name: string
  }[]
  return rows.map(({ name }) => name)
}

/** No rows, nothing told, nothing refused. */
export async function empty(database: Database): Promise<void> {
  await database.write((tx) => tx.query('DELETE FROM door_row'))
  batches.length = 0
  refusals.length = 0
}

/** A database with no table but that of the rows. */
export async function openFresh(place: DatabasePlace): Promise<Database> {
  const database = await Database.open(place, [], watch)
  await database.write((tx) => tx.query('CREATE TABLE door_row ("name" TEXT PRIMARY KEY)'))
  return database
}
