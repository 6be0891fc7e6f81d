import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../main/new-id.ts'
import { engines, openTestStation, type TestStation } from '../kit/station.ts'
import { minutes, openCase, refusal } from '../tickets/desk.ts'

describe.each(engines)('whether limits can be kept, on %s', (engine) => {
  let house: TestStation
  beforeAll(async () => {
    house = await openTestStation(engine)
    await house.station.scheduler.start()
  })
  afterAll(() => house.close())

  let nth = 0
  /** A case that came in now and is sent after so many minutes. */
  const sentAfter = async (after: number) => {
    const from = Date.parse(house.clock.at)
    const ticketId = await openCase(house, { phone: `138 1234 ${5600 + (nth += 1)}` })
    house.clock.at = new Date(from + after * 60_000).toISOString()
    const { memberId } = await house.seat('technician', '孙师傅')
    await (
      await house.as('dispatcher')
    ).tickets.assign({
      ...{ id: newId(), ticketId, technicianId: memberId, visitFromAt: new Date(from + 30 * 3_600_000).toISOString() },
      ...{ cause: '', measure: '', parts: '', within3h: 'no', consent: 'agreed', rescheduleReason: '客户要求' },
      version: 1,
    })
    return ticketId
  }
  const assign = async () => {
    const { rows } = await (await house.as('supervisor')).admin.limitFigures()
    return rows.find(({ key }) => key === 'assign//')
  }

  it('says what was kept, how late the rest was, and what still waits; not of cancelled cases, nor of older ones', async () => {
    expect(await assign()).toMatchObject({ cases: 0, kept: 0, lateP50Minutes: null })
    await sentAfter(5)
    await sentAfter(13)
    expect(await assign()).toMatchObject({ cases: 2, kept: 1, lateP50Minutes: 3, ranP50Minutes: 5, ranP90Minutes: 13 })

    const waiting = await openCase(house, { phone: '138 1234 5699' })
    house.clock.at = new Date(Date.parse(house.clock.at) + 40 * 60_000).toISOString()
    await house.station.scheduler.tick()
    expect(await assign()).toMatchObject({ cases: 3, kept: 1, lateP90Minutes: 30 })
    const supervisor = await house.as('supervisor')
    const { ticket } = await supervisor.tickets.page({ id: waiting })
    await supervisor.tickets.cancel({ ticketId: waiting, reason: '打错了', version: ticket.version })
    expect(await assign()).toMatchObject({ cases: 2, kept: 1 })

    house.clock.at = new Date(Date.parse(minutes(0)) + 31 * 86_400_000).toISOString()
    expect(await assign()).toMatchObject({ cases: 0 })
  })

  it('is nobody’s business but of who may change the limits', async () => {
    expect(await refusal((await house.as('operator')).admin.limitFigures())).toMatchObject({ kind: 'notAllowed' })
  })

  it.runIf(engine === 'sqlite')('walks an index, however many limits were ever met', async () => {
    const plan: unknown = await house.station.services.database.read((reader) =>
      reader.query(
        `EXPLAIN QUERY PLAN SELECT 1 FROM "clocks_kept" WHERE "subjectKind" = 'tickets.ticket' AND "metAt" >= '2026' ORDER BY "metAt" DESC LIMIT 20`,
      ),
    )
    expect(JSON.stringify(plan)).toContain('clocks_met_at')
  })
})
