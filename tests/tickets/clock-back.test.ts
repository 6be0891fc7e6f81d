import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { isWait } from '../../shared/tickets/rules.ts'
import { newId } from '../../main/new-id.ts'
import { engines, openTestStation, type TestStation } from '../kit/station.ts'
import { minutes, openCase, refusal, sentCase, solved } from './desk.ts'

describe.each(engines)('house: what is entered while the clock of the station was put back, on %s', (engine) => {
  let house: TestStation
  let nth = 0
  beforeAll(async () => {
    house = await openTestStation(engine)
  }, 60_000)
  beforeEach(() => {
    house.clock.at = minutes(0)
  })
  afterAll(() => house.close())

  const phone = () => `138 1234 ${5000 + (nth += 1)}`
  const page = async (id: string) => (await house.as('supervisor')).tickets.page({ id })
  const states = async (id: string) =>
    (await page(id)).deadlines.filter(({ clock }) => !isWait(clock)).map(({ state }) => state)
  const pause = async (ticketId: string) => {
    const { version } = (await page(ticketId)).ticket
    const seen = { ticketId, version, reason: 'waitingForCustomer' as const, note: '回老家' }
    await (await house.as('supervisor')).tickets.pause(seen)
  }
  const resume = async (ticketId: string) => {
    const { version } = (await page(ticketId)).ticket
    await (await house.as('supervisor')).tickets.resume({ ticketId, version })
  }

  it('a pause before the case began, and one before the last time it went on, stand still all the same', async () => {
    const ticketId = await openCase(house, { phone: phone() })
    const open = await states(ticketId)
    expect(new Set(open)).toEqual(new Set(['running']))
    house.clock.at = minutes(-60)
    await pause(ticketId)
    expect(new Set(await states(ticketId))).toEqual(new Set(['paused']))
    house.clock.at = minutes(20)
    await resume(ticketId)
    expect(new Set(await states(ticketId))).toEqual(new Set(['running']))
    house.clock.at = minutes(10)
    await pause(ticketId)
    expect(new Set(await states(ticketId))).toEqual(new Set(['paused']))
    house.clock.at = minutes(5)
    await resume(ticketId)
    expect(await states(ticketId)).toEqual(open)
  })

  it('the limits of the next round begin', async () => {
    const { ticketId, technicianId } = await sentCase(house, '孙师傅', { phone: phone() })
    house.clock.at = minutes(-60)
    await (await house.as('supervisor')).tickets.recordResult(solved(ticketId, technicianId, { outcome: 'notSolved' }))
    const running = (await page(ticketId)).deadlines.filter(({ metAt }) => metAt === null)
    expect(running.filter(({ clock }) => clock === 'assign')).toMatchObject([{ round: 2, state: 'running' }])
  })

  /** Somebody is sent, by whichever clock stands. */
  const send = async (ticketId: string, technicianId: string) => {
    const order = { ticketId, technicianId, visitFromAt: minutes(430), within3h: 'yes' as const }
    const { version } = (await page(ticketId)).ticket
    await (
      await house.as('supervisor')
    ).tickets.assign({ id: newId(), ...order, rescheduleReason: '客户要求', consent: 'agreed', version })
  }
  const offered = async (ticketId: string) => (await page(ticketId)).withdrawable.map(({ kind }) => kind)

  it('the end of a wait stays once somebody was sent on its word by a station whose clock is behind', async () => {
    const ticketId = await openCase(house, { phone: phone() })
    const { memberId } = await house.seat('technician', '孙师傅')
    await pause(ticketId)
    house.clock.at = minutes(12)
    const id = newId()
    const desk = await house.as('supervisor')
    await desk.tickets.resume({ id, ticketId, version: (await page(ticketId)).ticket.version })
    expect(await offered(ticketId)).toEqual(['wait'])
    house.clock.at = minutes(5)
    await send(ticketId, memberId)
    expect(await offered(ticketId)).toEqual([])
    expect(await refusal(desk.tickets.withdrawMoment({ id, ticketId, reason: '没到' }))).toMatchObject({
      text: 'tickets.failure.sentSinceWait',
    })
  })

  it('and is taken back where somebody was sent before it by a station whose clock is ahead', async () => {
    const ticketId = await openCase(house, { phone: phone() })
    const { memberId } = await house.seat('technician', '孙师傅')
    house.clock.at = minutes(12)
    await send(ticketId, memberId)
    house.clock.at = minutes(4)
    await pause(ticketId)
    house.clock.at = minutes(6)
    const id = newId()
    const desk = await house.as('supervisor')
    await desk.tickets.resume({ id, ticketId, version: (await page(ticketId)).ticket.version })
    expect(await offered(ticketId)).toEqual(['wait'])
    await desk.tickets.withdrawMoment({ id, ticketId, reason: '没到' })
    expect((await page(ticketId)).ticket.pausedReason).toBe('waitingForCustomer')
  })

  it('what was entered last is the newest: order, result, time told and moves of the clocks', async () => {
    house.clock.at = minutes(0)
    const { ticketId, technicianId } = await sentCase(house, '孙师傅', { phone: phone() })
    const desk = await house.as('supervisor')
    // A station whose clock is ahead.
    house.clock.at = minutes(600)
    const first = solved(ticketId, technicianId, { outcome: 'notSolved', result: '没修好' })
    await desk.tickets.recordResult(first)
    house.clock.at = minutes(400)
    const { version } = (await page(ticketId)).ticket
    const order = { ticketId, technicianId, visitFromAt: minutes(430), within3h: 'yes' as const, version }
    const { id: orderId } = await desk.tickets.assign({ id: newId(), ...order })
    house.clock.at = minutes(-10)
    const toAgain = { ticketId, technicianId, visitFromAt: minutes(430), within3h: 'yes' as const }
    const { id: lastId } = await desk.tickets.assign({
      ...{ id: newId(), ...toAgain, version: (await page(ticketId)).ticket.version },
      rescheduleReason: '改约',
    })
    expect((await page(ticketId)).dispatches.map(({ id }) => id).slice(0, 2)).toEqual([lastId, orderId])
    house.clock.at = minutes(500)
    const second = solved(ticketId, technicianId, { result: '修好了' })
    await desk.tickets.recordResult(second)
    expect(await page(ticketId)).toMatchObject({
      ...{ ticket: { state: 'resulted', round: 2 }, result: { id: second.id }, earlier: [{ id: first.id }] },
      withdrawable: [{ id: second.id }],
    })
    expect(await refusal(desk.tickets.withdrawResult({ id: first.id, ticketId, reason: '登错' }))).toMatchObject({
      text: 'tickets.failure.laterResult',
    })
    await desk.tickets.recordResult({ ...second, result: '换了阀', version: 1 })
    await desk.tickets.enterLedger({ id: newId(), ticketId, inWarranty: true })
    const { rows } = await desk.tickets.ledger({})
    expect(rows.find((row) => row.ticketId === ticketId)).toMatchObject({ result: '换了阀' })
  })
})
