import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { newId } from '../../main/new-id.ts'
import { carDealer } from '../../shared/presets/p18-car-dealer.ts'
import { endEvents, startEvents } from '../../shared/presets/events.ts'
import type { ClockPolicy } from '../../shared/presets/schema.ts'
import { ticketViews } from '../../shared/tickets/schema.ts'
import { type ToldEvent, toldEvents } from '../../shared/presets/told-events.ts'
import { type Caller, engines, openTestStation, type TestStation } from '../kit/station.ts'
import { minutes, openCase, refusal, solved } from './desk.ts'

const text = { 'zh-CN': '探针', 'zh-TW': '探針', en: 'Probe' }
const probe = (clock: string, startsAt: string, endsAt: string): ClockPolicy => ({
  ...{ clock, text, startsAt, endsAt, hours: 'clock', limitMinutes: 525_600, rule: 'house', source: { from: 'own' } },
})

/** A limit from every event, and one until it: whatever a step does to the clocks shows in one of them. */
const probes: readonly ClockPolicy[] = [
  ...startEvents.map((event) => probe(`from.${event}`, event, event === 'archived' ? 'trained' : 'archived')),
  ...endEvents.map((event) => probe(`until.${event}`, event === 'received' ? 'assigned' : 'received', event)),
  ...carDealer.clocks.filter(({ clock }) => ['meet', 'followUp', 'escalate'].includes(clock)),
]

const outcomes = ['solved', 'notSolved', 'waitsForPart', 'needsFactory', 'refused'] as const
type Outcome = (typeof outcomes)[number]

