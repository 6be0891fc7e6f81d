import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../main/new-id.ts'
import { casesOfProduct, type PastCase, sameFaultBefore } from '../../shared/tickets/rules-repeat.ts'
import type { TicketState } from '../../shared/tickets/schema.ts'
import { engines, openTestStation, type TestStation } from '../kit/station.ts'
import { minutes, repairCall, solved } from '../tickets/desk.ts'

const past = (id: string, part: Partial<PastCase> = {}): PastCase => ({
  ...{ id, productId: 'p', fault: 'noIgnition', symptom: '点不着', state: 'closed', receivedAt: minutes(0), ...part },
})
const asked = { id: null, productId: 'p', fault: 'noIgnition', symptom: '', receivedAt: null }
const ids = (cases: readonly PastCase[]) => cases.map(({ id }) => id)

describe('R114, R122 the same fault of the same product, repaired before', () => {
  it.each([
    ['nothing came before', [], asked, []],
    ['two repairs, the newest first', [past('old', { receivedAt: minutes(-9) }), past('new')], asked, ['new', 'old']],
    ['an open case is only asked about again', [past('a', { state: 'dispatched' })], asked, []],
    ['a cancelled case is none', [past('a', { state: 'cancelled' })], asked, []],
    ['another fault', [past('a', { fault: 'noise' })], asked, []],
    ['another product', [past('a', { productId: 'q' })], asked, []],
    ['no product', [past('a', { productId: null })], { ...asked, productId: null }, []],
    [
      'a fault without a code by its words',
      [past('a', { fault: '' })],
      { ...asked, fault: '', symptom: ' 点不着 ' },
      ['a'],
    ],
    ['a coded one is not the same by its words', [past('a')], { ...asked, fault: '', symptom: '点不着' }, []],
    ['without code and words nothing', [past('a', { fault: '', symptom: '' })], { ...asked, fault: '' }, []],
    ['itself does not count', [past('a')], { ...asked, id: 'a', receivedAt: minutes(0) }, []],
    [
      'a later one does not count',
      [past('a', { receivedAt: minutes(5) })],
      { ...asked, id: 'b', receivedAt: minutes(0) },
      [],
    ],
    ['of one instant the earlier id', [past('a'), past('c')], { ...asked, id: 'b', receivedAt: minutes(0) }, ['a']],
  ])('%s', (_, cases, of, expected) => expect(ids(sameFaultBefore(cases, of))).toEqual(expected))

  it.each([
    ['unassigned', false],
    ['dispatched', false],
    ['resulted', true],
    ['ledgered', true],
    ['closed', true],
    ['cancelled', false],
  ] as [TicketState, boolean][])('a case that is %s was a repair: %s', (state, expected) =>
    expect(sameFaultBefore([past('a', { state })], asked).length > 0).toBe(expected),
  )

  it('keeps open cases among those of the product', () =>
    expect(ids(casesOfProduct([past('a', { state: 'dispatched' }), past('b', { state: 'cancelled' })], asked))).toEqual(
      ['a'],
    ))
})

