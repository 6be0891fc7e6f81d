import { gramsOf } from '../../main/database/search/grams.ts'
import { indexedBody } from '../../main/database/search/text-index.ts'
import { newId } from '../../main/new-id.ts'
import { toldTexts } from './build-data.ts'
import type { RawSide, Row, Statement } from './raw-side.ts'
import { below } from './seeded.ts'

/** Where the rows of one register lie, by the ids it was sent with. */
const written = [
  ['intake_register', 'id', 'id'],
  ['tickets_ticket', 'id', 'ticketId'],
  ['clocks_entry', 'subjectId', 'ticketId'],
  ['clocks_running', 'subjectId', 'ticketId'],
  ['database_journal', 'rootId', 'ticketId'],
  ['admin_audit', 'subject', 'audited'],
] as const

/** No two rows have the same; counted on from far above what the station gives. */
const numbered = ['registerNo', 'number', 'sheetNumber']

/**
 * The rows that a register writes, written straight to the database in one durable transaction each: copies of what the station wrote for
 * `asked`, under ids of their own and for any customer, so that whoever reads them meets real values.
 */
export async function rawRegister(
  raw: RawSide,
  asked: { id: string; ticketId: string },
  { size, random }: { size: number; random: () => number },
): Promise<() => Promise<void>> {
  const ids = { ...asked, audited: `intake:${asked.id}` }
  const templates: { table: string; rows: Row[] }[] = []
  for (const [table, column, which] of written) {
    const rows = await raw.all(`SELECT * FROM "${table}" WHERE "${column}" = ?`, [ids[which]])
    if (rows.length === 0) throw new Error(`a register left nothing in ${table}`)
    templates.push({ table, rows })
  }
  const [{ top }] = (await raw.all('SELECT max("seq") AS "top" FROM "admin_audit"')) as [{ top: number }]
  const symptom = String(templates.find(({ table }) => table === 'tickets_ticket')!.rows[0]!.symptom)
  let seq = top + 1_000_000_000
  return async () => {
    const owner = (await raw.all(
      `SELECT c."id" AS "customerId", d."id" AS "productId", p."number" FROM "customers_customer" c
       JOIN "products_product" d ON d."customerId" = c."id" JOIN "customers_phone" p ON p."customerId" = c."id" WHERE c."seq" = ? LIMIT 1`,
      [1 + below(random, size)],
    )) as [{ customerId: string; productId: string; number: string }]
    const { customerId, productId, number } = owner[0]
    const fresh = { id: newId(), ticketId: newId() }
    const renamed = (value: unknown): unknown =>
      typeof value === 'string' ? value.replace(asked.id, fresh.id).replace(asked.ticketId, fresh.ticketId) : value
    const copy = (row: Row): Row =>
      Object.fromEntries(
        Object.entries(row).map(([column, value]) => {
          if (column === 'id' && value !== asked.id && value !== asked.ticketId) return [column, newId()]
          if (column === 'seq') return [column, (seq += 1)]
          if (numbered.includes(column)) return [column, fresh.ticketId]
          if (column === 'customerId' || column === 'productId')
            return [column, column === 'customerId' ? customerId : productId]
          return [column, renamed(value)]
        }),
      )
    const at = new Date().toISOString()
    const statements: Statement[] = templates.flatMap(({ table, rows }) =>
      rows.map((row) => insertOf(table, copy(row))),
    )
    const counted = ['bench.register', 'bench.ticket', 'bench.sheet', 'bench.audit'].map((name): Statement => [
      `INSERT INTO "admin_counter" ("name", "value") VALUES (?, 1) ON CONFLICT ("name") DO UPDATE SET "value" = "admin_counter"."value" + 1`,
      [name],
    ])
    await raw.commit([
      ...counted,
      ...statements,
      ...indexed(raw, seq, fresh.ticketId, symptom),
      ['UPDATE "customers_customer" SET "lastContactAt" = ? WHERE "id" = ?', [at, customerId]],
      ['UPDATE "customers_phone" SET "usedAt" = ? WHERE "number" = ? AND "customerId" = ?', [at, number, customerId]],
      [
        `INSERT INTO "admin_audit_head" ("name", "seq", "hash") VALUES ('bench', ?, '') ON CONFLICT ("name") DO UPDATE SET "seq" = EXCLUDED."seq"`,
        [seq],
      ],
    ])
  }
}

/** What was told, in the index of its words under a number of its own. */
function indexed({ engine }: RawSide, seq: number, ticketId: string, symptom: string): Statement[] {
  const text: Statement =
    engine === 'postgres'
      ? ['INSERT INTO "tickets_ticket_text" ("seq", "symptom") VALUES (?, ?)', [seq, [...new Set(gramsOf(symptom))]]]
      : [
          'INSERT INTO "tickets_ticket_text" (rowid, body) VALUES (?, ?)',
          [seq, indexedBody(toldTexts, { symptom: [symptom] })],
        ]
  return [['INSERT INTO "tickets_ticket_text_link" ("seq", "id") VALUES (?, ?)', [seq, ticketId]], text]
}

function insertOf(table: string, row: Row): Statement {
  const columns = Object.keys(row)
  return [
    `INSERT INTO "${table}" (${columns.map((column) => `"${column}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    Object.values(row),
  ]
}
