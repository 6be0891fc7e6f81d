import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../main/new-id.ts'
import { presets } from '../../shared/presets/catalog.ts'
import { caseEvents, endEvents, startEvents } from '../../shared/presets/events.ts'
import { endOf } from '../../shared/presets/limit-ends.ts'
import { carDealer } from '../../shared/presets/p18-car-dealer.ts'
import type { ClockPolicy } from '../../shared/presets/schema.ts'
import { toldEvents } from '../../shared/presets/told-events.ts'
import { engines, openTestStation, type TestStation } from '../kit/station.ts'
import { minutes, openCase, refusal, sentCase, solved } from './desk.ts'

const text = { 'zh-CN': '探针', 'zh-TW': '探針', en: 'Probe' }
const probe = (clock: string, startsAt: string, endsAt: string): ClockPolicy => ({
  ...{
    clock,
    text,
    startsAt,
    endsAt,
    level: 'stopped',
    hours: 'clock',
    limitMinutes: 525_600,
    rule: 'house',
    source: { from: 'own' },
  },
})

/** What ends a probe, where it must begin once more, or cannot end with archiving. */
const laterThan: Readonly<Record<string, string>> = { received: 'assigned', archived: 'trained' }

/** At one level only: one limit from each event, one until each, and what the stove trade has not: a plan and the limits of a car dealer. */
const probes: readonly ClockPolicy[] = [
  probe('plan', 'arrived', 'planned'),
  ...startEvents.map((event) => probe(`from.${event}`, event, laterThan[event] ?? 'archived')),
  ...endEvents.map((event) => probe(`until.${event}`, 'received', event)),
  ...carDealer.clocks.filter(({ clock }) =>
    ['meet', 'fileBuilt', 'followUp', 'secondFollowUp', 'escalate'].includes(clock),
  ),
]

