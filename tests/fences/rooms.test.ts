import { globSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { foreignTables, foreignTablesIn, tableOwners } from '../../build/foreign-sql.ts'
import { arrowsUp, betweenRooms, ringsOf } from '../../build/graph-rooms.ts'
import { depthOf, isAwaited, knowsNoFeature, roomOf, storeys } from '../../build/rooms.ts'
import { features } from '../../shared/kit/features.ts'

const paths = globSync('main/**/*.ts').map((path) => path.replaceAll('\\', '/'))
const owners = tableOwners(paths)

describe('the rooms of main', () => {
  it('all have their place', () => {
    const rooms = new Set(paths.flatMap((path) => roomOf(path) ?? []))
    expect(rooms.size).toBeGreaterThan(12)
    expect([...rooms].filter((room) => !storeys.flat().includes(room))).toEqual([])
    expect(() => depthOf('attic')).toThrow(/no place/)
  })

  it('stand once, features among them above clocks and house', () => {
    const rooms = storeys.flat()
    expect(new Set(rooms).size).toBe(rooms.length)
    const standing = features.filter((feature) => rooms.includes(feature))
    expect(standing.length).toBeGreaterThan(4)
    for (const feature of standing) expect(depthOf(feature)).toBeLessThan(depthOf('clocks'))
    expect(features.filter((feature) => knowsNoFeature.some((room: string) => room === feature))).toEqual([])
  })

  it.each([
    ['main/customers/card.ts', 'main/tickets/public.ts', 1],
    ['main/tickets/board.ts', 'main/customers/public.ts', 0],
    ['main/house/audit.ts', 'main/admin/router.ts', 1],
    ['main/api/handler.ts', 'main/registry.ts', 1],
    ['main/station.ts', 'main/registry.ts', 0],
    ['main/files/handle-file.ts', 'main/api/context.ts', 0],
    ['main/admin/router.ts', 'main/sample/sample-company.ts', 1],
    ['tests/kit/station.ts', 'main/station.ts', 0],
  ])('an arrow from %s to %s climbs: %i', (from, to, count) => expect(arrowsUp([{ from, to }])).toHaveLength(count))

  it('are caught in a ring, however long, but not side by side', () => {
    const ring = ['customers', 'tickets', 'intake', 'customers'].map((room) => `main/${room}/public.ts`)
    const arrows = ring.slice(1).map((to, nth) => ({ from: ring[nth]!, to }))
    expect(ringsOf(arrows).map((rooms) => rooms.toSorted())).toEqual([['customers', 'intake', 'tickets']])
    expect(ringsOf(arrows.slice(1))).toEqual([])
    const beside = { from: 'main/api/handler.ts', to: 'main/files/handle-file.ts' }
    expect(ringsOf([beside, { from: beside.to, to: beside.from }])).toEqual([])
  })

  it('are drawn with how often they use each other', () => {
    const arrow = { from: 'main/intake/router.ts', to: 'main/tickets/public.ts' }
    expect(betweenRooms([arrow, arrow])).toEqual([{ from: 'intake', to: 'tickets', count: 2, isUp: false }])
  })
})

describe('SQL', () => {
  it('names only a room’s own tables and granted views', () => {
    expect(foreignTables(paths).filter(({ path, table }) => !isAwaited(path, table))).toEqual([])
  })

  it('knows whose every table is', () => {
    expect(owners.size).toBeGreaterThan(25)
    expect(owners.get('tickets_ticket')).toBe('tickets')
    expect(owners.get('admin_member')).toBe('house')
  })

  it.each([
    ['main/intake/x.ts', 'const text = `SELECT * FROM "tickets_ticket" t`', ['tickets_ticket']],
    ['main/intake/x.ts', `insertRows(database, tx, 'customers_phone', rows)`, ['customers_phone']],
    ['main/intake/x.ts', `tx.query('DELETE FROM customers_text WHERE rowid = 1')`, ['customers_text']],
    ['main/intake/x.ts', 'const text = `JOIN "admin_member" m, "admin_session" s`', ['admin_member', 'admin_session']],
    ['main/intake/x.ts', 'const text = `JOIN "house_member" m`', []],
    ['main/intake/x.ts', 'const text = `SELECT * FROM "intake_call"`', []],
    ['main/intake/x.ts', '/** Not in "tickets_ticket". */ const done = 1 // nor "tickets_ticket"', []],
    ['main/tickets/x.ts', 'const text = `SELECT * FROM "tickets_ticket" t`', []],
  ])('in %s: %s names %j of others', (path, text, tables) =>
    expect(foreignTablesIn(path, text, owners).map(({ table }) => table)).toEqual(tables),
  )
})
