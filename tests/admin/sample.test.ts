import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleMembers } from '../../main/sample/people.ts'
import { verifyAudit } from '../../main/house/verify-audit.ts'
import { MemberEntity } from '../../main/house/entities.ts'
import { later } from '../../main/scheduler/scheduler.ts'
import { roles } from '../../shared/admin/rights.ts'
import { presetById } from '../../shared/presets/catalog.ts'
import { refusal } from '../kit/refusal.ts'
import { engines, openTestStation, type TestStation } from '../kit/station.ts'

describe.each(engines)('the sample company on %s', (engine) => {
  let house: TestStation

  beforeAll(async () => {
    house = await openTestStation(engine, { bare: true })
    await house.nobody.admin.setUp({
      language: 'zh-CN',
      companyName: '禾炊厨具',
      branch: '济南售后',
      hotline: '4000008003',
      presetId: 'P32',
      warrantyMonths: 24,
      administrator: { login: 'admin', name: '韩秋实', password: 'password-1' },
      start: 'sample',
    })
  }, 120_000)
  afterAll(() => house.close())

  it('has members of every role who can sign in', async () => {
    expect(new Set(['administrator', ...sampleMembers.map((member) => member.role)])).toEqual(new Set(roles))
    const { login, password } = sampleMembers[1]!
    await expect(house.nobody.admin.signIn({ login, password })).resolves.toBeUndefined()
  })

  it('has a living board', async () => {
    const head = await house.as('supervisor')
    const board = await head.tickets.board()
    expect(board).toMatchObject({ lostCalls: 3, complaints: 1 })
    for (const figure of ['late', 'dueSoon', 'unassigned', 'callsToday'] as const)
      expect(board[figure]).toBeGreaterThan(1)
    const counts = await head.tickets.counts()
    expect(counts).toMatchObject({ paused: 1, toLedger: 2, toArchive: 2, closed: 26, all: 50 })
    expect((await head.customers.list({ text: '', limit: 200 })).rows).toHaveLength(40)
  })

  it('was told in order, from a clock that never ran ahead', async () => {
    const report = await verifyAudit(house.station.services)
    expect(report.broken).toBeNull()
    const admin = await house.as('administrator')
    const entries = await admin.admin.audit({ limit: 200 }).then(({ rows }) => rows)
    expect(entries.every((entry) => entry.at <= house.clock.at)).toBe(true)
  })

  it('tells of each product what can happen to it', async () => {
    const faults = presetById('P32')!.faults.map(({ code }) => code)
    const { database } = house.station.services
    const rows = (await database.read((reader) =>
      reader.query(`SELECT "productName", "symptom", "fault" FROM "tickets_ticket"`),
    )) as { productName: string; symptom: string; fault: string }[]
    expect(new Set(rows.map(({ productName }) => productName)).size).toBeGreaterThan(5)
    for (const { productName, symptom, fault } of rows) {
      expect(faults).toContain(fault)
      if (/左眼|右眼|两眼/u.test(symptom)) expect(productName).toMatch(/双/u)
      if (/饭|水箱|汽滴水/u.test(symptom) && !/开饭/u.test(symptom)) expect(productName).toBe('蒸饭车')
      if (/火(?!锅)/u.test(symptom)) expect(productName).not.toMatch(/电磁|蒸饭/u)
      if (/电源灯|过热|大档/u.test(symptom)) expect(productName).toBe('电磁炒炉')
    }
  })

  it('mends nothing before it is bought: every day and instant in its order', async () => {
    const { database } = house.station.services
    const rows = (await database.read((reader) =>
      reader.query(
        `SELECT t."number", t."createdAt", p."purchasedOn", p."acceptedOn", d."dispatchedAt", d."visitFromAt", r."arrivedAt", r."finishedAt",
           r."recordedAt", l."recordedAt" AS "enteredAt", t."closedAt", c."createdAt" AS "filedAt"
         FROM "tickets_ticket" t JOIN "products_product" p ON p."id" = t."productId" JOIN "customers_customer" c ON c."id" = t."customerId"
           LEFT JOIN "tickets_dispatch" d ON d."ticketId" = t."id" LEFT JOIN "tickets_result" r ON r."ticketId" = t."id"
           LEFT JOIN "tickets_ledger" l ON l."ticketId" = t."id"`,
      ),
    )) as Record<string, string | null>[]
    expect(rows).toHaveLength(50)
    for (const row of rows) {
      expect([row.number, row.purchasedOn! <= row.acceptedOn!]).toEqual([row.number, true])
      expect([row.number, row.acceptedOn! <= row.createdAt!.slice(0, 10)]).toEqual([row.number, true])
      const told = [
        'filedAt',
        'createdAt',
        'dispatchedAt',
        'arrivedAt',
        'finishedAt',
        'recordedAt',
        'enteredAt',
        'closedAt',
      ]
      const instants = told.map((name) => row[name]).filter((at) => at !== null)
      expect([row.number, instants]).toEqual([row.number, instants.toSorted()])
    }
  })

  it('passes the product’s own gates: charged exactly out of warranty, nothing missing on a closed ticket', async () => {
    const head = await house.as('supervisor')
    const { rows } = await head.tickets.list({ view: 'all', limit: 200 })
    expect(rows).toHaveLength(50)
    for (const { id, number } of rows) {
      const { ticket, result, ledger, warranty, missing } = await head.tickets.page({ id })
      if (ticket.closedAt) expect([number, missing]).toEqual([number, []])
      if (result) expect([number, (result.chargeCents ?? 0) > 0]).toEqual([number, warranty?.stage === 'paid'])
      if (ledger) expect([number, ledger.inWarranty]).toEqual([number, warranty?.stage !== 'paid'])
    }
  })

  it('is taken away at once, with what was entered on it; real work stays (R335)', async () => {
    const operator = await house.as('operator', '真人')
    const { services } = house.station
    const seat = { ...(await house.seat('operator', '周敏的座位')), memberId: await memberOf('zhoumin') }
    const { addCustomer } = await import('../../main/customers/public.ts')
    const realId = services.newId()
    await services.database.write((tx) =>
      addCustomer(services, tx, seat, { id: realId, name: '真客户', phones: ['13900001111'], source: 'archive' }),
    )
    const { recordIntake } = await import('../../main/intake/public.ts')
    const { recordIntakeSchema } = await import('../../shared/intake/schema.ts')
    const entry = (customerId: string, customerName: string) =>
      recordIntakeSchema.parse({
        ...{ id: services.newId(), callId: null, receivedAt: house.clock.at, channel: 'phone', outcome: 'repair' },
        ...{ customerId, newCustomerId: services.newId(), newProductId: services.newId(), ticketId: services.newId() },
        ...{ customerName, contactName: '王', phone: '13900001111', category: 'general', address: '济南市历下区' },
        ...{ productName: '大锅灶', model: 'DG2503', serialNo: 'DG2503-0417', purchasedOn: '2026-03-01', dealer: '' },
        ...{ symptom: '点不着火', fault: 'noIgnition', level: 'usable', handling: 'guidance' },
      })
    await recordIntake(services, seat, entry(realId, '真客户'))
    const sampleId = (await operator.customers.list({ text: '', limit: 5 })).rows.find(({ id }) => id !== realId)!.id
    house.clock.at = later(house.clock.at, 60)
    await recordIntake(services, seat, entry(sampleId, '样例客户'))

    const admin = await house.as('administrator', '管理员')
    const left = await admin.admin.sample()
    expect(left).toMatchObject({
      customers: 40,
      products: 61,
      tickets: 51,
      members: 12,
      ticketsSince: 1,
      registersSince: 1,
    })
    expect(await refusal(admin.admin.removeSample({ name: '禾炊' }))).toMatchObject({ field: 'name' })
    expect(await refusal(operator.admin.removeSample({ name: '禾炊厨具' }))).toMatchObject({ kind: 'notAllowed' })
    await admin.admin.removeSample({ name: '禾炊厨具' })

    expect(await admin.admin.sample()).toBeNull()
    expect(await refusal(admin.admin.removeSample({ name: '禾炊厨具' }))).toMatchObject({ kind: 'notFound' })
    const customers = (await operator.customers.list({ text: '', limit: 200 })).rows
    expect(customers.map(({ name }) => name)).toEqual(['真客户'])
    expect(await operator.customers.search({ text: '泉景社区', limit: 20 })).toEqual([])
    const tickets = await (await house.as('supervisor')).tickets.list({ view: 'all', limit: 200 })
    expect(tickets.rows.map(({ customerName }) => customerName)).toEqual(['真客户'])
    const members = await admin.admin.members()
    expect(members.filter(({ login }) => sampleMembers.some((one) => one.login === login))).toMatchObject([
      { login: 'zhoumin', status: 'disabled' },
    ])
    const story = await admin.history.of({ kind: 'admin.member', id: await memberOf('zhoumin') })
    expect(story.rows).toMatchObject([{ doing: 'admin.removeSample' }])
    expect(
      await services.database.read((reader) => reader.query('SELECT count(*) AS "n" FROM "intake_event"')),
    ).toMatchObject([{ n: expect.toSatisfy((n) => Number(n) === 0) as never }])
    expect(await verifyAudit(services)).toMatchObject({ broken: null })
    if (engine === 'sqlite') expect(await services.database.source.query('PRAGMA foreign_key_check')).toEqual([])
  }, 60_000)

  const memberOf = async (login: string) => {
    const rows = (await house.station.services.database.read((reader) => reader.find(MemberEntity))) as {
      id: string
      login: string
    }[]
    return rows.find((row) => row.login === login)!.id
  }
})