describe.each(engines)('the times of a fault on %s', (engine) => {
  let house: TestStation
  beforeAll(async () => {
    house = await openTestStation(engine)
  })
  afterAll(() => house.close())

  it('are the same while the call is written down and on the ticket’s page', async () => {
    const operator = await house.as('operator')
    const dispatcher = await house.as('dispatcher')
    const { memberId } = await house.seat('technician')
    const first = repairCall()
    const known = { customerId: first.newCustomerId, productId: first.newProductId }
    const repair = async (input: ReturnType<typeof repairCall>, isDone: boolean) => {
      const { ticket } = await operator.intake.record(input)
      if (!isDone) return ticket!.id
      await dispatcher.tickets.assign({
        ...{ id: newId(), ticketId: ticket!.id, technicianId: memberId, within3h: 'yes' },
        visitFromAt: new Date(Date.parse(house.clock.at) + 3_600_000).toISOString(),
      })
      house.clock.at = new Date(Date.parse(house.clock.at) + 2 * 3_600_000).toISOString()
      await (await house.as('technician')).tickets.recordResult(solved(ticket!.id, memberId))
      return ticket!.id
    }
    const again = (part = {}) => repairCall({ ...known, receivedAt: house.clock.at, ...part })
    await repair(first, true)
    await repair(again(), false)
    await repair(again({ fault: 'noise' }), true)
    await repair(again(), true)
    const { rows } = await operator.tickets.list({ view: 'all', customerId: known.customerId, limit: 200 })
    const nowAt = new Date(Date.parse(house.clock.at) + 60_000).toISOString()
    house.clock.at = nowAt
    const wanted = { ...asked, productId: known.productId }
    const atIntake = ids(sameFaultBefore(rows, wanted))
    expect(atIntake).toHaveLength(2)
    const ticketId = await repair(again(), false)
    expect((await operator.tickets.page({ id: ticketId })).sameFault.map((each) => each.ticketId)).toEqual(atIntake)
    const cameBack = async (id: string) => (await operator.tickets.page({ id })).cameBack.map((each) => each.ticketId)
    expect(await cameBack(atIntake[0]!)).toEqual([ticketId])
    expect((await cameBack(atIntake[1]!))[0]).not.toBe(ticketId)
    expect(await cameBack(ticketId)).toEqual([])
    const { ticket } = await operator.tickets.page({ id: ticketId })
    await dispatcher.tickets.cancel({ ticketId, reason: '打错了', version: ticket.version })
    expect(await cameBack(atIntake[0]!)).toEqual([])
  })

  it('follow what a line is corrected to', async () => {
    const operator = await house.as('operator')
    const { memberId } = await house.seat('technician')
    const first = repairCall({ fault: '', symptom: '右眼漏气', receivedAt: house.clock.at })
    const { ticket: repaired } = await operator.intake.record(first)
    await (
      await house.as('dispatcher')
    ).tickets.assign({
      ...{ id: newId(), ticketId: repaired!.id, technicianId: memberId, within3h: 'yes' },
      visitFromAt: new Date(Date.parse(house.clock.at) + 3_600_000).toISOString(),
    })
    house.clock.at = new Date(Date.parse(house.clock.at) + 2 * 3_600_000).toISOString()
    await (await house.as('technician')).tickets.recordResult(solved(repaired!.id, memberId))
    const known = { customerId: first.newCustomerId, productId: first.newProductId, receivedAt: house.clock.at }
    const line = await operator.intake.record(repairCall({ ...known, fault: '', symptom: '右眼漏' }))
    const cameBack = async () => (await operator.tickets.page({ id: repaired!.id })).cameBack
    expect(await cameBack()).toEqual([])
    await operator.intake.correct({ id: line.id, version: 1, changes: { symptom: '右眼漏气' } })
    expect(await cameBack()).toMatchObject([{ ticketId: line.ticket!.id }])
    const { memberId: other } = await house.seat('technician', '乙师傅')
    await (
      await house.as('dispatcher')
    ).tickets.assign({
      ...{ id: newId(), ticketId: line.ticket!.id, technicianId: other, within3h: 'yes' },
      visitFromAt: new Date(Date.parse(house.clock.at) + 3_600_000).toISOString(),
    })
    const { sameFault } = await (await house.as('technician', '乙师傅')).tickets.page({ id: line.ticket!.id })
    expect(sameFault).toMatchObject([{ ticketId: '', number: '', result: '', technicianName: '' }])
    expect((await (await house.as('technician')).tickets.page({ id: repaired!.id })).cameBack).toEqual([])
    await operator.history.undoLast({ kind: 'intake.register', id: line.id })
    expect(await cameBack()).toEqual([])
  })

  it('leave no room in a day whose first hours a visit over midnight takes', async () => {
    const operator = await house.as('operator')
    const { ticket } = await operator.intake.record(repairCall({ receivedAt: house.clock.at, phone: '13700000077' }))
    const { memberId } = await house.seat('technician', '夜班师傅')
    const day = house.clock.at.slice(0, 10)
    const next = new Date(Date.parse(`${day}T00:00:00.000Z`) + 86_400_000).toISOString().slice(0, 10)
    const order = { id: newId(), ticketId: ticket!.id, technicianId: memberId, within3h: 'no' as const }
    await (
      await house.as('dispatcher')
    ).tickets.assign({
      ...order,
      ...{ rescheduleReason: '夜里停气才能修', consent: 'agreed' as const },
      ...{ visitFromAt: `${day}T15:00:00.000Z`, visitToAt: `${next}T02:00:00.000Z` },
    })
    const loads = await operator.tickets.technicians({ day: next })
    expect(loads.find(({ id }) => id === memberId)?.today).toMatchObject([{ ticketId: ticket!.id }])
  })
})
