import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyAudit } from '../../main/house/verify-audit.ts'
import { engines, openTestStation, type TestStation } from '../kit/station.ts'
import { refusal } from '../kit/refusal.ts'

/** Details stand in the chain as the text that was hashed. */
const told = (details: unknown): unknown => (typeof details === 'string' ? JSON.parse(details) : details)

describe.each(engines)('exported lists on %s', (engine) => {
  let house: TestStation

  beforeAll(async () => {
    house = await openTestStation(engine)
  })
  afterAll(() => house.close())

  it('stand in the audit chain with list, filter and rows, before the file is written', async () => {
    const operator = await house.as('operator')
    await operator.admin.recordExport({ feature: 'tickets', view: 'late', filter: '青禾路', rows: 37 })
    await operator.admin.recordExport({ feature: 'customers', view: 'list', rows: 0 })
    const entries = await (await house.as('supervisor')).admin.audit({ limit: 2 })
    expect(entries.map(({ action, subject, details }) => ({ action, subject, details: told(details) }))).toEqual([
      { action: 'admin.export', subject: 'list:customers.list', details: { filter: '', rows: 0 } },
      { action: 'admin.export', subject: 'list:tickets.late', details: { filter: '青禾路', rows: 37 } },
    ])
    expect(entries[0]?.memberId).toBe(entries[1]?.memberId)
    expect(await verifyAudit(house.station.services)).toMatchObject({ broken: null })
  })

  it.each([
    ['13812345678', '****5678'],
    ['group 138 1234 5678', 'group ****5678'],
    ['0531-88881234', '****1234'],
    ['5678', '5678'],
    ['GD20261120-0040', 'GD20261120-0040'], // a ticket's number is nobody's telephone
  ])('never hold the whole number that was looked for: %s', async (filter, kept) => {
    await (await house.as('dispatcher')).admin.recordExport({ feature: 'intake', view: 'calls', filter, rows: 1 })
    const [entry] = await (await house.as('supervisor')).admin.audit({ limit: 1 })
    expect(told(entry?.details)).toEqual({ filter: kept, rows: 1 })
  })

  it('are not for technicians, and name a list of the house', async () => {
    const asked = { feature: 'tickets', view: 'mine', rows: 3 } as const
    expect(await refusal((await house.as('technician')).admin.recordExport(asked))).toMatchObject({
      kind: 'notAllowed',
    })
    const operator = await house.as('operator')
    await expect(operator.admin.recordExport({ ...asked, view: '../x' })).rejects.toThrow()
    await expect(operator.admin.recordExport({ ...asked, rows: -1 })).rejects.toThrow()
  })
})