describe.each(engines)('what limits count from and until on %s', (engine) => {
  let house: TestStation
  const started = new Map<string, Set<string>>()
  const ended = new Map<string, Set<string>>()
  let nth = 0

  beforeAll(async () => {
    house = await openTestStation(engine)
    const supervisor = await house.as('supervisor')
    const now = await supervisor.admin.policy({ id: null })
    const policy = { ...now.policy, clocks: [...probes, ...now.policy.clocks] }
    await supervisor.admin.savePolicy({
      ...{ id: newId(), basedOn: now.id, effectiveOn: null, policy, reason: '探针' },
      ...{ runningCases: 'finish', kept: [] },
    })
    house.clock.at = minutes(1)
  }, 60_000)
  afterAll(() => house.close())

  const lines = (ticketId: string): Promise<{ id: string; clock: string; kind: string; at: string }[]> =>
    house.station.services.database.read((reader) =>
      reader.query(
        house.station.services.database.sql(
          'SELECT "id", "clock", "kind", "at" FROM "clocks_entry" WHERE "subjectId" = ?',
        ),
        [ticketId],
      ),
    )

  /** Runs a command and notes what began and what ended by it, as the ledger of time has it. */
  const run = async <Answer>(
    command: string,
    ticketId: string,
    work: () => Promise<Answer>,
    isMeant = (_event: string) => true,
  ): Promise<Answer> => {
    const known = new Set((await lines(ticketId)).map(({ id }) => id))
    house.clock.at = new Date(Date.parse(house.clock.at) + 60_000).toISOString()
    const answer = await work()
    for (const { id, clock, kind } of await lines(ticketId)) {
      const [end, event = ''] = clock.split('.')
      if (known.has(id) || !isMeant(event) || kind !== (end === 'from' ? 'start' : 'stop')) continue
      const seen = end === 'from' ? started : end === 'until' ? ended : null
      seen?.set(event, (seen.get(event) ?? new Set()).add(command))
    }
    return answer
  }

  const opened = async (handling: 'dispatch' | 'guidance' = 'dispatch') => {
    const ticketId = newId()
    const phone = `138 1234 ${6000 + (nth += 1)}`
    await run('intake.record', ticketId, () => openCase(house, { ticketId, phone, handling, level: 'stopped' }))
    return ticketId
  }
  const version = async (id: string) => (await (await house.as('supervisor')).tickets.page({ id })).ticket.version
  const sent = async (ticketId: string) => {
    const { memberId: technicianId } = await house.seat('technician', '孙师傅')
    const desk = await house.as('supervisor')
    const visitFromAt = new Date(Date.parse(house.clock.at) + 30 * 60_000).toISOString()
    const order = { ticketId, technicianId, visitFromAt, within3h: 'yes' as const, version: await version(ticketId) }
    return run('tickets.assign', ticketId, () => desk.tickets.assign({ id: newId(), ...order }))
  }
  const resulted = async (ticketId: string, outcome: 'solved' | 'notSolved' | 'waitsForPart' | 'needsFactory') => {
    const { memberId } = await house.seat('technician', '孙师傅')
    const desk = await house.as('supervisor')
    await run(
      'tickets.recordResult',
      ticketId,
      () => desk.tickets.recordResult(solved(ticketId, memberId, { outcome })),
      // The end of the work ends what was not met, too: that says nothing of the event it waited for.
      (event) => outcome !== 'solved' || ['finished', 'followedUp'].includes(event),
    )
  }

  it('every command named on the list fires its events, and begins and ends what hangs on them', async () => {
    const desk = await house.as('supervisor')
    const ticketId = await opened()
    const dispatch = await sent(ticketId)
    await run('tickets.contact', ticketId, () =>
      desk.tickets.contact({ id: newId(), dispatchId: dispatch.id, at: house.clock.at, result: 'reached' }),
    )
    const wrong = { id: newId(), dispatchId: dispatch.id, field: 'other' as const, correct: '门禁要登记' }
    await run('tickets.mismatch', ticketId, () => desk.tickets.mismatch(wrong))
    await run('tickets.fixMismatch', ticketId, () => desk.tickets.fixMismatch({ id: wrong.id }))
    for (const event of toldEvents) {
      const moment = () => ({ id: newId(), ticketId, event, at: house.clock.at, note: '' })
      await run('tickets.moment', ticketId, () => desk.tickets.moment(moment()))
    }
    for (const reason of ['waitingForPart', 'waitingForMaker', 'waitingForCustomer', 'other'] as const) {
      const seen = { ticketId, version: await version(ticketId) }
      await run('tickets.pause', ticketId, () => desk.tickets.pause({ ...seen, reason, note: '等' }))
      const paused = { ticketId, version: await version(ticketId) }
      await run('tickets.resume', ticketId, () => desk.tickets.resume(paused))
    }
    await resulted(ticketId, 'waitsForPart')
    const waiting = { ticketId, version: await version(ticketId) }
    await run('tickets.resume', ticketId, () => desk.tickets.resume(waiting))
    await sent(ticketId)
    await resulted(ticketId, 'solved')
    await desk.tickets.enterLedger({ id: newId(), ticketId, inWarranty: true })
    await run('tickets.archive', ticketId, () => desk.tickets.archive({ ticketId }))

    const planned = await opened()
    await sent(planned)
    await run('tickets.submitPlan', planned, () =>
      desk.tickets.submitPlan({ id: newId(), ticketId: planned, cause: '阀', plan: '换', begunAt: house.clock.at }),
    )
    await resulted(planned, 'waitsForPart')
    const factory = await opened()
    await sent(factory)
    await resulted(factory, 'needsFactory')
    await sent(factory)
    const paused = { ticketId: factory, version: await version(factory) }
    await desk.tickets.pause({ ...paused, reason: 'other', note: '等' })
    await resulted(factory, 'notSolved')
    const guided = await opened('guidance')
    await resulted(guided, 'solved')

    const named = Object.entries(caseEvents).map(([event, { firedBy }]) => [event, [...firedBy].sort()] as const)
    const seen = named.map(([event]) => {
      const commands = new Set([...(started.get(event) ?? []), ...(ended.get(event) ?? [])])
      return [event, [...commands].sort()]
    })
    expect(seen).toEqual(named)
    expect([...started.keys()].sort()).toEqual([...startEvents].sort())
    expect([...ended.keys()].sort()).toEqual([...endEvents].sort())
  })

  it('what every limit of every trade counts from and until was seen to happen', () => {
    for (const { id, clocks } of presets)
      for (const limit of clocks)
        expect([id, limit.clock, started.has(limit.startsAt), ended.has(endOf(limit))]).toEqual([
          ...[id, limit.clock, true, true],
        ])
  })

  const limitsOf = async (id: string) => {
    const { deadlines } = await (await house.as('supervisor')).tickets.page({ id })
    return (clock: string) =>
      deadlines.filter((each) => each.clock === clock).map(({ dueAt, metAt }) => [dueAt, metAt] as const)
  }

  it('R263 R175 R177 R162 R180 a car dealer’s limits run through a case and beyond its result', async () => {
    house.clock.at = minutes(0)
    const desk = await house.as('supervisor')
    const { ticketId } = await sentCase(house, '孙师傅', { phone: '138 1234 6999' })
    const tell = (event: (typeof toldEvents)[number], at: string, more = {}) =>
      desk.tickets.moment({ id: newId(), ticketId, event, at, ...more })
    house.clock.at = minutes(30)
    await tell('parked', minutes(1))
    expect(await refusal(tell('met', minutes(0)))).toMatchObject({
      ...{ kind: 'invalid', text: 'tickets.failure.momentBeforeStart', field: 'at' },
    })
    expect(await refusal(tell('met', minutes(60)))).toMatchObject({ text: 'tickets.failure.notYet', field: 'at' })
    expect(await refusal(tell('parked', '2025-11-20T00:00:00.000Z'))).toMatchObject({
      ...{ kind: 'invalid', text: 'tickets.failure.momentTooEarly', field: 'at', facts: { on: '2026-11-20' } },
    })
    expect(await refusal(tell('parked', '0206-11-20T00:00:00.000Z'))).toMatchObject({ kind: 'invalid', field: 'at' })
    await tell('met', minutes(3))
    await tell('noted', minutes(5))
    expect((await limitsOf(ticketId))('meet')).toEqual([[minutes(2), minutes(3)]])
    expect((await limitsOf(ticketId))('escalate')).toEqual([['2026-11-22T15:59:59.999Z', null]])
    await tell('escalated', minutes(20))

    house.clock.at = minutes(90)
    const { memberId } = await house.seat('technician', '孙师傅')
    await desk.tickets.recordResult(solved(ticketId, memberId, { arrivedAt: minutes(60), finishedAt: minutes(80) }))
    expect((await limitsOf(ticketId))('fileBuilt')).toEqual([['2026-11-22T15:59:59.999Z', null]])
    expect((await limitsOf(ticketId))('followUp')).toEqual([['2026-11-27T15:59:59.999Z', null]])
    expect((await limitsOf(ticketId))('meet')[0]?.[1]).toBe(minutes(3))
    await desk.tickets.enterLedger({ id: newId(), ticketId, inWarranty: true })
    await desk.tickets.archive({ ticketId })
    expect((await limitsOf(ticketId))('fileBuilt')).toEqual([['2026-11-22T15:59:59.999Z', minutes(90)]])

    // 22 November is the second day after the 20th: too early (R175); the 23rd is the third.
    house.clock.at = '2026-11-22T15:59:00.000Z'
    expect(await refusal(tell('followedUp', house.clock.at))).toMatchObject({
      ...{ text: 'tickets.failure.momentTooEarly', field: 'at', facts: { on: '2026-11-23' } },
    })
    house.clock.at = '2026-11-22T16:00:00.000Z'
    const told = { id: newId(), ticketId, event: 'followedUp' as const, at: house.clock.at }
    await desk.tickets.moment(told)
    await desk.tickets.moment(told)
    expect((await limitsOf(ticketId))('secondFollowUp')).toEqual([['2026-12-07T15:59:59.999Z', null]])
    const { ticket, moments } = await desk.tickets.page({ id: ticketId })
    expect(ticket).toMatchObject({ state: 'closed', nextClock: 'secondFollowUp' })
    expect(moments.filter(({ id }) => id === told.id)).toHaveLength(1)
    house.clock.at = '2026-12-01T02:00:00.000Z'
    await tell('followedUp', house.clock.at)
    expect((await limitsOf(ticketId))('secondFollowUp')).toEqual([['2026-12-07T15:59:59.999Z', house.clock.at]])
  })

  it('a moment told for one minute twice is kept once, and the word of each who told it', async () => {
    house.clock.at = minutes(0)
    const desk = await house.as('supervisor')
    const { ticketId } = await sentCase(house, '孙师傅', { phone: '138 1234 6997' })
    house.clock.at = minutes(30)
    const tell = (note: string, at = minutes(20), id = newId()) =>
      desk.tickets.moment({ id, ticketId, event: 'parked', at, note })
    await tell('在地库')
    const second = newId()
    await tell('B2 层', minutes(20), second)
    await tell('B2 层', minutes(20), second)
    await tell('')
    expect((await desk.tickets.page({ id: ticketId })).moments).toMatchObject([
      { at: minutes(20), note: '在地库；B2 层' },
    ])
    const colleague = await house.as('operator', '周敏')
    const counted = await lines(ticketId)
    const theirs = { id: newId(), ticketId, event: 'parked' as const, at: minutes(20), note: '签字单在我手里' }
    await colleague.tickets.moment(theirs)
    await colleague.tickets.moment(theirs)
    expect(await lines(ticketId)).toEqual(counted)
    expect((await desk.tickets.page({ id: ticketId })).moments).toMatchObject([
      { byName: '周敏', note: '签字单在我手里' },
      { byName: 'supervisor', note: '在地库；B2 层' },
    ])
    await tell('', minutes(21))
    expect((await desk.tickets.page({ id: ticketId })).moments).toHaveLength(3)
  })

  it('R051 the oldest wrong fact that is left counts, each from its own day', async () => {
    house.clock.at = minutes(0)
    const desk = await house.as('supervisor')
    const { ticketId, dispatch } = await sentCase(house, '孙师傅', { phone: '138 1234 6998' })
    const first = { id: newId(), dispatchId: dispatch.id, field: 'other' as const, correct: '门禁要登记' }
    const second = { ...first, id: newId(), correct: '走北门' }
    await desk.tickets.mismatch(first)
    house.clock.at = minutes(1440)
    await desk.tickets.mismatch(second)
    const at = house.clock.at
    await desk.tickets.fixMismatch({ id: first.id })
    expect((await limitsOf(ticketId))('mismatch')).toEqual([
      ['2026-11-20T15:59:59.999Z', at],
      ['2026-11-21T15:59:59.999Z', null],
    ])
    await desk.tickets.fixMismatch({ id: second.id })
    expect((await limitsOf(ticketId))('mismatch').every(([, metAt]) => metAt === at)).toBe(true)
  })
})
