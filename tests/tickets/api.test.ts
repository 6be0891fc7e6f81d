import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MemberEntity } from '../../main/house/entities.ts'
import { newId } from '../../main/new-id.ts'
import { engines, openTestStation, type TestStation } from '../kit/station.ts'
import { minutes, openCase, refusal, sentCase, solved } from './desk.ts'

describe.each(engines)('dispatching on %s', (engine) => {
  let house: TestStation

  beforeAll(async () => {
    house = await openTestStation(engine)
  })
  afterAll(() => house.close())

  const order = async (ticketId: string, changes = {}) => ({
    id: newId(),
    ticketId,
    technicianId: (await house.seat('technician', '孙师傅')).memberId,
    visitFromAt: minutes(60),
    within3h: 'yes' as const,
    ...changes,
  })

  it('writes the dispatch order with cause, measure and parts (R041, R042) and meets the ten minutes (R036)', async () => {
    const dispatcher = await house.as('dispatcher')
    const ticketId = await openCase(house)
    house.clock.at = minutes(10)
    const input = await order(ticketId, { cause: '先导火管堵', measure: '换管', parts: '先导火管 XD-80' })
    const row = await dispatcher.tickets.assign(input)
    expect(row).toMatchObject({
      technicianName: '孙师傅',
      dispatcherName: 'dispatcher',
      parts: '先导火管 XD-80',
      within3h: 'yes',
      state: 'active',
    })
    expect(await dispatcher.tickets.assign(input)).toEqual(row)
    const page = await dispatcher.tickets.page({ id: ticketId })
    expect(page.dispatches).toHaveLength(1)
    expect(page.deadlines[0]).toMatchObject({ clock: 'assign', metAt: minutes(10), state: 'met' })
    expect(page.ticket).toMatchObject({ nextClock: 'visit', nextDueAt: minutes(180) })
    house.clock.at = minutes(0)
  })

  it.each([
    ['no reason', { within3h: 'no', consent: 'agreed' }, 'rescheduleReason'],
    ['no consent', { within3h: 'no', rescheduleReason: '路远' }, 'consent'],
    ['a yes beside a later time', { within3h: 'yes', visitFromAt: minutes(181) }, 'rescheduleReason'],
  ])('refuses a later visit with %s (R044)', async (_, changes, field) => {
    const dispatcher = await house.as('dispatcher')
    const answer = dispatcher.tickets.assign(await order(await openCase(house), changes))
    expect(await refusal(answer)).toMatchObject({ kind: 'ruleBroken', text: 'tickets.failure.promiseUnkept', field })
  })

  it('takes a later visit with reason and consent, and its deadline moves there (R044)', async () => {
    const dispatcher = await house.as('dispatcher')
    const ticketId = await openCase(house)
    await dispatcher.tickets.assign(
      await order(ticketId, { within3h: 'no', visitFromAt: minutes(300), rescheduleReason: '路远', consent: 'agreed' }),
    )
    expect((await dispatcher.tickets.page({ id: ticketId })).ticket).toMatchObject({
      nextClock: 'visit',
      nextDueAt: minutes(300),
    })
  })

  it('does not send anybody against the customer’s will: somebody else, or the department (R045)', async () => {
    const dispatcher = await house.as('dispatcher')
    const ticketId = await openCase(house)
    const refused = dispatcher.tickets.assign(
      await order(ticketId, {
        within3h: 'no',
        visitFromAt: minutes(300),
        rescheduleReason: '路远',
        consent: 'refused',
      }),
    )
    expect(await refusal(refused)).toMatchObject({ text: 'tickets.failure.consentRefused' })
    const { memberId } = await house.seat('technician', '李师傅')
    await dispatcher.tickets.assign(await order(ticketId, { technicianId: memberId }))
    expect((await dispatcher.tickets.page({ id: ticketId })).ticket.technicianName).toBe('李师傅')
  })

  it('gives a ticket to one of many who grab it at once', async () => {
    const dispatcher = await house.as('dispatcher')
    const ticketId = await openCase(house)
    const orders = await Promise.all(Array.from({ length: 10 }, () => order(ticketId)))
    const answers = await Promise.allSettled(orders.map((each) => dispatcher.tickets.assign(each)))
    expect(answers.filter((answer) => answer.status === 'fulfilled')).toHaveLength(1)
    expect((await dispatcher.tickets.page({ id: ticketId })).dispatches).toHaveLength(1)
  })

  it('sends somebody else only from a seat that saw the present version', async () => {
    const dispatcher = await house.as('dispatcher')
    const { ticketId, dispatch } = await sentCase(house)
    const { memberId } = await house.seat('technician', '李师傅')
    expect(await refusal(dispatcher.tickets.assign(await order(ticketId, { technicianId: memberId })))).toMatchObject({
      text: 'tickets.failure.alreadyDispatched',
    })
    const { version } = (await dispatcher.tickets.page({ id: ticketId })).ticket
    expect(
      await refusal(dispatcher.tickets.assign(await order(ticketId, { technicianId: memberId, version: version - 1 }))),
    ).toMatchObject({ kind: 'changedByOther' })
    await dispatcher.tickets.assign(await order(ticketId, { technicianId: memberId, version }))
    const page = await dispatcher.tickets.page({ id: ticketId })
    expect(page.ticket.technicianName).toBe('李师傅')
    expect(page.dispatches.find((row) => row.id === dispatch.id)?.state).toBe('handedBack')
  })

  it.each([
    ['a stranger', { technicianId: newId() }, 'technicianId'],
    ['a backward window', { visitToAt: minutes(30) }, 'visitToAt'],
  ])('refuses %s', async (_, changes, field) => {
    const dispatcher = await house.as('dispatcher')
    expect(await refusal(dispatcher.tickets.assign(await order(await openCase(house), changes)))).toMatchObject({
      kind: 'invalid',
      field,
    })
  })

  it('shows technicians with their load (R041) and offers the next free windows', async () => {
    const dispatcher = await house.as('dispatcher')
    const { ticketId, technicianId } = await sentCase(house, '王师傅')
    const loads = await dispatcher.tickets.technicians({})
    const load = loads.find((each) => each.id === technicianId)!
    expect(load).toMatchObject({ name: '王师傅', openTickets: 1 })
    expect(load.today).toMatchObject([{ ticketId, fromAt: minutes(60), state: 'dispatched' }])
    expect(loads.map((each) => each.openTickets)).toEqual(
      [...loads.map((each) => each.openTickets)].sort((a, b) => a - b),
    )
    const offers = await dispatcher.tickets.visitOffers({ address: '济南市槐荫区' })
    expect(offers.length).toBeGreaterThan(2)
    expect(offers.every((offer) => offer.fromAt > house.clock.at && offer.why.includes('free'))).toBe(true)
    expect(await dispatcher.tickets.visitOffers({ ticketId })).toEqual(offers)
  })

  it('keeps the visits of a disabled technician on the board, offers him to nobody, and says so on his case', async () => {
    const dispatcher = await house.as('dispatcher')
    const administrator = await house.as('administrator')
    const { ticketId, technicianId } = await sentCase(house, '走师傅')
    const work = { cases: 1, visits: 1, first: [expect.objectContaining({ id: ticketId, visitFromAt: minutes(60) })] }
    expect(await administrator.tickets.workOf({ memberId: technicianId })).toEqual(work)
    const { database } = house.station.services
    const is = (status: 'active' | 'disabled') =>
      database.write((tx) => tx.update(MemberEntity, { id: technicianId }, { status }))
    await is('disabled')
    const loads = await dispatcher.tickets.technicians({})
    expect(loads.at(-1)).toMatchObject({ id: technicianId, isDisabled: true, today: [{ ticketId }] })
    expect(loads.filter(({ isDisabled }) => isDisabled)).toHaveLength(1)
    const offers = await dispatcher.tickets.visitOffers({ ticketId })
    expect(offers.map((offer) => offer.technicianId)).not.toContain(technicianId)
    expect((await dispatcher.tickets.page({ id: ticketId })).ticket).toMatchObject({ technicianIsDisabled: true })
    await is('active')
    expect((await dispatcher.tickets.page({ id: ticketId })).ticket).toMatchObject({ technicianIsDisabled: false })
  })

  it('ticks off what the technician has ready before leaving, each on its own (R052)', async () => {
    const { ticketId, dispatch } = await sentCase(house)
    const technician = await house.as('technician', '孙师傅')
    const dispatcher = await house.as('dispatcher')
    const tick = (code: string, isDone = true) => ({ dispatchId: dispatch.id, code, isDone })
    await technician.tickets.prepare(tick('uniform'))
    await dispatcher.tickets.prepare(tick('toolBox'))
    await technician.tickets.prepare(tick('uniform'))
    await technician.tickets.prepare(tick('badge'))
    expect(await technician.tickets.prepare(tick('badge', false))).toMatchObject({ prepared: ['uniform', 'toolBox'] })
    expect(await refusal(technician.tickets.prepare(tick('umbrella')))).toMatchObject({
      kind: 'invalid',
      text: 'tickets.failure.noPreparation',
    })
    const other = await house.as('technician', '别人')
    expect(await refusal(other.tickets.prepare(tick('badge')))).toMatchObject({ kind: 'notAllowed' })
    expect((await dispatcher.tickets.page({ id: ticketId })).dispatches[0]?.prepared).toEqual(['uniform', 'toolBox'])

    const { rows } = await dispatcher.history.of({ kind: 'tickets.ticket', id: ticketId })
    const told = rows.filter(({ doing }) => doing === 'tickets.prepare').map(({ lines: [line] }) => line)
    expect(told.map((line) => [line?.label, line?.as, line?.before, line?.after])).toEqual([
      ['tickets.field.beforeLeaving', 'beforeLeaving', 'uniform toolBox badge', 'uniform toolBox'],
      ['tickets.field.beforeLeaving', 'beforeLeaving', 'uniform toolBox', 'uniform toolBox badge'],
      ['tickets.field.beforeLeaving', 'beforeLeaving', 'uniform', 'uniform toolBox'],
      ['tickets.field.beforeLeaving', 'beforeLeaving', '', 'uniform'],
    ])
    const { known } = await dispatcher.admin.policy({ id: null })
    expect(known.beforeLeaving.map(({ code }) => code)).toEqual(expect.arrayContaining(['uniform', 'toolBox', 'badge']))
  })

  it('tries the customer three times, ten minutes apart, then hands back at once (R048, R049)', async () => {
    const { ticketId, dispatch } = await sentCase(house)
    const technician = await house.as('technician', '孙师傅')
    const attempt = (at: string, result: 'noAnswer' | 'reached' = 'noAnswer') => ({
      id: newId(),
      dispatchId: dispatch.id,
      at,
      result,
    })
    house.clock.at = minutes(40)
    const first = attempt(minutes(5))
    expect(await technician.tickets.contact(first)).toMatchObject({ nth: 1, nextAt: minutes(15) })
    expect(await technician.tickets.contact(first)).toMatchObject({ nth: 1 })
    const early = await refusal(technician.tickets.contact(attempt(minutes(14))))
    expect(early).toMatchObject({
      kind: 'ruleBroken',
      text: 'tickets.failure.contactTooEarly',
      facts: { time: '10:51' },
    })
    await technician.tickets.contact(attempt(minutes(15)))
    const third = attempt(minutes(25))
    expect(await technician.tickets.contact(third)).toMatchObject({ nth: 3, nextAt: null })
    expect(await technician.tickets.contact(third)).toMatchObject({ nth: 3 })
    const page = await (await house.as('dispatcher')).tickets.page({ id: ticketId })
    expect(page.ticket).toMatchObject({
      state: 'unassigned',
      technicianId: null,
      nextClock: 'assign',
      nextDueAt: minutes(50),
    })
    expect(page.dispatches[0]).toMatchObject({ state: 'handedBack', fedBackAt: minutes(40) })
    expect(await refusal(technician.tickets.contact(attempt(minutes(36))))).toMatchObject({
      text: 'tickets.failure.dispatchOver',
    })
    house.clock.at = minutes(0)
  })

  it('calls no more once the customer was reached (R046)', async () => {
    const { dispatch } = await sentCase(house)
    const technician = await house.as('technician', '孙师傅')
    const attempt = { id: newId(), dispatchId: dispatch.id, at: minutes(0), result: 'reached' as const }
    expect(await technician.tickets.contact(attempt)).toMatchObject({ nextAt: null })
    expect(await refusal(technician.tickets.contact({ ...attempt, id: newId() }))).toMatchObject({
      text: 'tickets.failure.contactReached',
    })
  })

  it('feeds differing facts back the same day and corrects the customer file (R050, R051)', async () => {
    const { ticketId, dispatch } = await sentCase(house)
    const technician = await house.as('technician', '孙师傅')
    const found = {
      id: newId(),
      dispatchId: dispatch.id,
      field: 'address' as const,
      correct: '济南市市中区经七路 9 号',
    }
    const row = await technician.tickets.mismatch(found)
    expect(row).toMatchObject({
      registered: '济南市槐荫区青禾路 88 号',
      fixedAt: null,
      dueAt: '2026-11-20T15:59:59.999Z',
    })
    expect(await technician.tickets.mismatch(found)).toEqual(row)
    expect(await refusal(technician.tickets.fixMismatch({ id: row.id }))).toMatchObject({ kind: 'notAllowed' })
    const dispatcher = await house.as('dispatcher')
    expect((await dispatcher.tickets.fixMismatch({ id: row.id })).fixedAt).toBe(house.clock.at)
    await dispatcher.tickets.fixMismatch({ id: row.id })
    const { ticket, mismatches } = await dispatcher.tickets.page({ id: ticketId })
    expect(mismatches).toHaveLength(1)
    expect(ticket.address).toBe('济南市市中区经七路 9 号')
    expect((await dispatcher.customers.get({ id: ticket.customerId })).address).toBe('济南市市中区经七路 9 号')
    const phone = await technician.tickets.mismatch({
      id: newId(),
      dispatchId: dispatch.id,
      field: 'phone',
      correct: '13900009999',
    })
    await dispatcher.tickets.fixMismatch({ id: phone.id })
    expect(
      (await dispatcher.customers.get({ id: ticket.customerId })).phones.find((each) => each.isPrimary)?.shown,
    ).toBe('139 **** 9999')
  })

  it('hands back by hand with a reason (R047)', async () => {
    const { ticketId, dispatch } = await sentCase(house)
    const technician = await house.as('technician', '孙师傅')
    expect(await technician.tickets.handBack({ dispatchId: dispatch.id, reason: '车坏了' })).toMatchObject({
      id: ticketId,
      state: 'unassigned',
    })
    expect(await refusal(technician.tickets.handBack({ dispatchId: dispatch.id, reason: '车坏了' }))).toMatchObject({
      text: 'tickets.failure.dispatchOver',
    })
  })

  it('keeps a technician to his own tickets', async () => {
    const { ticketId, dispatch, technicianId } = await sentCase(house)
    const other = await house.as('technician', '外人')
    const own = await house.as('technician', '孙师傅')
    expect((await other.tickets.list({ view: 'all' })).rows).toEqual([])
    expect((await other.tickets.counts()).all).toBe(0)
    expect((await own.tickets.list({ view: 'mine' })).rows.find((row) => row.id === ticketId)).toMatchObject({
      phoneShown: '138 1234 5678',
    })
    for (const call of [
      () => other.tickets.page({ id: ticketId }),
      () => other.tickets.contact({ id: newId(), dispatchId: dispatch.id, at: minutes(0), result: 'busy' }),
      () => other.tickets.mismatch({ id: newId(), dispatchId: dispatch.id, field: 'other', correct: 'x' }),
      () => other.tickets.handBack({ dispatchId: dispatch.id, reason: 'x' }),
      () => other.tickets.recordResult(solved(ticketId, technicianId)),
      () => other.sheets.record({ formId: 'F11', ticketId, mode: 'half' }),
      () => other.sheets.printed({ id: newId(), formId: 'F11', ticketId, paper: 'a4' }),
    ])
      expect(await refusal(call())).toMatchObject({ kind: 'notAllowed' })
    expect(await refusal(own.tickets.assign(await order(ticketId)))).toMatchObject({ kind: 'notAllowed' })
    expect(await refusal(own.tickets.board())).toMatchObject({ kind: 'notAllowed' })
  })

  it('pauses and resumes the clocks without losing time', async () => {
    const dispatcher = await house.as('dispatcher')
    const ticketId = await openCase(house)
    house.clock.at = minutes(4)
    const { version } = (await dispatcher.tickets.page({ id: ticketId })).ticket
    const paused = await dispatcher.tickets.pause({ ticketId, reason: 'waitingForCustomer', version })
    expect(paused).toMatchObject({
      pausedReason: 'waitingForCustomer',
      nextClock: 'customer',
      nextDueAt: minutes(4 + 1440),
    })
    expect((await dispatcher.tickets.list({ view: 'paused' })).rows.map((row) => row.id)).toEqual([ticketId])
    expect(await refusal(dispatcher.tickets.pause({ ticketId, reason: 'other', version }))).toMatchObject({
      kind: 'changedByOther',
    })
    expect(
      await refusal(dispatcher.tickets.pause({ ticketId, reason: 'other', version: paused.version })),
    ).toMatchObject({ text: 'tickets.failure.alreadyPaused' })
    house.clock.at = minutes(64)
    const running = await dispatcher.tickets.resume({ ticketId, version: paused.version })
    expect(running).toMatchObject({ pausedReason: null, nextClock: 'assign', nextDueAt: minutes(70) })
    const { deadlines } = await dispatcher.tickets.page({ id: ticketId })
    expect(deadlines.map(({ clock, pausedMinutes, dueAt }) => [clock, pausedMinutes, dueAt])).toEqual([
      ['assign', 60, minutes(70)],
      ['visit', 60, minutes(240)],
      ['customer', 0, minutes(4 + 1440)],
    ])
    expect(await refusal(dispatcher.tickets.resume({ ticketId, version: running.version }))).toMatchObject({
      text: 'tickets.failure.notPaused',
    })
    house.clock.at = minutes(0)
  })

  it('tells why an order came back, on the case and on the customer’s line of time', async () => {
    const dispatcher = await house.as('dispatcher')
    const { ticketId, dispatch } = await sentCase(house)
    const { customerId } = await dispatcher.tickets.handBack({ dispatchId: dispatch.id, reason: '要两个人抬' })
    expect((await dispatcher.tickets.page({ id: ticketId })).dispatches[0]).toMatchObject({
      handBackReason: '要两个人抬',
    })
    const { entries } = await dispatcher.customers.timeline({ customerId })
    expect(entries.find(({ id }) => id === dispatch.id)).toMatchObject({ verdict: 'handedBack', reason: '要两个人抬' })
  })

  it('counts chases once each and cancels what nobody has done', async () => {
    const dispatcher = await house.as('dispatcher')
    const { ticketId } = await sentCase(house)
    const chase = { id: newId(), ticketId }
    expect(await dispatcher.tickets.chase(chase)).toEqual({ count: 1 })
    expect(await dispatcher.tickets.chase(chase)).toEqual({ count: 1 })
    expect(await dispatcher.tickets.chase({ id: newId(), ticketId })).toEqual({ count: 2 })
    const { version } = (await dispatcher.tickets.page({ id: ticketId })).ticket
    const gone = await dispatcher.tickets.cancel({ ticketId, reason: '客户自己修好了', version })
    expect(gone).toMatchObject({ state: 'cancelled', nextDueAt: null })
    const reason = '客户自己修好了'
    expect((await dispatcher.tickets.page({ id: ticketId })).cancelled).toEqual({ at: house.clock.at, reason })
    const { entries, counts } = await dispatcher.customers.timeline({ customerId: gone.customerId })
    expect(entries.find(({ kind }) => kind === 'tickets.cancel')).toMatchObject({
      id: ticketId,
      at: house.clock.at,
      reason,
    })
    expect(counts['tickets.cancel']).toBeGreaterThan(0)
    const { rows } = await dispatcher.history.of({ kind: 'tickets.ticket', id: ticketId })
    expect(rows.flatMap(({ lines }) => lines)).toContainEqual(
      expect.objectContaining({ label: 'tickets.field.cancelReason', after: reason }),
    )
    expect(await refusal(dispatcher.tickets.chase({ id: newId(), ticketId }))).toMatchObject({
      text: 'tickets.failure.nothingToChase',
    })
    expect(await refusal(dispatcher.tickets.cancel({ ticketId, reason: 'x', version: gone.version }))).toMatchObject({
      kind: 'ruleBroken',
    })
    expect(await refusal(dispatcher.tickets.assign(await order(ticketId)))).toMatchObject({
      text: 'tickets.failure.tooLateToDispatch',
    })
  })
  it('the ledger of time names who made each entry, the handing back included', async () => {
    const { database } = house.station.services
    const rows = (await database.read((reader) =>
      reader.query('SELECT "kind", count(*) AS "n", count("memberId") AS "named" FROM "clocks_entry" GROUP BY "kind"'),
    )) as { kind: string; n: number | string; named: number | string }[]
    expect(rows.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['start', 'stop', 'pause', 'resume']))
    for (const { kind, n, named } of rows) expect([kind, Number(named)]).toEqual([kind, Number(n)])
  })
})
