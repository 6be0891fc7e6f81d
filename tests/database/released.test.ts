import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readAnchor } from '../../main/house/audit-anchor.ts'
import { verifyAudit } from '../../main/house/verify-audit.ts'
import { openStation, type Station } from '../../main/station.ts'
import { type Caller, engines, seatOn } from '../kit/station.ts'
import { beginsWith, layReleased, readReleased, rowsOf } from './released/open-released.ts'

const data = readReleased('20261122')

/** Rows that a station changes by opening: when its jobs ran. */
const changesByItself = new Set(['scheduler_job'])

/** A value as both engines and the kept file write it. */
const plain = (value: unknown) => {
  if (value === null || value === undefined) return null
  return typeof value === 'boolean' ? String(Number(value)) : String(value as string | number)
}

describe.each(engines)('a station of 22 November 2026, filled by the sample and by imports, on %s', (engine) => {
  let folder = ''
  let station: Station
  let caller: Caller
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'gendan-released-'))
    const { key, postgresUrl } = await layReleased(engine, data, folder)
    const now = () => '2026-11-27T02:36:00.000Z'
    station = await openStation({ folder, key, postgresUrl, now, schedule: false, version: 'test' })
    caller = await seatOn(station, 'supervisor')
  }, 120_000)
  afterAll(async () => {
    await station.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('had the first migrations of today', () => expect(beginsWith(data)).toBe(true))

  it('opens migrated with every row and every value it had', async () => {
    const lost: string[] = []
    for (const table of Object.keys(data.tables)) {
      if (changesByItself.has(table)) continue
      const { columns } = data.tables[table]!
      const names = columns.map((column) => `"${column}"`).join(', ')
      const rows: Record<string, unknown>[] = await station.services.database.read((reader) =>
        reader.query(`SELECT ${names} FROM "${table}"`),
      )
      const standing = new Set(rows.map((row) => JSON.stringify(columns.map((column) => plain(row[column])))))
      for (const row of data.tables[table]!.rows) {
        const text = JSON.stringify(row.map(plain))
        if (!standing.has(text)) lost.push(`${table} ${text}`)
      }
    }
    expect(lost).toEqual([])
  })

  it('keeps its audit chain whole', async () => {
    const { broken, entries } = await verifyAudit(station.services, readAnchor(folder))
    expect(broken).toBeNull()
    expect(entries).toBeGreaterThanOrEqual(rowsOf(data, 'admin_audit').length)
  })

  it('opens every ticket and every sheet it had', async () => {
    for (const { id, number, symptom } of rowsOf(data, 'tickets_ticket')) {
      const page = await caller.tickets.page({ id: String(id) })
      expect([page.ticket.number, page.ticket.symptom]).toEqual([number, symptom])
      const sheet = await caller.sheets.record({ ticketId: String(id), formId: 'F01', mode: 'complete' })
      expect(JSON.stringify(sheet)).toContain(String(symptom))
    }
  }, 120_000)

  it('finds every customer by name and every number by its tail', async () => {
    for (const { id, name } of rowsOf(data, 'customers_customer').slice(0, 60)) {
      const found = await caller.customers.search({ text: String(name), limit: 50 })
      expect(JSON.stringify(found), String(name)).toContain(String(id))
    }
    for (const { customerId, number } of rowsOf(data, 'customers_phone').slice(0, 60)) {
      const found = await caller.customers.search({ text: String(number), limit: 50 })
      expect(JSON.stringify(found), String(number)).toContain(String(customerId))
    }
  }, 120_000)
})
