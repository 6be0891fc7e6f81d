import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { engines, openTestStation, type TestStation } from '../kit/station.ts'

describe.each(engines)('the audit page on %s', (engine) => {
  let house: TestStation
  const customerId = '0193a000-0000-7000-8000-0000000000c1'
  const phoneId = '0193a000-0000-7000-8000-0000000000c2'

  beforeAll(async () => {
    house = await openTestStation(engine)
    const operator = await house.as('operator', '周敏')
    await operator.customers.save({
      id: customerId,
      name: '青禾路小学食堂',
      phones: [{ id: phoneId, raw: '13853120417' }],
    } as never)
    house.clock.at = '2026-11-20T16:30:00.000Z' // already the 21st in Shanghai
    await operator.customers.reveal({ phoneId, reason: '客户要求回拨' })
    const admin = await house.as('administrator', '管理员')
    const { company } = await admin.admin.house()
    const { timeZone: _, ...seen } = company!
    await admin.admin.saveCompany({ ...seen, hotline: '4000009009' })
  })
  afterAll(() => house.close())

  const page = async (wish: object = {}) => (await house.as('supervisor', '主管')).admin.audit(wish)
  const list = async (wish: object = {}) => (await page(wish)).rows

  it('names members and things, never a telephone number', async () => {
    const entries = await list()
    const reveal = entries.find(({ action }) => action === 'customers.reveal')!
    expect(reveal.memberName).toBe('周敏')
    expect(reveal.names[customerId]).toMatch(/^KH-\d{6} 青禾路小学食堂$/)
    expect(JSON.parse(reveal.details)).toMatchObject({ reason: '客户要求回拨' })
    expect(JSON.stringify(entries)).not.toContain('13853120417')
  })

  it.each([
    [{ feature: 'customers' as const }, ['customers.reveal', 'customers.add']],
    [{ onFrom: '2026-11-21' }, ['admin.saveCompany', 'customers.reveal']],
    [{ onFrom: '2026-11-20', onTo: '2026-11-20', feature: 'customers' as const }, ['customers.add']],
    [{ onTo: '2026-11-19' }, []],
    [{ subject: 'company' }, ['admin.saveCompany']],
    [{ action: 'customers.reveal' }, ['customers.reveal']],
    [{ feature: 'customers' as const, sort: { by: 'at', isDown: false } }, ['customers.add', 'customers.reveal']],
    [{ text: '回拨' }, ['customers.reveal']], // words of the details
    [{ text: '4000009009' }, ['admin.saveCompany']],
    [{ text: '周敏' }, ['customers.reveal', 'customers.add']], // who
    [{ text: '青禾路小学' }, ['customers.reveal', 'customers.add']], // about whom
    [{ text: 'KH-' }, ['customers.reveal', 'customers.add']],
    [{ text: '建档', feature: 'customers' as const }, ['customers.add']], // what, as the page says it
    [{ text: '13853120417' }, []],
    [{ text: "%' OR 1=1 --" }, []],
  ])('is narrowed by %j to %j', async (filter, actions) =>
    expect((await list(filter)).map(({ action }) => action)).toEqual(actions),
  )

  it('is narrowed to a member, and paged without a gap or a double', async () => {
    const { memberId } = await house.seat('operator', '周敏')
    expect((await list({ memberId })).map(({ action }) => action)).toEqual(['customers.reveal', 'customers.add'])
    const all = await list()
    for (const sort of [null, { by: 'at', isDown: true }, { by: 'at', isDown: false }]) {
      const paged = []
      let after: string | null = null
      do {
        const { rows, next }: Awaited<ReturnType<typeof page>> = await page({ sort, after, limit: 2 })
        paged.push(...rows)
        after = next
      } while (after !== null)
      expect(paged).toEqual(sort?.isDown === false ? all.toReversed() : all)
    }
  })

  it('counts what matches, and finds an entry by its number', async () => {
    const supervisor = await house.as('supervisor', '主管')
    expect(await supervisor.admin.auditTotals({ action: 'customers.reveal' })).toEqual({
      ...{ count: 1, isMore: false, leftOut: [], sums: {} },
    })
    const [newest] = await list()
    expect((await list({ text: String(newest!.seq) })).map(({ seq }) => seq)).toContain(newest!.seq)
  })

  it('looks for a text in the newest entries it may walk, says so, and finds older ones by days', async () => {
    const { database } = house.station.services
    const [template] = (await page({ action: 'customers.reveal' })).rows
    const at = '2026-11-22T02:00:00.000Z'
    await database.write((tx) =>
      tx.query(
        database.sql(
          `INSERT INTO "admin_audit" ("seq", "at", "memberId", "action", "subject", "details", "hash")
           WITH RECURSIVE many(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM many WHERE n < 10001)
           SELECT 1000000 + n, ?, "memberId", 'customers.lookUp', 'number:many', '{}', "hash" FROM many, "admin_audit" WHERE "seq" = ?`,
        ),
        [at, template!.seq],
      ),
    )
    const supervisor = await house.as('supervisor', '主管')
    expect(await list({ text: '要求回拨' })).toEqual([])
    expect((await supervisor.admin.auditTotals({ text: '要求回拨' })).leftOut).toEqual(['recent'])
    const days = { text: '要求回拨', onTo: '2026-11-21' }
    expect((await list(days)).map(({ action }) => action)).toEqual(['customers.reveal'])
    expect((await supervisor.admin.auditTotals(days)).leftOut).toEqual([])
    expect((await list({ text: String(template!.seq) })).map(({ seq }) => seq)).toContain(template!.seq)
  })
})
