import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readJournal } from '../../main/database/journal.ts'
import { recordsOf } from '../../main/database/records.ts'
import { verifyAudit } from '../../main/house/verify-audit.ts'
import { ProductEntity } from '../../main/products/entities.ts'
import type { Seat } from '../../main/api/context.ts'
import { refusal } from '../kit/refusal.ts'
import { type Caller, engines, openTestStation, type TestStation } from '../kit/station.ts'

const id = (nth: number) => `0193d000-0000-7000-8000-${String(nth).padStart(12, '0')}`

const canteen = {
  id: id(1),
  name: '青禾路小学食堂',
  address: '济南市槐荫区青禾路18号',
  people: [{ id: id(11), name: '孟繁星', title: '食堂管理员' }],
  phones: [
    { id: id(21), raw: '138 5312 0417', personId: id(11) },
    { id: id(22), raw: '0531-82967051转8' },
  ],
}

describe.each(engines)('records on %s', (engine) => {
  let house: TestStation
  let operator: Caller
  let other: Caller
  let seat: Seat

  beforeAll(async () => {
    house = await openTestStation(engine)
    operator = await house.as('operator', '周敏')
    other = await house.as('dispatcher', '葛雯')
    seat = await house.seat('operator', '周敏')
    await operator.customers.save(canteen)
  })
  afterAll(() => house.close())

  const asSent = (row: Awaited<ReturnType<Caller['customers']['get']>>) => ({
    ...row,
    phones: row.phones.map(({ id: phoneId, shown, personId, note }) => ({ id: phoneId, raw: shown, personId, note })),
  })
  const read = () => operator.customers.get({ id: id(1) })
  const journal = (recordId: string) =>
    house.station.services.database.read((reader) =>
      readJournal(house.station.services, reader, '"recordId" = ?', [recordId], 'ORDER BY "orderNo" DESC', 100),
    )

  it('lets two seats change different fields, whoever saves first', async () => {
    const seen = asSent(await read())
    await operator.customers.save({ ...seen, bestTime: '14:00–16:00' })
    await other.customers.save({ ...seen, note: '后门卸货' })
    expect(await read()).toMatchObject({ bestTime: '14:00–16:00', note: '后门卸货', version: seen.version + 2 })
  })

  it('refuses the same field with both values, who and when, and stores nothing of the loser', async () => {
    const seen = asSent(await read())
    house.clock.at = '2026-11-20T03:00:00.000Z'
    await operator.customers.save({ ...seen, address: '槐荫区青禾路 20 号' })
    const no = await refusal(other.customers.save({ ...seen, address: '槐荫区青禾路 22 号', bestTime: '早上' }))
    expect(no).toMatchObject({
      kind: 'changedByOther',
      text: 'customers.failure.changedByOther',
      conflicts: [
        {
          kind: 'customers.customer',
          field: 'address',
          theirs: '槐荫区青禾路 20 号',
          yours: '槐荫区青禾路 22 号',
          by: '周敏',
          at: '2026-11-20T03:00:00.000Z',
        },
      ],
    })
    expect(await read()).toMatchObject({ address: '槐荫区青禾路 20 号', bestTime: seen.bestTime })
  })

  it('merges lists: one seat adds a number while the other removes one, and a masked number stays what it was', async () => {
    const seen = asSent(await read())
    await operator.customers.save({ ...seen, phones: [...seen.phones, { id: id(23), raw: '13853120499' }] })
    await other.customers.save({ ...seen, phones: seen.phones.filter((phone) => phone.id !== id(22)) })
    const now = await read()
    expect(now.phones.map((phone) => phone.id)).toEqual([id(21), id(23)])
    expect((await operator.customers.callerCard({ number: '13853120417' })).matches[0]?.customerId).toBe(id(1))
    const [removed] = await journal(id(22))
    expect(removed).toMatchObject({ operation: 'remove', memberId: (await house.seat('dispatcher', '葛雯')).memberId })
    expect(removed?.values?.before).toMatchObject({ number: '053182967051', extension: '8', isPrimary: false })
  })

  it('refuses to remove a number that somebody else has just corrected', async () => {
    const seen = asSent(await read())
    const corrected = seen.phones.map((phone) => (phone.id === id(23) ? { ...phone, raw: '13853120498' } : phone))
    await operator.customers.save({ ...seen, phones: corrected })
    const without = { ...seen, phones: seen.phones.filter((phone) => phone.id !== id(23)) }
    expect(await refusal(other.customers.save(without))).toMatchObject({
      kind: 'changedByOther',
      conflicts: [{ kind: 'customers.phone', field: 'removed', theirs: '138 **** 0498', yours: '' }],
    })
    expect((await read()).phones).toHaveLength(2)
  })

  it('answers a create that is sent twice with what is stored, and asks a change for the version it saw', async () => {
    const before = await read()
    expect(await operator.customers.save(canteen)).toEqual(before)
    expect(await refusal(operator.customers.save({ ...canteen, note: '别的' }))).toMatchObject({
      text: 'kit.error.sentOther',
    })
    expect(await read()).toEqual(before)
    expect(await refusal(other.customers.save({ ...asSent(before), version: 999, note: 'x' }))).toMatchObject({
      kind: 'changedByOther',
    })
  })

  it('restores a removed record as it was, typed alike on both engines', async () => {
    const { services } = house.station
    const product = { id: id(31), customerId: id(1), name: '大锅灶', serialNo: 'DG2503-0417' }
    await operator.products.save(product)
    const stands = await services.database.read((reader) => reader.findOneBy(ProductEntity, { id: id(31) }))
    const change = (work: (records: ReturnType<typeof recordsOf>) => Promise<unknown>) =>
      services.database.write((tx) => work(recordsOf(services, tx, seat, 'test.change')))
    await change(async (records) => records.remove(ProductEntity, (await records.lock(ProductEntity, id(31)))!))
    expect(await services.database.read((reader) => reader.findOneBy(ProductEntity, { id: id(31) }))).toBeNull()
    await change((records) => records.restore(ProductEntity, id(31)))
    expect(await services.database.read((reader) => reader.findOneBy(ProductEntity, { id: id(31) }))).toEqual(stands)
  })

  it('keeps no value of a person in the open, in the journal or in the audit chain', async () => {
    const { database } = house.station.services
    for (const table of ['database_journal', 'admin_audit']) {
      const text = JSON.stringify(await database.read((reader) => reader.query(`SELECT * FROM "${table}"`)))
      expect(text).toContain(id(1))
      for (const personal of ['青禾路', '孟繁星', '13853120', '053182967051', '后门卸货'])
        expect(text).not.toContain(personal)
    }
  })

  it('gives away no value of somebody erased, and keeps everybody else', async () => {
    const { services } = house.station
    await operator.customers.save({ id: id(2), name: '陈志刚', address: '历下区解放路5号' })
    await operator.customers.save({ ...asSent(await operator.customers.get({ id: id(2) })), note: '改过' })
    const sealed = async () => {
      const text = 'SELECT "id", "sealed" FROM "database_journal" WHERE "subjectId" = ? ORDER BY "id"'
      const found: { id: string; sealed: string | null }[] = await services.database.read((reader) =>
        reader.query(services.database.sql(text), [id(1)]),
      )
      return found.filter((entry) => entry.sealed !== null)
    }
    const opened = async () => {
      const entries = await services.database.read((reader) =>
        readJournal(services, reader, '"subjectId" = ?', [id(1)], 'ORDER BY "orderNo" DESC', 500),
      )
      return entries.filter(({ values }) => values !== null)
    }
    const kept = await sealed()
    expect([kept.length > 5, (await opened()).length]).toEqual([true, kept.length])
    const { number } = await read()
    const supervisor = await house.as('supervisor', '刘主管')
    await supervisor.customers.erase({ customerId: id(1), reason: '客户来电要求删除个人信息', typed: number })
    expect([await opened(), await sealed()]).toEqual([[], kept])
    expect((await journal(id(2))).some(({ values }) => values?.after.note === '改过')).toBe(true)
    // What is written of the number from now on is sealed anew; the new key opens nothing of before.
    const [product] = (await operator.customers.card({ customerId: id(1) })).products
    await operator.products.save({ ...product!, note: '新的' })
    expect((await opened()).map(({ recordId, values }) => [recordId, values?.after.note])).toEqual([[id(31), '新的']])
    expect(await verifyAudit(services)).toMatchObject({ broken: null })
  })

  it('never overwrites silently: 500 pairs of changes by two seats, any fields, any order', async () => {
    const fields = ['name', 'address', 'bestTime', 'note'] as const
    await operator.customers.save({ id: id(3), name: '重庆小面馆', address: '市中区英雄山路9号' })
    const count = { merged: 0, refused: 0 }
    const edit = fc.uniqueArray(fc.constantFrom(...fields), { minLength: 1, maxLength: 2 })
    const pairs = fc.sample(fc.tuple(edit, edit, fc.boolean()), { numRuns: 500, seed: 6 })
    for (const [nth, [mine, theirs, isTogether]] of pairs.entries()) {
      const seen = asSent(await operator.customers.get({ id: id(3) }))
      const change = (names: readonly string[], who: string) => ({
        ...seen,
        ...Object.fromEntries(names.map((name) => [name, `${who}${nth}`])),
      })
      const sendings = [
        () => operator.customers.save(change(mine, '甲')),
        () => other.customers.save(change(theirs, '乙')),
      ]
      const outcomes = isTogether
        ? await Promise.allSettled(sendings.map((send) => send()))
        : [await settled(sendings[0]!), await settled(sendings[1]!)]
      const now = await operator.customers.get({ id: id(3) })
      const both = mine.filter((field) => theirs.includes(field))
      const stored = outcomes.map(({ status }) => status === 'fulfilled')
      if (both.length === 0) expect(stored).toEqual([true, true])
      else expect(stored.filter(Boolean)).toHaveLength(1)
      for (const field of fields) {
        const wanted = [
          stored[0] && mine.includes(field) && `甲${nth}`,
          stored[1] && theirs.includes(field) && `乙${nth}`,
        ]
        expect(now[field]).toBe(wanted.find(Boolean) || seen[field])
      }
      for (const outcome of outcomes) if (outcome.status === 'rejected') expectBoth(outcome.reason, both, nth)
      if (both.length === 0) count.merged += 1
      else count.refused += 1
    }
    expect(count.merged).toBeGreaterThan(100)
    expect(count.refused).toBeGreaterThan(100)
  }, 120_000)
})

async function settled<T>(send: () => Promise<T>): Promise<PromiseSettledResult<T>> {
  const [outcome] = await Promise.allSettled([send()])
  return outcome!
}

function expectBoth(error: unknown, both: readonly string[], nth: number): void {
  const { conflicts } = (
    error as { cause: { data: { conflicts: { field: string; theirs: string; yours: string }[] } } }
  ).cause.data
  expect(conflicts.map(({ field }) => field).sort()).toEqual([...both].sort())
  for (const { theirs, yours } of conflicts) expect([theirs, yours].sort()).toEqual([`乙${nth}`, `甲${nth}`].sort())
}
