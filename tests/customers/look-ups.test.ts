import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCallerFactory } from '../../main/api/trpc.ts'
import { recordCallEvent } from '../../main/intake/record-call-event.ts'
import { newId } from '../../main/new-id.ts'
import { appRouter } from '../../main/registry.ts'
import { houseQuotas } from '../../shared/admin/quotas.ts'
import { engines, openTestStation, type TestStation } from '../kit/station.ts'
import { refusal } from '../kit/refusal.ts'

describe.each(engines)('asking whose a number is on %s (house)', (engine) => {
  let house: TestStation
  const known = '15066660001'
  const customerId = newId()
  /** The numbers a covered one may be: its middle counted through. */
  const guess = (nth: number) => `150${String(nth).padStart(4, '0')}0001`
  const ring = (number: string, callId: string) => {
    const told = { event: 'ring' as const, callId, from: number, to: '4000008003', at: house.clock.at }
    return recordCallEvent(house.station.services, told, true)
  }
  const audited = async (action: string) =>
    (await (await house.as('supervisor')).admin.audit({ limit: 200 }).then(({ rows }) => rows)).filter(
      (entry) => entry.action === action,
    )

  beforeAll(async () => {
    house = await openTestStation(engine)
    const operator = await house.as('operator')
    await operator.customers.save({ id: customerId, name: '猜的食堂', phones: [{ id: newId(), raw: known }] })
  })
  afterAll(() => house.close())

  it('is free for a number that rings, however often it is asked', async () => {
    await ring(known, 'pbx-1')
    const operator = await house.as('operator', '接线的人')
    for (let nth = 0; nth < 3; nth += 1)
      expect((await operator.customers.callerCard({ number: known })).matches).toMatchObject([{ customerId }])
    expect(await audited('customers.lookUp')).toEqual([])
  })

  it('leaves one entry a day for a number that was typed, without the number', async () => {
    const operator = await house.as('operator', '打字的人')
    await operator.intake.startCall({ id: newId(), number: guess(1), direction: 'in', at: house.clock.at })
    await operator.customers.callerCard({ number: guess(1) })
    await operator.customers.callerCard({ number: `0086 ${guess(1)}` })
    await operator.customers.card({ customerId, number: guess(1) })
    const entries = await audited('customers.lookUp')
    expect(entries).toMatchObject([
      { memberName: '打字的人', subject: expect.stringMatching(/^number:[0-9a-f]{32}$/) as unknown },
    ])
    expect(JSON.stringify(entries)).not.toContain(guess(1))
  })

  it('is refused by name over the quota, hit or miss, and the supervisor is told once', async () => {
    const operator = await house.as('operator', '好奇的人')
    const { perHour } = houseQuotas.lookUp.operator
    for (let nth = 0; nth < perHour; nth += 1) await operator.customers.callerCard({ number: guess(100 + nth) })
    for (const number of [guess(8888), guess(7777)]) {
      expect(await refusal(operator.customers.callerCard({ number }))).toMatchObject({
        ...{ kind: 'ruleBroken', text: 'customers.failure.lookUpLimit', facts: { limit: perHour } },
      })
      expect(await refusal(operator.customers.card({ customerId, number }))).toMatchObject({ kind: 'ruleBroken' })
    }
    expect(await audited('customers.lookUpRefused')).toHaveLength(1)
    await ring('15099990001', 'pbx-2')
    expect((await operator.customers.callerCard({ number: '15099990001' })).matches).toEqual([])
  })

  it('counts a whole number wherever it narrows an answer, and no end of one and no name', async () => {
    const operator = await house.as('operator', '到处问的人')
    const own = async () =>
      (await audited('customers.lookUp')).filter(({ memberName }) => memberName === '到处问的人').length
    for (const text of ['0001', '猜的食堂', '18']) await operator.customers.search({ text, limit: 5 })
    expect(await own()).toBe(0)
    await operator.customers.search({ text: guess(1), limit: 5 })
    await operator.customers.totals({ text: guess(1) })
    expect(await own()).toBe(1)
    await operator.customers.totals({ text: guess(2) })
    await operator.tickets.totals({ text: guess(3) })
    await operator.intake.registerTotals({ text: guess(4) })
    await operator.customers.duplicates({ name: '', phone: `${guess(5)}、${guess(6)}`, address: '' })
    expect(await own()).toBe(6)
    const { perHour } = houseQuotas.lookUp.operator
    for (let nth = 6; nth < perHour; nth += 1) await operator.customers.search({ text: guess(200 + nth), limit: 5 })
    const over = { kind: 'ruleBroken', text: 'customers.failure.lookUpLimit' }
    expect(await refusal(operator.customers.search({ text: guess(5555), limit: 5 }))).toMatchObject(over)
    expect(await refusal(operator.tickets.totals({ text: guess(5555) }))).toMatchObject(over)
    expect(await refusal(operator.customers.duplicates({ name: '', phone: guess(5555), address: '' }))).toMatchObject(
      over,
    )
    expect(await operator.customers.search({ text: '猜的食堂', limit: 5 })).toHaveLength(1)
  })

  it('counts each whole number among the words of a text, however it is written, wherever texts narrow an answer', async () => {
    const operator = await house.as('operator', '多问的人')
    const own = async () =>
      (await audited('customers.lookUp')).filter(({ memberName }) => memberName === '多问的人').length
    const doors = [
      (text: string) => operator.customers.search({ text, limit: 5 }),
      (text: string) => operator.customers.list({ text }),
      (text: string) => operator.tickets.list({ text, view: 'all' }),
      (text: string) => operator.intake.register({ text }),
      (text: string) => operator.intake.recent({ text }),
    ]
    const free = ['猜的食堂 0001', '0001 cdst', '150 0001', '猜的食堂 20 号', '电话 0001']
    for (const [nth, text] of free.entries()) await doors[nth]!(text)
    expect(await own()).toBe(0)
    const n = (nth: number) => guess(3000 + nth)
    const grouped = (number: string) => `${number.slice(0, 3)} ${number.slice(3, 7)} ${number.slice(7)}`
    const writings = [
      (of: string) => `猜的食堂 ${of}`,
      (of: string) => `${of} cdst`,
      (of: string) => `0001 ${of}`,
      (of: string) => `${of} 0001`,
      (of: string) => `${of} ${of}`,
      (of: string) => `猜的食堂 ${grouped(of)}`,
      (of: string) => `猜的食堂 ${of.slice(0, 4)} ${of.slice(4)}`,
      (of: string) => `猜的食堂\u3000+86-${of}`,
      (of: string) => grouped(of).replaceAll(' ', '–'),
      (of: string) => `${of.slice(0, 5)}\u200b${of.slice(5)}`,
      (of: string) => `猜的食堂 (${of})`,
      (of: string) => `${[...of].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('')} 食堂`,
    ]
    for (const [nth, written] of writings.entries()) {
      for (const door of new Set([doors[0]!, doors[nth % doors.length]!])) await door(written(n(nth)))
      expect([written(n(nth)), await own()]).toEqual([written(n(nth)), nth + 1])
    }
    const { perHour } = houseQuotas.lookUp.operator
    for (let nth = writings.length; nth < perHour; nth += 2)
      await operator.customers.search({ text: `猜的食堂 ${n(nth)} x ${n(nth + 1)}`, limit: 5 })
    expect(await own()).toBe(perHour)
    const over = { kind: 'ruleBroken', text: 'customers.failure.lookUpLimit' }
    for (const written of writings)
      expect(await refusal(operator.customers.search({ text: written(n(999)), limit: 5 }))).toMatchObject(over)
    const wish = { text: `猜的食堂 ${n(999)}` }
    expect(
      await refusal(operator.lists.askExport({ id: newId(), list: 'customers.list', wish, reason: '' } as never)),
    ).toMatchObject(over)
    for (const text of [`电话${known}`, `a${known}`])
      expect((await operator.intake.recent({ text })).rows).toHaveLength(0)
  })

  it('says to a narrowed seat that whoever rings is filed elsewhere, without a name, and of a typed number nothing', async () => {
    const { services } = house.station
    const seat = { ...(await house.seat('operator', '网点的人')), rowScope: 'own' as const }
    const narrowed = createCallerFactory(appRouter)({ services, seat, cookies: [], device: 'test', address: 'test' })
    const told = await narrowed.customers.callerCard({ number: known })
    expect(told).toMatchObject({ isElsewhere: true, matches: [], card: null })
    const other = '15066660009'
    await (
      await house.as('operator')
    ).customers.save({ id: newId(), name: '乙', phones: [{ id: newId(), raw: other }] })
    expect(await narrowed.customers.callerCard({ number: other })).toMatchObject({ isElsewhere: false, matches: [] })
  })
})