describe.each(engines)('steps of a case taken back on %s', (engine) => {
  let house: TestStation
  let desk: Caller
  let technicianId: string
  let nth = 0

  beforeAll(async () => {
    house = await openTestStation(engine)
    desk = await house.as('supervisor')
    technicianId = (await house.seat('technician', '孙师傅')).memberId
    const now = await desk.admin.policy({ id: null })
    const policy = { ...now.policy, clocks: [...probes, ...now.policy.clocks] }
    await desk.admin.savePolicy({
      ...{ id: newId(), basedOn: now.id, effectiveOn: null, policy, reason: '探针' },
      ...{ runningCases: 'finish', kept: [] },
    })
    house.clock.at = minutes(1)
  }, 60_000)
  afterAll(() => house.close())

  const later = (count = 1) => {
    house.clock.at = new Date(Date.parse(house.clock.at) + count * 60_000).toISOString()
  }
  const opened = async (handling: 'dispatch' | 'guidance' = 'dispatch') => {
    later()
    return openCase(house, { phone: `138 1234 ${6000 + (nth += 1)}`, handling })
  }
  const page = (id: string, caller = desk) => caller.tickets.page({ id })
  const send = async (ticketId: string) => {
    later()
    const { version } = (await page(ticketId)).ticket
    const visitFromAt = new Date(Date.parse(house.clock.at) + 30 * 60_000).toISOString()
    const order = { ticketId, technicianId, visitFromAt, within3h: 'yes' as const, version }
    await desk.tickets.assign({ id: newId(), ...order })
  }
  const sent = async () => {
    const ticketId = await opened()
    await send(ticketId)
    return ticketId
  }
  const result = async (ticketId: string, outcome: Outcome, caller = desk) => {
    later(10)
    const input = solved(ticketId, technicianId, { outcome })
    await caller.tickets.recordResult(input)
    later()
    return input.id
  }
  const tell = async (ticketId: string, event: ToldEvent, caller = desk) => {
    later()
    const id = newId()
    await caller.tickets.moment({ id, ticketId, event, at: house.clock.at, note: '' })
    return id
  }

  /** Everything that stands of a case but the story of how it came to it. */
  const standing = async (ticketId: string) => {
    const { database } = house.station.services
    const ask = async (table: string, column: string) => {
      const sql = database.sql(`SELECT * FROM "${table}" WHERE "${column}" = ?`)
      const rows: Record<string, unknown>[] = await database.read((reader) => reader.query(sql, [ticketId]))
      // What was warned of was said meanwhile, without the job that says it here.
      return rows.map(({ id, version: _, state, warnedAt: __, alarmedAt: ___, ...row }) => {
        const { entries: ____, ...folded } = (
          typeof state === 'string' && state.startsWith('{') ? JSON.parse(state) : { state }
        ) as Record<string, unknown>
        return JSON.stringify({ ...(column === 'subjectId' ? {} : { id }), ...row, ...folded })
      })
    }
    return {
      ticket: await ask('tickets_ticket', 'id'),
      orders: (await ask('tickets_dispatch', 'ticketId')).sort(),
      results: (await ask('tickets_result', 'ticketId')).sort(),
      moments: (await ask('tickets_moment', 'ticketId')).sort(),
      running: (await ask('clocks_running', 'subjectId')).sort(),
      met: (await ask('clocks_met', 'subjectId')).sort(),
    }
  }
  /** The lists a case stands on. */
  const lists = async (ticketId: string) => {
    const found = await Promise.all(ticketViews.map((view) => desk.tickets.list({ view, limit: 100 })))
    return ticketViews.filter((_, nth) => found[nth]!.rows.some((row) => row.id === ticketId))
  }

  it.each(outcomes)(
    'a result %s leaves the case, its orders and its clocks as they were before it',
    async (outcome) => {
      const ticketId = await sent()
      const [before, views] = [await standing(ticketId), await lists(ticketId)]
      const id = await result(ticketId, outcome)
      expect(await standing(ticketId)).not.toEqual(before)
      expect((await page(ticketId)).withdrawable).toMatchObject([{ id, kind: 'result' }])
      const input = { id, ticketId, reason: '登错了单' }
      await desk.tickets.withdrawResult(input)
      await desk.tickets.withdrawResult(input)
      expect(await standing(ticketId)).toEqual(before)
      expect(await lists(ticketId)).toEqual(views)
      const after = await page(ticketId)
      expect(after.withdrawals).toMatchObject([{ kind: 'result', byName: 'supervisor', reason: '登错了单' }])
      expect(after.result).toBeNull()
      const [step] = (await desk.history.of({ kind: 'tickets.ticket', id: ticketId })).rows
      expect(step).toMatchObject({ doing: 'tickets.withdrawResult', byName: 'supervisor', canUndo: false })
      await result(ticketId, 'solved')
      expect((await page(ticketId)).ticket.state).toBe('resulted')
    },
  )

  it('guidance that helped after all not is followed up again', async () => {
    const ticketId = await opened('guidance')
    const before = await standing(ticketId)
    const id = await result(ticketId, 'solved')
    await desk.tickets.withdrawResult({ id, ticketId, reason: '没修好' })
    expect(await standing(ticketId)).toEqual(before)
  })

  it('a result corrected meanwhile is taken back with its correction', async () => {
    const ticketId = await sent()
    const before = await standing(ticketId)
    const id = await result(ticketId, 'solved')
    later()
    const corrected = { ...solved(ticketId, technicianId), id, arrivedAt: house.clock.at, finishedAt: house.clock.at }
    await desk.tickets.recordResult({ ...corrected, version: 1 })
    await desk.tickets.withdrawResult({ id, ticketId, reason: '登错' })
    expect(await standing(ticketId)).toEqual(before)
  })

  it('one’s own result is taken back on its day, later by a supervisor', async () => {
    const ticketId = await sent()
    const technician = await house.as('technician', '孙师傅')
    const id = await result(ticketId, 'waitsForPart', technician)
    const input = { id, ticketId, reason: '点错' }
    const other = await house.as('technician', '别的师傅')
    expect(await refusal(other.tickets.withdrawResult(input))).toMatchObject({ kind: 'notAllowed' })
    later(24 * 60)
    const tooOld = { kind: 'notAllowed', text: 'tickets.failure.oldToWithdraw' }
    expect(await refusal(technician.tickets.withdrawResult(input))).toMatchObject(tooOld)
    await desk.tickets.withdrawResult(input)
    expect((await page(ticketId)).ticket).toMatchObject({ state: 'dispatched', round: 1, technicianId })
    const again = await result(ticketId, 'waitsForPart', technician)
    await technician.tickets.withdrawResult({ ...input, id: again })
    expect((await page(ticketId, technician)).ticket).toMatchObject({ state: 'dispatched', round: 1 })
  })

  it('a limit late before the result stands late again and rings for nobody a second time', async () => {
    const ticketId = await sent()
    later(10 * 60)
    const id = await result(ticketId, 'solved')
    const enteredAt = (await page(ticketId)).result!.recordedAt
    await desk.tickets.withdrawResult({ id, ticketId, reason: '登错' })
    const { database } = house.station.services
    const sql = database.sql(
      'SELECT "dueAt", "alarmedAt" FROM "clocks_running" WHERE "subjectId" = ? AND "dueAt" IS NOT NULL',
    )
    const rows: { dueAt: string; alarmedAt: string | null }[] = await database.read((reader) =>
      reader.query(sql, [ticketId]),
    )
    expect(rows.some(({ dueAt }) => dueAt <= enteredAt)).toBe(true)
    for (const { dueAt, alarmedAt } of rows) expect([dueAt, alarmedAt !== null]).toEqual([dueAt, dueAt <= enteredAt])
  })

  it('says why a result stays: somebody was sent, the clocks were moved, it stands in the ledger', async () => {
    const out = await sent()
    const first = await result(out, 'notSolved')
    await send(out)
    expect(await refusal(desk.tickets.withdrawResult({ id: first, ticketId: out, reason: 'x' }))).toMatchObject({
      text: 'tickets.failure.sentSinceResult',
    })
    const waiting = await sent()
    const part = await result(waiting, 'waitsForPart')
    const { version } = (await page(waiting)).ticket
    const come = newId()
    await desk.tickets.resume({ id: come, ticketId: waiting, version })
    expect(await refusal(desk.tickets.withdrawResult({ id: part, ticketId: waiting, reason: 'x' }))).toMatchObject({
      text: 'clocks.failure.movedSince',
    })
    await send(waiting)
    expect(await refusal(desk.tickets.withdrawMoment({ id: come, ticketId: waiting, reason: 'x' }))).toMatchObject({
      text: 'tickets.failure.sentSinceWait',
    })
    const second = await result(out, 'solved')
    expect(await refusal(desk.tickets.withdrawResult({ id: first, ticketId: out, reason: 'x' }))).toMatchObject({
      text: 'tickets.failure.laterResult',
    })
    await desk.tickets.enterLedger({ id: newId(), ticketId: out, inWarranty: true })
    expect(await refusal(desk.tickets.withdrawResult({ id: second, ticketId: out, reason: 'x' }))).toMatchObject({
      text: 'tickets.failure.tooLateToWithdraw',
    })
  })

  it.each(['waitsForPart', 'needsFactory'] as const)(
    'what %s waited for and had not come is taken back, and then the result',
    async (outcome) => {
      const ticketId = await sent()
      const before = await standing(ticketId)
      const part = await result(ticketId, outcome)
      const waiting = [await standing(ticketId), await lists(ticketId)]
      const dispatcher = await house.as('dispatcher', '刘敏')
      const id = newId()
      await dispatcher.tickets.resume({ id, ticketId, version: (await page(ticketId)).ticket.version })
      const [reason, text] = ['点错', { 'zh-CN': outcome === 'waitsForPart' ? '配件到了' : '厂家回来了' }]
      expect(await standing(ticketId)).not.toEqual(waiting[0])
      expect((await page(ticketId, dispatcher)).withdrawable).toMatchObject([{ id, kind: 'wait', text }])
      expect((await page(ticketId)).moments).toMatchObject([{ id, text }])
      await dispatcher.tickets.withdrawMoment({ id, ticketId, reason })
      await dispatcher.tickets.withdrawMoment({ id, ticketId, reason })
      expect([await standing(ticketId), await lists(ticketId)]).toEqual(waiting)
      expect((await page(ticketId)).withdrawals).toMatchObject([{ kind: 'wait', byName: '刘敏', reason, text }])
      await desk.tickets.withdrawResult({ id: part, ticketId, reason })
      expect(await standing(ticketId)).toEqual(before)
    },
  )

  it.each(toldEvents)(
    'a time told of %s is taken back with what it moved, named and on the timeline',
    async (event) => {
      const ticketId = await sent()
      expect((await page(ticketId)).momentsAsked.map((asked) => asked.event)).toContain(event)
      const operator = await house.as('operator', '周敏')
      const before = await standing(ticketId)
      const id = await tell(ticketId, event, operator)
      const reason = '记成别家的了'
      const stranger = await house.as('operator', '陈晨')
      expect(await refusal(stranger.tickets.withdrawMoment({ id, ticketId, reason }))).toMatchObject({
        text: 'tickets.failure.othersToWithdraw',
      })
      expect((await page(ticketId, stranger)).withdrawable).toEqual([])
      expect((await page(ticketId, operator)).withdrawable).toMatchObject([{ id, kind: 'moment' }])
      const { customerId } = (await page(ticketId)).ticket
      const kinds = async () =>
        (await desk.customers.timeline({ customerId: customerId!, limit: 2 } as never)).entries.map(
          ({ kind, by }: { kind: string; by: string }) => [kind, by],
        )
      expect(await kinds()).toContainEqual(['tickets.moment', '周敏'])
      await operator.tickets.withdrawMoment({ id, ticketId, reason })
      expect(await standing(ticketId)).toEqual(before)
      expect((await page(ticketId)).withdrawals).toMatchObject([{ kind: 'moment', byName: '周敏', reason }])
      expect(await kinds()).toContainEqual(['tickets.withdrawal', '周敏'])
      // Told anew it counts anew.
      await tell(ticketId, event, operator)
      expect(await standing(ticketId)).not.toEqual(before)
    },
  )

  it('what was taken back does not come back when a seat sends it again, with these words, others or as a correction', async () => {
    const ticketId = await sent()
    later(10)
    const input = solved(ticketId, technicianId)
    const technician = await house.as('technician', '孙师傅')
    await technician.tickets.recordResult(input)
    await desk.tickets.withdrawResult({ id: input.id, ticketId, reason: '登错了单' })
    const told = { id: newId(), ticketId, event: 'parked' as const, at: house.clock.at, note: 'B2 层' }
    await desk.tickets.moment(told)
    await desk.tickets.withdrawMoment({ id: told.id, ticketId, reason: '记错' })
    const stands = await standing(ticketId)
    const sendings = [
      ...[input, { ...input, result: '另一句' }, { ...input, version: 1 }].map((each) =>
        technician.tickets.recordResult(each),
      ),
      ...[told, { ...told, note: '另一句' }].map((each) => desk.tickets.moment(each)),
    ]
    for (const refused of await Promise.all(sendings.map(refusal)))
      expect(refused).toMatchObject({ kind: 'ruleBroken', text: 'tickets.failure.withdrawnSince' })
    expect(await standing(ticketId)).toEqual(stands)
  })

  it('sent again with other words, or by somebody else, a withdrawal is refused by name', async () => {
    const ticketId = await sent()
    const operator = await house.as('operator', '周敏')
    const stranger = await house.as('operator', '陈晨')
    const id = await result(ticketId, 'solved')
    const input = { id, ticketId, reason: '登错了单' }
    await desk.tickets.withdrawResult(input)
    const told = { ...input, id: await tell(ticketId, 'parked', operator) }
    await operator.tickets.withdrawMoment(told)
    const already = { kind: 'ruleBroken', text: 'tickets.failure.alreadyWithdrawn' }
    const sendings = [
      desk.tickets.withdrawResult({ ...input, reason: '完全另一句' }),
      stranger.tickets.withdrawResult(input),
      operator.tickets.withdrawMoment({ ...told, reason: '完全另一句' }),
      stranger.tickets.withdrawMoment(told),
    ]
    for (const refused of await Promise.all(sendings.map(refusal))) expect(refused).toMatchObject(already)
    await desk.tickets.withdrawResult(input)
    await operator.tickets.withdrawMoment(told)
    expect((await page(ticketId)).withdrawals).toHaveLength(2)
  })

  it('one’s own word is taken back alone: what a colleague told of the same minute stands until he takes it back', async () => {
    const ticketId = await sent()
    const before = await standing(ticketId)
    const [first, second] = [await house.as('operator', '周敏'), await house.as('operator', '陈晨')]
    const told = { ticketId, event: 'parked' as const, at: house.clock.at }
    const [one, other] = [newId(), newId()]
    await first.tickets.moment({ ...told, id: one, note: '门口' })
    await second.tickets.moment({ ...told, id: other, note: '签字单在我手里' })
    const back = (caller: Caller, id: string) =>
      refusal(caller.tickets.withdrawMoment({ id, ticketId, reason: '记错' }))
    expect(await back(first, one)).toMatchObject({ text: 'tickets.failure.toldSince' })
    expect(await back(first, other)).toMatchObject({ text: 'tickets.failure.othersToWithdraw' })
    expect((await page(ticketId)).moments.map(({ note }) => note)).toEqual(['签字单在我手里', '门口'])
    expect([await back(second, other), await back(first, one)]).toEqual([null, null])
    expect(await standing(ticketId)).toEqual(before)
  })

  it('what was entered since is what was entered after it, whatever the clocks of the stations say', async () => {
    const ticketId = await sent()
    const back = (id: string) => refusal(desk.tickets.withdrawMoment({ id, ticketId, reason: '记错' }))
    later(90)
    const first = await tell(ticketId, 'parked')
    later(-30)
    const second = await tell(ticketId, 'parked')
    expect(await back(first)).toMatchObject({ kind: 'ruleBroken' })
    expect([await back(second), await back(first)]).toEqual([null, null])
    const noted = await tell(ticketId, 'noted')
    const now = Date.now()
    const machine = vi.spyOn(Date, 'now').mockImplementation(() => now - 3_600_000)
    const { version } = (await page(ticketId)).ticket
    await desk.tickets.pause({ ticketId, version, reason: 'waitingForCustomer', note: '等' })
    machine.mockRestore()
    expect(await back(noted)).toMatchObject({ text: 'clocks.failure.movedSince' })
  })

  it('a limit that ends by the arrival asks for it, and is judged by noon though it is typed in the evening', async () => {
    const plain = await openTestStation(engine)
    const [caller, technician] = [await plain.as('supervisor'), await plain.seat('technician', '孙师傅')]
    const ticketId = await openCase(plain)
    expect((await caller.tickets.page({ id: ticketId })).arrivalAsked).toBe(false)
    const order = { ticketId, technicianId: technician.memberId, visitFromAt: minutes(60), within3h: 'yes' as const }
    await caller.tickets.assign({ id: newId(), ...order, version: 1 })
    expect((await caller.tickets.page({ id: ticketId })).arrivalAsked).toBe(true)
    plain.clock.at = minutes(9 * 60)
    const typed = solved(ticketId, technician.memberId, { arrivedAt: minutes(84) })
    await caller.tickets.recordResult(typed)
    const after = await caller.tickets.page({ id: ticketId })
    expect(after.arrivalAsked).toBe(false)
    expect(after.deadlines.find(({ clock }) => clock === 'visit')).toMatchObject({ state: 'met', metAt: minutes(84) })
    await plain.close()
  })

  it('the page of a second round holds the first visit as an earlier one', async () => {
    const ticketId = await sent()
    const id = await result(ticketId, 'notSolved')
    expect(await page(ticketId)).toMatchObject({ result: { id }, earlier: [{ id }], ticket: { round: 2 } })
    await send(ticketId)
    const second = await result(ticketId, 'solved')
    expect(await page(ticketId)).toMatchObject({ result: { id: second }, earlier: [{ id }] })
  })

  it('whatever was done in a row and is taken back from its end leaves the case as it was', async () => {
    const step = fc.oneof(fc.constantFrom(...toldEvents), fc.constantFrom(...outcomes))
    for (const walk of fc.sample(fc.array(step, { minLength: 1, maxLength: 5 }), { numRuns: 12, seed: 7 })) {
      const ticketId = await sent()
      const asked = (await page(ticketId)).momentsAsked.map(({ event }) => event)
      const done: { back: () => Promise<void>; before: unknown }[] = []
      for (const each of walk) {
        const before = await standing(ticketId)
        const { state } = (await page(ticketId)).ticket
        const isOutcome = (outcomes as readonly string[]).includes(each)
        if (isOutcome && state !== 'dispatched') continue
        if (!isOutcome && !asked.includes(each as ToldEvent)) continue
        const told = isOutcome ? result(ticketId, each as Outcome) : tell(ticketId, each as ToldEvent)
        const id = await told.catch(() => null)
        if (id === null) continue
        const input = { id, ticketId, reason: '撤' }
        const back = () => (isOutcome ? desk.tickets.withdrawResult(input) : desk.tickets.withdrawMoment(input))
        done.push({ back, before })
      }
      for (const { back, before } of done.toReversed()) {
        later()
        await back()
        expect([walk, await standing(ticketId)]).toEqual([walk, before])
      }
    }
  }, 120_000)
})
