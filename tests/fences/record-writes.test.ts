import { globSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { idlePasses, passTheDoor, recordTables, recordWrites, recordWritesIn } from '../../build/record-writes.ts'

const paths = globSync('main/**/*.ts').map((path) => path.replaceAll('\\', '/'))
const tables = recordTables(paths)

describe('rows of records', () => {
  it('change through the record door, but for those a list lets pass, each with its why', () => {
    const { strange, let: passing } = recordWrites(paths)
    expect(strange).toEqual([])
    expect(idlePasses(passing)).toEqual([])
    expect(passTheDoor.filter(({ why }) => why.length < 20)).toEqual([])
  })

  it('are known by their entities', () => {
    expect(tables.size).toBeGreaterThan(13)
    expect(tables.get('TicketEntity')).toBe('tickets_ticket')
    expect([...tables.values()]).not.toContain('intake_call')
  })

  it('a pass that nobody uses any more is told', () =>
    expect(idlePasses([])).toContain('main/admin/set-up.ts admin_member'))

  it.each([
    ['tx.query(`UPDATE "customers_phone" SET "raw" = ?`)', ['customers_phone']],
    ["tx.query('INSERT INTO tickets_ticket (id) VALUES (1)')", ['tickets_ticket']],
    ['tx.query(`INSERT OR IGNORE INTO "tickets_ledger" VALUES (1)`)', ['tickets_ledger']],
    ['tx.query(`\n  delete from\n  "admin_member"`)', ['admin_member']],
    ['tx.query(`DELETE FROM "${child}" WHERE 1 = 1`)', ['*']],
    ["const text = isOver ? 'DELETE FROM' : 'UPDATE'", ['*', '*']],
    ['await tx.update(IntakeEntity, { id }, { note })', ['intake_register']],
    ['await tx.remove(IntakeEntity, { id })', ['intake_register']],
    ['await tx.createQueryBuilder().insert().into(ProductEntity).values(row)', ['products_product']],
    ['await bringRecords(database, tx, NoteEntity, rows)', ['tickets_note']],
    ['await insertRow(database, tx, tableOfRecords(NoteEntity), row)', ['*']],
    ['await insertRow(database, tx, NoteEntity as unknown as PlainSchema<Note>, row)', ['*']],
    ['await records.remove(ListViewEntity, view)', []],
    ['await recordsOf(services, tx, seat).change(TicketEntity, ticket, changes)', []],
    ['await markRecords(database, tx, PhoneEntity, { usedAt }, where, values)', []],
    ['tx.query(`UPDATE "intake_call" SET "tries" = 1`)', []],
    ['await tx.insert(CallEntity, call)', []],
    ['tx.query(`SELECT * FROM "tickets_ticket" FOR UPDATE`)', []],
    ['// UPDATE "customers_phone" SET "raw" = 1', []],
  ])('%s writes %j past it', (text, written) =>
    expect(recordWritesIn('main/intake/x.ts', text, tables).map(({ table }) => table)).toEqual(written),
  )
})
