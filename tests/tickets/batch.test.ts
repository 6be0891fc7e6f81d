import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MemberEntity } from '../../main/house/entities.ts'
import { newId } from '../../main/new-id.ts'
import { batchRefusal, type ChosenTicket } from '../../shared/tickets/batch.ts'
import { engines, openTestStation, type TestStation } from '../kit/station.ts'
import { minutes, openCase, refusal, sentCase } from './desk.ts'

const chosen: ChosenTicket = {
  ...{ id: 't', number: 'GD1', customerName: '食堂', region: '', state: 'unassigned', technicianName: '', version: 1 },
  promisedUntilAt: minutes(180),
}

describe('a step in one go', () => {
  it.each([
    ['dispatch', {}, minutes(180), null],
    ['dispatch', {}, minutes(181), 'tickets.batch.no.promise'], // R044: each customer has to agree
    ['dispatch', { promisedUntilAt: null }, minutes(9999), null],
    ['dispatch', { state: 'dispatched' }, minutes(60), 'tickets.batch.no.dispatched'],
    ['dispatch', { state: 'resulted' }, null, 'tickets.batch.no.resulted'],
    ['dispatch', { state: 'ledgered' }, null, 'tickets.batch.no.resulted'],
    ['dispatch', { state: 'closed' }, null, 'tickets.batch.no.closed'],
    ['dispatch', { state: 'cancelled' }, null, 'tickets.batch.no.cancelled'],
    ['note', { state: 'closed' }, null, null],
  ] as const)('%s of a ticket that is %j, visit at %s: %s', (step, changes, visit, text) =>
    expect(batchRefusal(step, { ...chosen, ...changes }, visit)?.text ?? null).toBe(text),
  )
})

