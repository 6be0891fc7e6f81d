import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Caller, engines, openTestStation, type TestStation } from '../kit/station.ts'
import { refusal } from '../kit/refusal.ts'
import { sentCase } from '../tickets/desk.ts'

const id = (nth: number) => `0193b000-0000-7000-8000-${String(nth).padStart(12, '0')}`

const school = {
  id: id(1),
  name: '青禾路小学食堂',
  address: '济南市槐荫区青禾路18号',
  people: [
    { id: id(11), name: '孟繁星', title: '食堂管理员' },
    { id: id(12), name: '丁培玉', title: '厨师长' },
  ],
  phones: [
    { id: id(21), raw: '138 5312 0417', personId: id(11) },
    { id: id(22), raw: '0531-82967051转8', personId: id(12) },
  ],
}
const household = {
  id: id(2),
  name: '陈志刚',
  address: '历下区解放路5号',
  phones: [{ id: id(23), raw: '13853120417' }],
}
const neighbour = {
  id: id(3),
  name: '重庆小面馆',
  address: '市中区英雄山路9号',
  phones: [{ id: id(24), raw: '13853120418' }],
}

describe.each(engines)('the customer archive on %s', (engine) => {
  let house: TestStation
  let operator: Caller

  beforeAll(async () => {
    house = await openTestStation(engine)
    operator = await house.as('operator')
    for (const customer of [school, household, neighbour]) await operator.customers.save(customer)
    await operator.products.save({
      id: id(31),
      customerId: id(1),
      name: '大锅灶',
      model: 'DG2503',
      serialNo: 'DG2503-0417',
    })
  })
  afterAll(() => house.close())

  it('numbers customers and keeps a save that is sent twice once', async () => {
    const again = await operator.customers.save(household)
    expect(again).toMatchObject({ id: id(2), number: 'KH-000002' })
    expect((await operator.customers.list({ text: '', limit: 50 })).rows).toHaveLength(3)
  })

  it('ranks everybody on a number, says why, and sets a near number apart as a guess', async () => {
    const card = await operator.customers.callerCard({ number: '+86 138-5312-0417' })
    expect(card.number).toBe('13853120417')
    expect(card.matches.map((match) => [match.customerId, match.guess])).toEqual([
      [id(1), false],
      [id(2), false],
      [id(3), true],
    ])
    expect(card.matches[0]?.reasons).toEqual(['exactNumber', 'primaryNumber'])
    expect(card.matches[2]?.reasons).toEqual(['oneDigitOff'])
    expect(card.card).toMatchObject({ customer: { id: id(1) }, products: [{ serialNo: 'DG2503-0417' }] })
  })

  it('puts the customer picked before first', async () => {
    await operator.customers.pick({ number: '13853120417', customerId: id(2) })
    const { matches } = await operator.customers.callerCard({ number: '13853120417' })
    expect(matches[0]).toMatchObject({ customerId: id(2), reasons: expect.arrayContaining(['pickedBefore']) })
  })

  it('shows the caller’s number whole and masks every other', async () => {
    const { card, matches } = await operator.customers.callerCard({ number: '13853120418' })
    expect(matches[0]?.phoneShown).toBe('138 5312 0418')
    expect(card?.customer.phones).toMatchObject([{ shown: '138 5312 0418', masked: false }])
    expect((await operator.customers.get({ id: id(3) })).phones[0]?.shown).toMatch(/^138\D*\*+.*0418$/)
  })

  it.each(['', 'anonymous', '95'])('gives an empty card for %j', async (number) => {
    const card = await operator.customers.callerCard({ number })
    expect(card).toMatchObject({ matches: [], card: null })
  })

  it.each([
    ['0417', id(1), 'phoneTail'],
    ['小学', id(1), 'name'],
    ['qhlxxst', id(1), 'initials'],
    ['cqxm', id(3), 'initials'],
    ['chongqing', id(3), 'pinyin'],
    ['dg2503 0417', id(1), 'serial'],
    ['-0417', id(1), null],
    ['英雄山', id(3), 'address'],
    ['KH-000003', id(3), 'number'],
    ['孟繁星', id(1), 'name'],
  ])('finds by %s', async (text, customerId, kind) => {
    const hits = await operator.customers.search({ text, limit: 10 })
    expect(hits.map((hit) => hit.customerId)).toContain(customerId)
    if (kind) expect(hits.find((hit) => hit.customerId === customerId)?.kind).toBe(kind)
  })

  it.each(['%', '_', '" OR 1', "'; --", '*', '没有这个人'])('finds nothing by %s', async (text) => {
    expect(await operator.customers.search({ text, limit: 10 })).toEqual([])
  })

  it('keeps a masked phone, refuses what another save changed meanwhile and an unreadable number', async () => {
    const seen = await operator.customers.get({ id: id(3) })
    const masked = {
      ...neighbour,
      note: '改过',
      version: seen.version,
      phones: seen.phones.map(({ id: phoneId, shown }) => ({ id: phoneId, raw: shown })),
    }
    const saved = await operator.customers.save(masked)
    expect(saved).toMatchObject({ version: seen.version + 1, note: '改过' })
    expect((await operator.customers.callerCard({ number: '13853120418' })).matches[0]?.customerId).toBe(id(3))
    expect(await operator.customers.save(masked)).toMatchObject({ version: saved.version })
    const stale = { ...masked, note: '又改过' }
    expect(await refusal(operator.customers.save(stale))).toMatchObject({
      kind: 'changedByOther',
      conflicts: [{ field: 'note', theirs: '改过', yours: '又改过' }],
    })
    const wrong = { ...masked, version: saved.version, phones: [{ id: id(24), raw: '12' }] }
    expect(await refusal(operator.customers.save(wrong))).toMatchObject({ kind: 'invalid', field: 'phones.0.raw' })
  })

  it('reveals a number for a reason that stays in the audit chain', async () => {
    const [phone] = (await operator.customers.get({ id: id(1) })).phones
    const revealed = await operator.customers.reveal({ phoneId: phone!.id, reason: '回拨' })
    expect(revealed.number).toBe('138 5312 0417')
    const admin = await house.as('administrator')
    const [entry] = await admin.admin.audit({ limit: 1 }).then(({ rows }) => rows)
    expect(entry).toMatchObject({ action: 'customers.reveal', subject: `customer:${id(1)}` })
    expect(JSON.stringify(entry)).toContain('回拨')
    expect(await refusal(operator.customers.reveal({ phoneId: id(999), reason: '回拨' }))).toMatchObject({
      kind: 'notFound',
    })
  })

  it('shows a technician no number of a customer, the whole address where an open case sends them, and nobody whom no case of theirs leads to', async () => {
    const technician = await house.as('technician')
    expect(await refusal(technician.customers.get({ id: id(1) }))).toMatchObject({
      ...{ kind: 'notAllowed', text: 'customers.failure.notYours' },
    })
    await sentCase(house, 'technician', { customerId: id(2) })
    const seen = await technician.customers.get({ id: id(2) })
    expect(JSON.stringify(seen)).not.toContain('138 5312 0417')
    expect(seen.phones.every((phone) => phone.masked)).toBe(true)
    expect(seen).toMatchObject({ address: '历下区解放路5号', addressMasked: false })
  })

  it('warns of likely duplicates and says why', async () => {
    const hits = await operator.customers.duplicates({ name: '青禾路 小学食堂', phone: '', address: '' })
    expect(hits[0]).toMatchObject({ customerId: id(1), reasons: expect.arrayContaining(['sameName']) })
    const byPhone = await operator.customers.duplicates({ name: '别人', phone: '138-5312-0418', address: '' })
    expect(byPhone[0]).toMatchObject({ customerId: id(3), reasons: ['samePhone'] })
    expect(await operator.customers.duplicates({ name: '', phone: '', address: '' })).toEqual([])
  })

  it('pages the list without losing or repeating a row', async () => {
    const seen: string[] = []
    let after: string | null = null
    do {
      const page: Awaited<ReturnType<typeof operator.customers.list>> = await operator.customers.list({
        text: '',
        limit: 1,
        after,
      })
      seen.push(...page.rows.map((row) => row.id))
      after = page.next
    } while (after)
    expect(seen.toSorted()).toEqual([id(1), id(2), id(3)])
    expect((await operator.customers.list({ text: '面馆', limit: 50 })).rows).toMatchObject([
      { id: id(3), phoneShown: expect.stringContaining('*') },
    ])
  })

  it('tells a customer’s dealings, newest first', async () => {
    for (const [nth, symptom] of ['火小', '问价格'].entries()) {
      const received = {
        receivedAt: `2026-11-19T02:0${nth}:00.000Z`,
        channel: 'phone' as const,
        outcome: 'consult' as const,
      }
      const ids = { id: id(50 + nth), newCustomerId: id(60), newProductId: id(61), ticketId: id(62), customerId: id(1) }
      await operator.intake.record({ ...ids, ...received, symptom })
    }
    const { entries, counts } = await operator.customers.timeline({ customerId: id(1), limit: 50 })
    expect(entries.map((entry) => [entry.kind, entry.title])).toEqual([
      ['intake.register', '问价格'],
      ['intake.register', '火小'],
    ])
    expect(counts).toMatchObject({ 'intake.register': 2, 'intake.call': 0 })
    const { next } = await operator.customers.timeline({ customerId: id(1), limit: 1 })
    expect((await operator.customers.timeline({ customerId: id(1), after: next, limit: 50 })).entries).toHaveLength(1)
    expect(await refusal(operator.customers.get({ id: id(404) }))).toMatchObject({ kind: 'notFound' })
  })
})
