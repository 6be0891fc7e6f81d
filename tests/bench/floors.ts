import type Sqlite from 'better-sqlite3-multiple-ciphers'
import { newId } from '../../main/new-id.ts'
import { afterPrefix, gramsOf } from '../../main/database/search/grams.ts'
import { seeded } from './seeded.ts'

/** The same questions put straight to the file: what no program on this database can beat. */
export function floorsOf(db: Sqlite.Database) {
  const caller = db.prepare(
    'SELECT p.*, c.* FROM "customers_phone" p JOIN "customers_customer" c ON c."id" = p."customerId" WHERE p."number" = ?',
  )
  const people = db.prepare('SELECT * FROM "customers_person" WHERE "customerId" = ?')
  const products = db.prepare('SELECT * FROM "products_product" WHERE "customerId" = ?')
  const open = db.prepare(
    `SELECT * FROM "tickets_ticket" WHERE "customerId" = ? AND "state" IN ('unassigned', 'dispatched', 'resulted', 'ledgered')`,
  )
  const calls = db.prepare('SELECT * FROM "intake_call" WHERE "customerId" = ? ORDER BY "startedAt" DESC LIMIT 10')
  const shown = db.prepare(
    `SELECT c.*, s."name" AS "personName", p."number" AS "phone" FROM "customers_customer" c
     LEFT JOIN "customers_person" s ON s."customerId" = c."id" AND s."position" = 0
     LEFT JOIN "customers_phone" p ON p."customerId" = c."id" AND p."position" = 0 WHERE c."id" = ?`,
  )
  const bySeq = db.prepare('SELECT "id" FROM "customers_customer" WHERE "seq" = ?')
  const show = (found: readonly { id: string }[]) => found.map(({ id }) => shown.get(id))
  const byRange = (table: string, column: string, id: string) => {
    const statement = db.prepare(
      `SELECT "${id}" AS "id" FROM "${table}" WHERE "${column}" >= ? AND "${column}" < ? LIMIT 20`,
    )
    return (prefix: string) => show(statement.all(prefix, afterPrefix(prefix)) as { id: string }[])
  }
  const texts = db.prepare('SELECT rowid FROM customers_text WHERE customers_text MATCH ? ORDER BY rowid LIMIT 20')
  const byText = (sign: 'n' | 'a') => (text: string) => {
    const phrase = gramsOf(text)
      .map((gram) => `${sign}${gram}`)
      .join(' ')
    const found = texts.all(`"${phrase}"`) as { rowid: number }[]
    return show(found.map(({ rowid }) => bySeq.get(rowid) as { id: string }))
  }
  const tail = byRange('customers_phone', 'reversed', 'customerId')
  return {
    card: (number: string) => {
      for (const row of caller.all(number) as { customerId: string }[]) {
        people.all(row.customerId)
        products.all(row.customerId)
        open.all(row.customerId)
        calls.all(row.customerId)
      }
    },
    phoneTail: (text: string) => tail([...text].reverse().join('')),
    name: byText('n'),
    initials: byRange('customers_customer', 'initials', 'id'),
    pinyin: byRange('customers_customer', 'pinyin', 'id'),
    serial: byRange('products_product', 'serialKey', 'customerId'),
    address: byText('a'),
  }
}

/** The raw transaction of a register of any customer: call, register line, ticket, clock entry and its running row, audit; one fsync each. */
export function rawRegister(db: Sqlite.Database, size: number): () => void {
  db.pragma('synchronous = FULL')
  const filler = (table: string) => {
    const columns = db.prepare(`SELECT name, type, "notnull" FROM pragma_table_info(?)`).all(table) as {
      name: string
      type: string
      notnull: number
    }[]
    const statement = db.prepare(
      `INSERT INTO "${table}" (${columns.map(({ name }) => `"${name}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    )
    const plain = (type: string, notnull: number) =>
      notnull ? (type === 'text' ? '2026-11-20T02:36:00.000Z' : 0) : null
    return (facts: Record<string, string>) =>
      statement.run(...columns.map(({ name, type, notnull }) => facts[name] ?? plain(type, notnull)))
  }
  const tables = [
    'intake_call',
    'tickets_ticket',
    'intake_register',
    'clocks_entry',
    'clocks_running',
    'admin_incident',
  ].map(filler)
  const owner = db.prepare(
    'SELECT c."id" AS "customerId", d."id" AS "productId" FROM "customers_customer" c JOIN "products_product" d ON d."customerId" = c."id" WHERE c."seq" = ? LIMIT 1',
  )
  const random = seeded(11)
  const write = db.transaction((facts: Record<string, string>) => {
    for (const insert of tables) insert(facts)
  })
  return () => {
    const id = newId()
    const owned = owner.get(1 + Math.floor(random() * size)) as Record<string, string>
    write({ ...owned, id, externalId: id, number: id, sheetNumber: id, registerNo: id, ticketId: id, subjectId: id })
  }
}
