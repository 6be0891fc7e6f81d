import type { QueryRunner } from 'typeorm'
import type { Engine, Reader, Tx } from '../handles.ts'
import { gramsOf } from './grams.ts'

/**
 * Finds customers by any two or more neighbouring characters of their names or address. Each engine uses its own inverted
 * index over the same grams: FTS5 with phrases on SQLite, an array with GIN on PostgreSQL. Keyed by the customer's `seq`.
 */
export interface IndexedTexts {
  /** Customer's and contact people's names; each is one phrase. */
  names: string[]
  address: string
}

/** What of a subject is told apart in the index. */
export type TextColumn = 'names' | 'address'

/** Makes the index on either engine; called by a migration only. */
export async function createTextIndex(runner: QueryRunner): Promise<void> {
  if (runner.dataSource.options.type === 'postgres') {
    await runner.query(
      'CREATE TABLE "customers_text" ("seq" integer PRIMARY KEY, "names" text[] NOT NULL, "address" text[] NOT NULL)',
    )
    await runner.query('CREATE INDEX "customers_text_names" ON "customers_text" USING gin ("names")')
    await runner.query('CREATE INDEX "customers_text_address" ON "customers_text" USING gin ("address")')
    return
  }
  await runner.query(
    `CREATE VIRTUAL TABLE "customers_text" USING fts5(body, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0")`,
  )
}

/**
 * What SQLite indexes of a customer. Grams of names and of the address are different words: asking for one never walks the
 * long lists of the other, as a filter by column would.
 */
export function indexedBody({ names, address }: IndexedTexts): string {
  return [...names.map((name) => words('names', name)), words('address', address)].join(' ')
}

function words(column: TextColumn, text: string): string {
  const sign = column === 'names' ? 'n' : 'a'
  return gramsOf(text)
    .map((gram) => `${sign}${gram}`)
    .join(' ')
}

/** Puts or replaces one customer's texts, in the transaction that writes the customer. */
export async function putText(tx: Tx, engine: Engine, seq: number, texts: IndexedTexts, isNew: boolean): Promise<void> {
  if (engine === 'postgres') {
    await tx.query(
      `INSERT INTO "customers_text" ("seq", "names", "address") VALUES ($1, $2, $3)
       ON CONFLICT ("seq") DO UPDATE SET "names" = EXCLUDED."names", "address" = EXCLUDED."address"`,
      postgresRow({ seq, ...texts }),
    )
    return
  }
  if (!isNew) await tx.query('DELETE FROM customers_text WHERE rowid = ?', [seq])
  await tx.query('INSERT INTO customers_text (rowid, body) VALUES (?, ?)', [seq, indexedBody(texts)])
}

/** Takes customers out of the index, in the transaction that removes them. */
export async function removeTexts(tx: Tx, engine: Engine, seqs: readonly number[]): Promise<void> {
  for (const seq of seqs)
    await (engine === 'postgres'
      ? tx.query('DELETE FROM "customers_text" WHERE "seq" = $1', [seq])
      : tx.query('DELETE FROM customers_text WHERE rowid = ?', [seq]))
}

function postgresRow({ seq, names, address }: IndexedTexts & { seq: number }): unknown[] {
  return [seq, [...new Set(names.flatMap(gramsOf))], [...new Set(gramsOf(address))]]
}

/** Puts the texts of many new customers in one statement; none of them may be in the index yet. */
export async function putNewTexts(
  tx: Tx,
  engine: Engine,
  customers: readonly (IndexedTexts & { seq: number })[],
): Promise<void> {
  if (customers.length === 0) return
  if (engine === 'postgres') {
    const places = customers.map((_, i) => `($${i * 3 + 1}, $${i * 3 + 2}, $${i * 3 + 3})`).join(', ')
    await tx.query(
      `INSERT INTO "customers_text" ("seq", "names", "address") VALUES ${places}`,
      customers.flatMap(postgresRow),
    )
    return
  }
  await tx.query(
    `INSERT INTO customers_text (rowid, body) VALUES ${customers.map(() => '(?, ?)').join(', ')}`,
    customers.flatMap((customer) => [customer.seq, indexedBody(customer)]),
  )
}

/**
 * Sequence numbers of customers whose names or address may hold the text, in their order, those after `after`. Candidates: whoever asks verifies
 * them and asks on while there are `limit` of them.
 */
export async function findText(
  reader: Reader,
  engine: Engine,
  column: TextColumn,
  text: string,
  after: number,
  limit: number,
): Promise<number[]> {
  const grams = gramsOf(text)
  if (grams.length === 0 || [...(grams[0] ?? '')].length < 2) return []
  const rows: { seq: number }[] =
    engine === 'postgres'
      ? await reader.query(
          `SELECT "seq" FROM "customers_text" WHERE "${column}" @> $1 AND "seq" > $2 ORDER BY "seq" LIMIT $3`,
          [grams, after, limit],
        )
      : await reader.query(
          'SELECT rowid AS seq FROM customers_text WHERE customers_text MATCH ? AND rowid > ? ORDER BY rowid LIMIT ?',
          [`"${words(column, text)}"`, after, limit],
        )
  return rows.map((row) => row.seq)
}