describe.each(engines)('chosen tickets on %s', (engine) => {
  let house: TestStation
  let mine: string[]
  let foreign: string
  let out: Awaited<ReturnType<typeof sentCase>>

  beforeAll(async () => {
    house = await openTestStation(engine)
    mine = []
    for (let nth = 0; nth < 3; nth += 1)
      mine.push(await openCase(house, { customerName: `槐荫食堂 ${nth}`, phone: `1380000000${nth}` }))
    foreign = await openCase(house, { customerName: '历下食堂', phone: '13900000001' })
    out = await sentCase(house, '孙师傅', { customerName: '市中食堂', phone: '13900000002' })
    await move(mine, '槐荫')
    await move([foreign, out.ticketId], '历下')
  })
  afterAll(() => house.close())

  const move = (ids: readonly string[], region: string) =>
    house.station.services.database.write(async (tx) => {
      for (const id of ids)
        await tx.query(house.station.services.database.sql('UPDATE "tickets_ticket" SET "region" = ? WHERE "id" = ?'), [
          region,
          id,
        ])
    })
  /** A dispatcher of one area. */
  const narrow = async () => {
    const seat = await house.seat('dispatcher', '槐荫内勤')
    await house.station.services.database.write((tx) =>
      tx.update(MemberEntity, { id: seat.memberId }, { region: '槐荫', rowScope: 'outlet' }),
    )
    Object.assign(seat, { region: '槐荫', rowScope: 'outlet' })
    return house.as('dispatcher', '槐荫内勤')
  }
  const order = (ticketId: string, changes: object = {}) => ({
    ...{ id: newId(), ticketId, technicianId: out.technicianId, within3h: 'yes' as const },
    ...{ visitFromAt: minutes(120), visitToAt: minutes(180), ...changes },
  })

  it('are told as they stand; what is outside the rows of the seat is neither told, counted, matched nor changed', async () => {
    const desk = await narrow()
    const all = [...mine, foreign, newId()]
    const told = await desk.tickets.chosen({ ids: all })
    expect(told.map(({ id }) => id).sort()).toEqual([...mine].sort())
    expect(told[0]).toMatchObject({ state: 'unassigned', promisedUntilAt: minutes(180) })
    expect((await desk.tickets.matching({ view: 'all' })).ids.sort()).toEqual([...mine].sort())
    expect((await desk.tickets.stillListed({ view: 'all', ids: all })).ids.sort()).toEqual([...mine].sort())
    expect(await desk.tickets.stillListed({ view: 'late', ids: all })).toEqual({ ids: [] })
    expect(await desk.tickets.matching({ view: 'all', text: '没有这样的' })).toEqual({ ids: [] })
    // One character is looked for among customers alone: the list then has no parts.
    expect(await desk.tickets.matching({ view: 'all', text: '囧' })).toEqual({ ids: [] })
    expect(await desk.tickets.stillListed({ view: 'all', text: '没有这样的', ids: all })).toEqual({ ids: [] })
    expect(await refusal(desk.tickets.assign(order(foreign)))).toMatchObject({ kind: 'notAllowed' })
    expect(await refusal(desk.tickets.note({ id: newId(), ticketId: foreign, note: '看看' }))).toMatchObject({
      kind: 'notAllowed',
    })
    expect(await desk.tickets.list({ view: 'all', ids: all })).toMatchObject({ next: null })
    expect((await desk.tickets.list({ view: 'all', ids: all, limit: 2 })).rows).toHaveLength(2)
    expect((await desk.tickets.list({ view: 'all', ids: [foreign] })).rows).toEqual([])
  })

  it('are walked by pages in the order that was chosen, each once', async () => {
    const desk = await house.as('supervisor')
    const ids = [...mine, foreign, out.ticketId]
    const met: string[] = []
    let after: string | null = null
    do {
      const page: { rows: { id: string; number: string }[]; next: string | null } = await desk.tickets.list({
        ...{ view: 'all', ids, sort: { by: 'number', isDown: true }, after, limit: 2 },
      })
      met.push(...page.rows.map(({ number }) => number))
      after = page.next
    } while (after)
    expect(met).toHaveLength(5)
    expect(met).toEqual([...met].sort().reverse())
  })

  it('get the order each by itself: the stale and the late ones are refused, the others go, and once when sent twice', async () => {
    const desk = await house.as('dispatcher')
    const [first = '', second = '', third = ''] = mine
    const told = await desk.tickets.chosen({ ids: mine })
    const version = (id: string) => told.find((each) => each.id === id)!.version
    await desk.tickets.note({ id: newId(), ticketId: second, note: '门禁 0412' }) // somebody else, meanwhile
    const orders = [
      order(first, { version: version(first) }),
      order(second, { version: version(second) }),
      order(third, { version: version(third), visitFromAt: minutes(181), visitToAt: minutes(240) }),
    ]
    const send = () => Promise.allSettled(orders.map((each) => desk.tickets.assign(each)))
    const once = await send()
    expect(once.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected'])
    const reasons = await Promise.all(
      orders.slice(1).map(async (each) => (await refusal(desk.tickets.assign(each))) as { text: string }),
    )
    expect(reasons.map(({ text }) => text)).toEqual(['tickets.failure.changedByOther', 'tickets.failure.promiseUnkept'])
    const again = await send()
    expect(again.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected'])
    const page = await desk.tickets.page({ id: first })
    expect(page.dispatches).toHaveLength(1)
    expect((await desk.tickets.chosen({ ids: mine })).map(({ state }) => state).sort()).toEqual([
      'dispatched',
      'unassigned',
      'unassigned',
    ])
    // Taken back by its own counter-step.
    await desk.tickets.handBack({ dispatchId: page.dispatches[0]!.id, reason: '成批派错，收回' })
    expect((await desk.tickets.page({ id: first })).ticket.state).toBe('unassigned')
  })

  it('keep a note each, written once when sent twice, told on the case and to its customer, and taken back by its step', async () => {
    const desk = await house.as('operator')
    const [ticketId = ''] = mine
    const note = { id: newId(), ticketId, note: '周末没人，周一再联系' }
    const { step } = await desk.tickets.note(note)
    expect(await desk.tickets.note(note)).toEqual({ step: null })
    const page = await desk.tickets.page({ id: ticketId })
    expect(page.notes).toMatchObject([{ id: note.id, note: note.note, byName: 'operator' }])
    const { customerId } = page.ticket
    const { entries } = await desk.customers.timeline({ customerId, limit: 50 })
    expect(entries.find(({ kind }) => kind === 'tickets.note')).toMatchObject({
      detail: note.note,
      title: page.ticket.number,
    })
    await desk.history.undo({ step: step! })
    expect((await desk.tickets.page({ id: ticketId })).notes).toEqual([])
    await desk.history.undo({ step: step! })
    expect((await desk.tickets.page({ id: ticketId })).notes).toEqual([])
  })
})
