import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readJournal } from '../../main/database/journal.ts'
import { rowsOfCustomers, tableOf } from '../../main/house/rows-of-customer.ts'
import { newId } from '../../main/new-id.ts'
import { customerFields } from '../../shared/customers/fields.ts'
import { lineFields } from '../../shared/intake/fields.ts'
import type { FieldEntry } from '../../shared/kit/field-entry.ts'
import { productFields } from '../../shared/products/fields.ts'
import { caseFields } from '../../shared/tickets/fields.ts'
import { openCase, refusal, sentCase, solved } from '../tickets/desk.ts'
import { engines, openTestStation, type TestStation } from '../kit/station.ts'

const personal = ['青禾路', '赵桂兰', '13812345678', '138 1234 5678', '青禾路小学食堂', '后门卸货', '13900007002']
const reason = '客户来电要求删除个人信息'

describe.each(engines)('erasing a person on %s', (engine) => {
  let house: TestStation
  let ticketId: string
  let customerId: string
  let number: string

  beforeAll(async () => {
    house = await openTestStation(engine)
    const sent = await sentCase(house)
    ticketId = sent.ticketId
    const operator = await house.as('operator')
    customerId = (await operator.tickets.page({ id: ticketId })).ticket.customerId
    const { phones, ...row } = await operator.customers.get({ id: customerId })
    number = row.number
    const asSent = phones.map(({ id, shown, personId, note }) => ({ id, raw: shown, personId, note }))
    await operator.customers.save({ ...row, phones: asSent, addressNote: '后门卸货' })
    const technician = await house.as('technician', '孙师傅')
    const found = { id: newId(), dispatchId: sent.dispatch.id, field: 'phone' as const, correct: '13900007002' }
    const dispatcher = await house.as('dispatcher')
    await dispatcher.tickets.fixMismatch({ id: (await technician.tickets.mismatch(found)).id })
    house.clock.at = '2026-11-20T05:00:00.000Z'
    await dispatcher.tickets.recordResult(solved(ticketId, sent.technicianId))
  })
  afterAll(() => house.close())

  const asked = async () => (await house.as('supervisor')).customers
  const audited = async () =>
    (await (await house.as('administrator')).admin.audit({ limit: 200 }).then(({ rows }) => rows)).filter(
      ({ action }) => action === 'customers.erase',
    )

  it('says beforehand what goes and is refused in words while a case is open', async () => {
    const customers = await asked()
    expect(await customers.eraseEffect({ customerId })).toMatchObject({ openCases: 1, cases: 1, people: 1, lines: 1 })
    expect(await refusal(customers.erase({ customerId, reason, typed: number }))).toMatchObject({
      kind: 'ruleBroken',
      text: 'customers.failure.eraseOpen',
      facts: { count: 1 },
    })
    expect((await customers.get({ id: customerId })).name).toBe('青禾路小学食堂')
  })

  it('asks for a reason of substance and the number typed by hand', async () => {
    const dispatcher = await house.as('dispatcher')
    await dispatcher.tickets.enterLedger({ id: newId(), ticketId, inWarranty: true })
    await dispatcher.tickets.archive({ ticketId })
    const customers = await asked()
    expect(await refusal(customers.erase({ customerId, reason: '....', typed: number }))).toMatchObject({
      text: 'customers.failure.reasonThin',
      field: 'reason',
    })
    expect(await refusal(customers.erase({ customerId, reason, typed: '青禾路小学食堂' }))).toMatchObject({
      text: 'customers.failure.eraseTyped',
      field: 'typed',
    })
    const operator = await house.as('operator')
    expect(await refusal(operator.customers.erase({ customerId, reason, typed: number }))).toMatchObject({
      kind: 'notAllowed',
    })
    expect(await audited()).toHaveLength(0)
  })

  it('leaves nothing of the person in any row that points at the customer, nor in the journal or the audit', async () => {
    const { services } = house.station
    const { database } = services
    await (await asked()).erase({ customerId, reason, typed: number })
    const tables = ['customers_customer', 'intake_event', ...rowsOfCustomers(services).map(({ kind }) => tableOf(kind))]
    for (const table of [...tables, 'admin_audit']) {
      const rows: unknown = await database.read((reader) => reader.query(`SELECT * FROM "${table}"`))
      for (const value of personal) expect([table, JSON.stringify(rows).includes(value)]).toEqual([table, false])
    }
    const entries = await database.read((reader) =>
      readJournal(services, reader, '"subjectId" = ?', [customerId], 'ORDER BY "orderNo" DESC', 500),
    )
    expect(entries.length).toBeGreaterThan(0)
    expect(entries.filter(({ values }) => values !== null)).toEqual([])
    const [entry, ...more] = await audited()
    expect(more).toEqual([])
    expect(entry).toMatchObject({
      subject: `customer:${customerId}`,
      details: expect.stringContaining(reason) as string,
    })
  })

  it('keeps the case, its result and its products under the customer’s number', async () => {
    const supervisor = await house.as('supervisor')
    const { ticket, result } = await supervisor.tickets.page({ id: ticketId })
    expect(ticket).toMatchObject({ state: 'closed', customerName: number, symptom: '左眼点不着火' })
    expect(result).toMatchObject({ result: '换先导火管，试火正常' })
    const card = await supervisor.customers.card({ customerId })
    expect(card.customer).toMatchObject({ name: number, erasedAt: house.clock.at, people: [], phones: [], address: '' })
    expect(card.products).toHaveLength(1)
  })

  it('finds nobody any more by name or number, and takes nothing back', async () => {
    const operator = await house.as('operator')
    expect(await operator.customers.search({ text: '青禾路', limit: 10 })).toEqual([])
    expect((await operator.customers.callerCard({ number: '13812345678' })).matches).toEqual([])
    const history = await (
      await house.as('supervisor')
    ).history.of({ kind: 'customers.customer', id: customerId, limit: 50 })
    expect(JSON.stringify(history)).not.toContain('后门卸货')
    const change = history.rows.find(({ doing }) => doing === 'customers.change')!
    expect(await refusal(operator.history.undo({ step: change.step }))).toMatchObject({
      text: 'history.failure.erased',
    })
    const again = await operator.customers.get({ id: customerId })
    const { name, version } = again
    expect(await refusal(operator.customers.save({ id: customerId, version, name: `${name}改` }))).toMatchObject({
      text: 'customers.failure.erased',
    })
  })

  it('leaves of each field of each record what the field says of it', async () => {
    const { database } = house.station.services
    const given = { customerName: '历下酒店', contactName: '钱先生', phone: '13800000009' }
    const caseId = await openCase(house, { ...given, receivedAt: house.clock.at })
    const dispatcher = await house.as('dispatcher')
    const { customerId: id, version } = (await dispatcher.tickets.page({ id: caseId })).ticket
    await dispatcher.tickets.cancel({ ticketId: caseId, reason: '客户不修了', version })
    const customers = await asked()
    const { number: itsNumber } = await customers.get({ id })
    const records: Record<string, readonly FieldEntry[]> = {
      ...{ customers_customer: customerFields, products_product: productFields },
      ...{ intake_register: lineFields, tickets_ticket: caseFields },
    }
    const marked = (key: string) => `〔${key}〕`
    const whose = (table: string) => `WHERE "${table === 'customers_customer' ? 'id' : 'customerId'}" = ?`
    for (const [table, fields] of Object.entries(records)) {
      const set = fields.map(({ key }) => `"${key}" = '${marked(key)}'`).join(', ')
      await database.write((tx) => tx.query(database.sql(`UPDATE "${table}" SET ${set} ${whose(table)}`), [id]))
    }
    await customers.erase({ customerId: id, reason, typed: itsNumber })
    for (const [table, fields] of Object.entries(records)) {
      const rows = (await database.read((reader) =>
        reader.query(database.sql(`SELECT * FROM "${table}" ${whose(table)}`), [id]),
      )) as Record<string, unknown>[]
      expect([table, rows.length]).toEqual([table, 1])
      for (const { key, erased, shape } of fields) {
        const left = { kept: marked(key), emptied: shape.blank, numbered: itsNumber }[erased]
        expect([table, key, rows[0]![key]]).toEqual([table, key, left])
      }
    }
  })

  it('is done once however often it is sent', async () => {
    await (await asked()).erase({ customerId, reason, typed: number })
    expect((await audited()).filter(({ subject }) => subject === `customer:${customerId}`)).toHaveLength(1)
  })
})
