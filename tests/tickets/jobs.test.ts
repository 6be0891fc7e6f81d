import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Hint } from '../../main/database/hint.ts'
import { newId } from '../../main/new-id.ts'
import { engines, openTestStation, type TestStation } from '../kit/station.ts'
import { minutes, openCase } from './desk.ts'

describe.each(engines)('the alarm on %s', (engine) => {
  let house: TestStation
  const urgent: Hint[] = []
  const stop = new AbortController()

  beforeAll(async () => {
    house = await openTestStation(engine)
    await house.station.scheduler.start()
    void (async () => {
      for await (const hints of house.station.services.changes.follow(stop.signal))
        urgent.push(...hints.filter((hint) => hint.kind === 'tickets.ticket' && hint.urgent))
    })()
  })
  afterAll(async () => {
    stop.abort()
    await house.close()
  })

  /** Two looks of the scheduler, far enough apart that the job is due at each. */
  const look = async (at: string) => {
    for (const ahead of [0, 5000]) {
      house.clock.at = new Date(Date.parse(at) + ahead).toISOString()
      await house.station.scheduler.tick()
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
    return urgent.splice(0).map((hint) => hint.id)
  }

  it('rings once when ten minutes are over, not at ten minutes (R036)', async () => {
    const ticketId = await openCase(house)
    house.clock.at = minutes(10)
    await house.station.scheduler.tick()
    expect(urgent).toEqual([])
    expect(await look(new Date(Date.parse(minutes(10)) + 10_000).toISOString())).toEqual([ticketId])
    expect(await look(minutes(11))).toEqual([])
    expect((await (await house.as('supervisor')).tickets.list({ view: 'late' })).rows.map((row) => row.id)).toEqual([
      ticketId,
    ])

    const { memberId } = await house.seat('technician', '孙师傅')
    const dispatcher = await house.as('dispatcher')
    await dispatcher.tickets.assign({
      id: newId(),
      ticketId,
      technicianId: memberId,
      visitFromAt: minutes(100),
      within3h: 'yes',
    })
    expect(await look(minutes(100))).toEqual([])
    expect(await look(minutes(181))).toEqual([ticketId])
    expect(await look(minutes(300))).toEqual([])
  })

  it('finds after a long sleep everything that fell due meanwhile, each once', async () => {
    const ids = await Promise.all(Array.from({ length: 7 }, () => openCase(house)))
    expect((await look(minutes(2000))).sort()).toEqual(ids.sort())
    expect(await look(minutes(2001))).toEqual([])
  })

  it('is silent about paused and cancelled cases', async () => {
    const [paused, cancelled] = [await openCase(house), await openCase(house)]
    const dispatcher = await house.as('dispatcher')
    await dispatcher.tickets.pause({ ticketId: paused, reason: 'waitingForPart', version: 1 })
    await dispatcher.tickets.cancel({ ticketId: cancelled, reason: '打错了', version: 1 })
    expect(await look(minutes(4000))).toEqual([])
    await dispatcher.tickets.resume({ ticketId: paused, version: 2 })
    expect(await look(minutes(4011))).toEqual([paused])
  })
})
