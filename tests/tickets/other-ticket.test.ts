import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../main/new-id.ts'
import { engines, openTestStation, type TestStation } from '../kit/station.ts'
import { minutes, openCase, refusal, sentCase, solved } from './desk.ts'

const otherTicket = { kind: 'invalid', text: 'tickets.failure.otherTicket' }

describe.each(engines)('a step sent under an id of another ticket on %s', (engine) => {
  let house: TestStation

  beforeAll(async () => {
    house = await openTestStation(engine)
  })
  afterAll(() => house.close())

  it('is refused and not acknowledged, and stands again where it was made', async () => {
    const desk = await house.as('supervisor')
    const [one, other] = [await sentCase(house), await openCase(house)]
    const { ticketId, technicianId, dispatch } = one
    const order = { id: dispatch.id, technicianId, visitFromAt: minutes(60), within3h: 'yes' as const }
    const note = { id: newId(), note: '门禁 0412' }
    const chase = { id: newId() }
    const plan = { id: newId(), cause: '先导火管堵', plan: '换管', begunAt: house.clock.at }
    await desk.tickets.note({ ...note, ticketId })
    await desk.tickets.chase({ ...chase, ticketId })
    await desk.tickets.submitPlan({ ...plan, ticketId })
    const result = solved(ticketId, technicianId)
    await desk.tickets.recordResult(result)
    const line = { id: newId(), inWarranty: true }
    await desk.tickets.enterLedger({ ...line, ticketId })
    const steps = (id: string): [string, () => Promise<unknown>][] => [
      ['assign', () => desk.tickets.assign({ ...order, ticketId: id })],
      ['note', () => desk.tickets.note({ ...note, ticketId: id })],
      ['chase', () => desk.tickets.chase({ ...chase, ticketId: id })],
      ['plan', () => desk.tickets.submitPlan({ ...plan, ticketId: id })],
      ['result', () => desk.tickets.recordResult({ ...result, ticketId: id })],
      ['ledger', () => desk.tickets.enterLedger({ ...line, ticketId: id })],
    ]
    for (const [name, step] of steps(other)) expect(await refusal(step()), name).toMatchObject(otherTicket)
    for (const [name, step] of steps(ticketId)) expect(await refusal(step()), name).toBeNull()
    const page = await desk.tickets.page({ id: other })
    expect([page.ticket.state, page.notes, page.ticket.chaseCount]).toEqual(['unassigned', [], 0])
  })

  it('shows a narrowed dispatcher no order of a ticket that is not theirs', async () => {
    const { ticketId, technicianId, dispatch } = await sentCase(house)
    Object.assign(await house.seat('dispatcher', '只看自己'), { rowScope: 'own' })
    const own = await house.as('dispatcher', '只看自己')
    const order = { id: dispatch.id, ticketId, technicianId, visitFromAt: minutes(60), within3h: 'yes' as const }
    expect(await refusal(own.tickets.assign(order))).toMatchObject({
      kind: 'notAllowed',
      text: 'tickets.failure.notYours',
    })
  })
})
