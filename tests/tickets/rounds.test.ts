import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Hint } from '../../main/database/hint.ts'
import { entriesOf } from '../../main/clocks/clock-rows.ts'
import { clocksJobs } from '../../main/clocks/jobs.ts'
import { newId } from '../../main/new-id.ts'
import { subjectOf } from '../../main/tickets/ticket-clocks.ts'
import { type TicketView, ticketViews } from '../../shared/tickets/schema.ts'
import { engines, openTestStation, type TestStation } from '../kit/station.ts'
import { horizon, walk, wallOf } from '../clocks/minute-walk.ts'
import { minutes, openCase, refusal, solved } from './desk.ts'

const hospital = {
  productName: '臂式电子血压计',
  serialNo: 'BP-2200-17',
  fault: 'noInflation',
  level: 'I',
  symptom: '不打气，病房停用',
}

describe.each(engines)('limits of a hospital (P34) on %s', (engine) => {
  let house: TestStation
  const urgent: Hint[] = []
  const stop = new AbortController()

  beforeAll(async () => {
    house = await openTestStation(engine, { presetId: 'P34' })
    void (async () => {
      for await (const hints of house.station.services.changes.follow(stop.signal))
        urgent.push(...hints.filter((hint) => hint.kind === 'tickets.ticket' && hint.urgent))
    })()
  })
  afterAll(async () => {
    stop.abort()
    await house.close()
  })

  /** Two looks of the job that gives marks, from an instant on; the others of a day, a backup among them, are no matter here. */
  const giveMarksFrom = async (at: string) => {
    for (const ahead of [0, 4000]) {
      house.clock.at = new Date(Date.parse(at) + ahead).toISOString()
      for (const job of clocksJobs) await job.run(house.station.services, stop.signal)
    }
  }

  /** Answers whom it rang for. */
  const look = async (count: number) => {
    await giveMarksFrom(minutes(count))
    await new Promise((resolve) => setTimeout(resolve, 50))
    return urgent.splice(0).map((hint) => hint.id)
  }

  const told = (
    ticketId: string,
  ): Promise<{ clock: string; round: number; dueAt: string; warnedAt: string | null; alarmedAt: string | null }[]> =>
    house.station.services.database.read((reader) =>
      reader.query(
        house.station.services.database.sql(
          'SELECT "clock", "round", "dueAt", "warnedAt", "alarmedAt" FROM "clocks_running" WHERE "subjectId" = ? ORDER BY "dueAt"',
        ),
        [ticketId],
      ),
    )

  /** The lists a case stands on at this moment, as a supervisor asks them. */
  const listsOf = async (ticketId: string): Promise<TicketView[]> => {
    const { tickets } = await house.as('supervisor')
    const found = await Promise.all(
      ticketViews.map(async (view) => {
        const { rows } = await tickets.list({ view, limit: 200 })
        return rows.some(({ id }) => id === ticketId) ? [view] : []
      }),
    )
    return found.flat()
  }

  /** The board counts what its lists hold. */
  const expectBoardAsLists = async () => {
    const { tickets } = await house.as('supervisor')
    const figures = await tickets.board()
    for (const view of ['late', 'dueSoon', 'unassigned'] as const)
      expect([view, figures[view]]).toEqual([view, (await tickets.list({ view, limit: 200 })).rows.length])
  }

  const send = async (ticketId: string, fromAt: string) => {
    const { memberId } = await house.seat('technician', '孙师傅')
    const order = { id: newId(), ticketId, technicianId: memberId, visitFromAt: fromAt, within3h: 'yes' as const }
    return { ...(await (await house.as('dispatcher')).tickets.assign(order)), technicianId: memberId }
  }

  it('R036 R056 R058 rings three times for a case nobody takes in thirty hours, once for each limit', async () => {
    house.clock.at = minutes(0)
    const ticketId = await openCase(house, hospital)
    expect(await look(9.9)).toEqual([])
    const rung: [number, number][] = []
    for (const count of [11, 12, 59, 61, 62, 239, 241, 300, 1000, 1800]) rung.push([count, (await look(count)).length])
    expect(rung.filter(([, times]) => times > 0)).toEqual([
      [11, 1],
      [61, 1],
      [241, 1],
    ])
    expect(
      (await told(ticketId)).map(({ clock, warnedAt, alarmedAt }) => [clock, warnedAt !== null, alarmedAt !== null]),
    ).toEqual([
      ['assign', true, true],
      ['respond', true, true],
      ['solve', true, true],
    ])
    const late = await (await house.as('supervisor')).tickets.list({ view: 'late' })
    expect(late.rows.map(({ id }) => id)).toEqual([ticketId])
  })

  it('warns once before each limit, and marks three at once after a sleep', async () => {
    house.clock.at = minutes(2000)
    const ticketId = await openCase(house, hospital)
    await look(2006)
    expect((await told(ticketId)).map(({ clock, warnedAt }) => [clock, warnedAt !== null])).toEqual([
      ['assign', true],
      ['respond', false],
      ['solve', false],
    ])
    await look(4000)
    const marks = await told(ticketId)
    expect(marks.every(({ warnedAt, alarmedAt }) => warnedAt !== null && alarmedAt !== null)).toBe(true)
    await look(5000)
    expect(await told(ticketId)).toEqual(marks)
  })

  it('R056 R057 R058 begins the second round after an unsolved visit with limits of its own; the total runs on', async () => {
    house.clock.at = minutes(6000)
    const ticketId = await openCase(house, hospital)
    const { technicianId } = await send(ticketId, minutes(6020))
    house.clock.at = minutes(6060)
    const dispatcher = await house.as('dispatcher')
    await dispatcher.tickets.recordResult(
      solved(ticketId, technicianId, { outcome: 'notSolved', arrivedAt: minutes(6025), finishedAt: minutes(6050) }),
    )
    const { ticket, deadlines } = await dispatcher.tickets.page({ id: ticketId })
    expect(ticket).toMatchObject({
      round: 2,
      roundAt: minutes(6050),
      state: 'unassigned',
      nextClock: 'plan',
      nextDueAt: minutes(6055),
    })
    expect(deadlines.map(({ clock, round, dueAt, state }) => [clock, round, dueAt, state])).toEqual([
      ['assign', 1, minutes(6010), 'met'],
      ['plan', 1, minutes(6055), 'late'],
      ['respond', 1, minutes(6060), 'met'],
      ['solve', 1, minutes(6240), 'running'],
      ['assign', 2, minutes(6060), 'running'],
      ['respond', 2, minutes(6110), 'running'],
    ])
    // behind the first round's plan, which was never made
    expect(await listsOf(ticketId)).toEqual(['open', 'unassigned', 'late', 'all'])
    await expectBoardAsLists()
    expect(await look(6061)).toEqual([ticketId])
    expect(await look(6071)).toEqual([])

    // the second dispatch meets the second limit of sending, and the second answer the second limit of answering
    const second = await send(ticketId, minutes(6100))
    await dispatcher.tickets.contact({ id: newId(), dispatchId: second.id, at: house.clock.at, result: 'reached' })
    const rounds = (await dispatcher.tickets.page({ id: ticketId })).deadlines.filter(({ round }) => round === 2)
    expect(rounds.map(({ clock, state }) => [clock, state])).toEqual([
      ['assign', 'late'],
      ['respond', 'met'],
    ])
    expect(
      await refusal(dispatcher.tickets.recordResult(solved(ticketId, technicianId, { arrivedAt: minutes(6030) }))),
    ).toMatchObject({ text: 'tickets.failure.beforeDispatch', field: 'arrivedAt' })
    await dispatcher.tickets.recordResult(solved(ticketId, technicianId))
    expect(await told(ticketId)).toEqual([])
    expect((await dispatcher.tickets.page({ id: ticketId })).ticket).toMatchObject({
      round: 2,
      state: 'resulted',
      nextDueAt: null,
    })
  })

  it('house: nobody waits longer than a year, by a pause or by a result', async () => {
    house.clock.at = minutes(7000)
    const ticketId = await openCase(house, hospital)
    const { technicianId } = await send(ticketId, minutes(7010))
    const dispatcher = await house.as('dispatcher')
    const { version } = (await dispatcher.tickets.page({ id: ticketId })).ticket
    const tooLong = { kind: 'invalid', text: 'tickets.failure.waitTooLong', facts: { days: 366 }, field: 'untilOn' }
    for (const untilOn of ['9999-12-31', '2028-01-01']) {
      const pause = dispatcher.tickets.pause({ ticketId, reason: 'other', untilOn, version })
      expect(await refusal(pause)).toMatchObject(tooLong)
      const result = solved(ticketId, technicianId, { outcome: 'waitsForPart', untilOn })
      expect(await refusal(dispatcher.tickets.recordResult(result))).toMatchObject(tooLong)
    }
    const paused = await dispatcher.tickets.pause({ ticketId, reason: 'other', untilOn: '2027-11-20', version })
    expect(paused).toMatchObject({ nextDueAt: '2027-11-20T15:59:59.999Z' })
    await dispatcher.tickets.cancel({ ticketId, reason: '试', version: paused.version })
  })

  it.each([
    ['2026-12-02', '2026-12-02T15:59:59.999Z'],
    [null, new Date(Date.parse(minutes(8060)) + 3 * 86_400_000).toISOString()],
  ])('waits for a part with a limit of its own (arrival %s), never off the lists', async (untilOn, dueAt) => {
    house.clock.at = minutes(8000)
    const ticketId = await openCase(house, hospital)
    const { technicianId } = await send(ticketId, minutes(8010))
    house.clock.at = minutes(8060)
    const dispatcher = await house.as('dispatcher')
    await dispatcher.tickets.recordResult(
      solved(ticketId, technicianId, { outcome: 'waitsForPart', arrivedAt: minutes(8040), untilOn }),
    )
    const page = async () => dispatcher.tickets.page({ id: ticketId })
    const waiting = (await page()).ticket
    expect(waiting).toMatchObject({ round: 2, pausedReason: 'waitingForPart', nextClock: 'part', nextDueAt: dueAt })
    expect(await listsOf(ticketId)).toEqual(['open', 'unassigned', 'paused', 'all'])
    house.clock.at = new Date(Date.parse(dueAt) - 20 * 60_000).toISOString()
    expect(await listsOf(ticketId)).toEqual(['open', 'unassigned', 'dueSoon', 'paused', 'all'])
    // the part has not come: the ticket is late and rings once
    await giveMarksFrom(new Date(Date.parse(dueAt) + 60_000).toISOString())
    expect(await listsOf(ticketId)).toEqual(['open', 'unassigned', 'late', 'paused', 'all'])
    await expectBoardAsLists()
    expect((await told(ticketId)).find(({ clock }) => clock === 'part')?.alarmedAt).not.toBeNull()
    // it has come: the second round begins now, the total runs on with what was left
    const began = house.clock.at
    const going = await dispatcher.tickets.resume({ ticketId, version: waiting.version })
    expect(going).toMatchObject({
      pausedReason: null,
      round: 2,
      nextDueAt: new Date(Date.parse(began) + 600_000).toISOString(),
    })
    expect(await listsOf(ticketId)).toEqual(['open', 'unassigned', 'dueSoon', 'all'])
    await expectBoardAsLists()
    const second = (await page()).deadlines.filter(({ round }) => round === 2)
    expect(second.map(({ clock, startedAt }) => [clock, startedAt])).toEqual([
      ['assign', began],
      ['respond', began],
    ])
    const solve = (await page()).deadlines.find(({ clock }) => clock === 'solve')!
    expect(Date.parse(solve.dueAt) - Date.parse(began)).toBe((240 - 60) * 60_000)
    await dispatcher.tickets.cancel({ ticketId, reason: '试验', version: going.version })
  })

  it.each([
    ['the end that was told', 8140, 8140],
    ['the sending, where its own minute is told', 8110, 8110.25],
  ])('a wait typed the next morning counts from %s, and as a walk along the wall', async (_, finished, began) => {
    house.clock.at = minutes(8100)
    const ticketId = await openCase(house, hospital)
    house.clock.at = minutes(8110.25)
    const { technicianId } = await send(ticketId, minutes(8115))
    house.clock.at = minutes(9000)
    const dispatcher = await house.as('dispatcher')
    const told = minutes(finished)
    await dispatcher.tickets.recordResult(
      solved(ticketId, technicianId, { outcome: 'waitsForPart', arrivedAt: told, finishedAt: told }),
    )
    const { ticket, deadlines } = await dispatcher.tickets.page({ id: ticketId })
    const partDueAt = new Date(Date.parse(minutes(began)) + 3 * 86_400_000).toISOString()
    expect(ticket).toMatchObject({ roundAt: minutes(began), nextClock: 'part', nextDueAt: partDueAt })
    expect(deadlines.find(({ clock }) => clock === 'part')).toMatchObject({ startedAt: minutes(began) })
    await dispatcher.tickets.resume({ ticketId, version: ticket.version })
    const { services } = house.station
    const entries = await services.database.read((reader) => entriesOf(services, reader, subjectOf(ticketId)))
    const solve = entries.filter(({ clock }) => clock === 'solve')
    const walked = walk(
      solve,
      wallOf({ timeZone: 'Asia/Shanghai', week: [[], [], [], [], [], [], []], days: {} }),
      horizon,
    )
    expect(walked.pausedMinutes).toBe(9000 - Math.floor(began))
    await dispatcher.tickets.cancel({ ticketId, reason: '试', version: ticket.version + 1 })
  })

  it('R057 takes the handling plan as a step of its own, from the answer on', async () => {
    house.clock.at = minutes(20_000)
    const ticketId = await openCase(house, hospital)
    const dispatcher = await house.as('dispatcher')
    const plan = { id: newId(), ticketId, cause: '气泵老化', plan: '带气泵去换' }
    const owed = async () => (await dispatcher.tickets.page({ id: ticketId })).planOwed
    expect(await owed()).toBe('notBegun')
    expect(await refusal(dispatcher.tickets.submitPlan(plan))).toMatchObject({
      text: 'tickets.failure.planBeforeResponse',
      field: 'begunAt',
    })
    house.clock.at = minutes(20_040)
    expect(await refusal(dispatcher.tickets.submitPlan({ ...plan, begunAt: minutes(19_999) }))).toMatchObject({
      field: 'begunAt',
    })
    const row = await dispatcher.tickets.submitPlan({ ...plan, begunAt: minutes(20_015) })
    expect(await dispatcher.tickets.submitPlan({ ...plan, begunAt: minutes(20_015) })).toEqual(row)
    const { deadlines, plans } = await dispatcher.tickets.page({ id: ticketId })
    expect(plans).toMatchObject([{ cause: '气泵老化', plan: '带气泵去换', byName: 'dispatcher', at: minutes(20_040) }])
    expect(
      deadlines
        .filter(({ clock }) => clock === 'respond' || clock === 'plan')
        .map(({ clock, startedAt, metAt, state }) => [clock, startedAt, metAt, state]),
    ).toEqual([
      ['plan', minutes(20_015), minutes(20_040), 'met'],
      ['respond', minutes(20_000), minutes(20_015), 'met'],
    ])
    expect(await owed()).toBe('no')
  })

  it('refuses an arrival of another century, and a visit sent into the past', async () => {
    house.clock.at = minutes(30_000)
    const ticketId = await openCase(house, hospital)
    const { memberId } = await house.seat('technician', '孙师傅')
    const dispatcher = await house.as('dispatcher')
    const order = { id: newId(), ticketId, technicianId: memberId, within3h: 'yes' as const }
    expect(
      await refusal(dispatcher.tickets.assign({ ...order, visitFromAt: minutes(29_400), visitToAt: minutes(29_460) })),
    ).toMatchObject({
      text: 'tickets.failure.visitInPast',
      field: 'visitFromAt',
    })
    await send(ticketId, minutes(30_010))
    expect(
      await refusal(
        dispatcher.tickets.recordResult(solved(ticketId, memberId, { arrivedAt: '1999-01-01T00:00:00.000Z' })),
      ),
    ).toMatchObject({ kind: 'invalid', text: 'tickets.failure.beforeDispatch', field: 'arrivedAt' })
    const visit = await told(ticketId)
    expect(visit.map(({ clock }) => clock)).toEqual(['respond', 'solve'])
  })

  it('R044 pins the visit of a second dispatch as agreed, and takes it back when the case is handed back', async () => {
    const stoves = await openTestStation(engine)
    stoves.clock.at = minutes(0)
    const ticketId = await openCase(stoves)
    const { memberId } = await stoves.seat('technician', '孙师傅')
    const dispatcher = await stoves.as('dispatcher')
    const assign = (visitFromAt: string, more = {}) =>
      dispatcher.tickets.assign({
        id: newId(),
        ticketId,
        technicianId: memberId,
        visitFromAt,
        within3h: 'yes',
        ...more,
      })
    const visits = async () =>
      (await dispatcher.tickets.page({ id: ticketId })).deadlines
        .filter(({ clock }) => clock === 'visit')
        .map(({ round, dueAt, pinnedAt, state }) => [round, dueAt, pinnedAt, state])
    await assign(minutes(60))
    stoves.clock.at = minutes(90)
    await dispatcher.tickets.recordResult(solved(ticketId, memberId, { outcome: 'notSolved', arrivedAt: minutes(70) }))
    const later = { within3h: 'no', rescheduleReason: '比例阀明天到', consent: 'agreed' }
    const { id: dispatchId } = await assign(minutes(1500), later)
    expect(await visits()).toEqual([
      [1, minutes(180), null, 'met'],
      [2, minutes(1500), minutes(1500), 'running'],
    ])
    stoves.clock.at = minutes(100)
    await dispatcher.tickets.handBack({ dispatchId, reason: '师傅请假' })
    expect((await visits())[1]).toEqual([2, minutes(90 + 180), null, 'running'])
    const { ticket } = await dispatcher.tickets.page({ id: ticketId })
    expect(ticket).toMatchObject({ round: 2, nextClock: 'assign', nextDueAt: minutes(110) })
    await stoves.close()
  })

  it('rings again when a limit that rang was moved and is over again, and not when it was not', async () => {
    await look(40_000)
    const ticketId = await openCase(house, hospital)
    expect(await look(40_011)).toEqual([ticketId])
    const dispatcher = await house.as('dispatcher')
    const { version } = (await dispatcher.tickets.page({ id: ticketId })).ticket
    const paused = await dispatcher.tickets.pause({ ticketId, reason: 'waitingForCustomer', version })
    house.clock.at = minutes(40_100)
    await dispatcher.tickets.resume({ ticketId, version: paused.version })
    // sending was over before the pause and stays so; answering has 49 minutes left
    expect(await look(40_140)).toEqual([])
    expect(await look(40_151)).toEqual([ticketId])
    expect(await look(40_152)).toEqual([])
  })
})
