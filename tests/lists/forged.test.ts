import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../main/new-id.ts'
import { type Caller, engines, openTestStation, type TestStation } from '../kit/station.ts'
import { openCase, refusal } from '../tickets/desk.ts'

const forged = (place: unknown) => Buffer.from(JSON.stringify(place)).toString('base64url')

describe.each(engines)('places in lists that nobody was handed on %s (house)', (engine) => {
  let house: TestStation
  let supervisor: Caller
  let customerId: string

  beforeAll(async () => {
    house = await openTestStation(engine)
    supervisor = await house.as('supervisor')
    const id = await openCase(house)
    customerId = (await supervisor.tickets.page({ id })).ticket.customerId
  })
  afterAll(() => house.close())

  const lists: Record<string, (after: string) => Promise<unknown>> = {
    tickets: (after) => supervisor.tickets.list({ view: 'all', after }),
    'tickets by a figure': (after) =>
      supervisor.tickets.list({ view: 'all', sort: { by: 'chases', isDown: true }, after } as never),
    ledger: (after) => supervisor.tickets.ledger({ after } as never),
    register: (after) => supervisor.intake.register({ after } as never),
    'register by name': (after) =>
      supervisor.intake.register({ sort: { by: 'customer', isDown: false }, after } as never),
    calls: (after) => supervisor.intake.recent({ after } as never),
    'calls by talk': (after) => supervisor.intake.recent({ sort: { by: 'talked', isDown: true }, after } as never),
    audit: (after) => supervisor.admin.audit({ after }),
    customers: (after) => supervisor.customers.list({ after } as never),
    timeline: (after) => supervisor.customers.timeline({ customerId, limit: 5, after } as never),
    history: (before) => supervisor.history.of({ kind: 'customers.customer', id: customerId, limit: 5, before }),
  }

  it.each(Object.keys(lists))('%s: answered or refused by name, never a defect', async (list) => {
    const at = house.clock.at
    for (const place of [
      ...[
        [1e400, newId()],
        [1.5, newId()],
        [-1, newId()],
        [9e15, newId()],
        ['9'.repeat(40), newId()],
      ],
      ...[
        ['1abc', 'x'],
        [at, 'a\0b'],
        ['a\0b', newId()],
        [`1${at}`, '\ud800'],
        ['1Infinity', newId()],
        ['11.5', newId()],
      ],
      ...[['NaN', newId()], [null, newId()], [at, 5], [], {}, 'x', [at, "x' OR 1=1 --"], ['', '']],
    ]) {
      const refused = await refusal(lists[list]!(forged(place)))
      if (refused !== null) expect([list, place, refused]).toMatchObject([list, place, { kind: 'invalid' }])
    }
    expect(house.logged.filter((line) => line.includes('"defect"'))).toEqual([])
  })

  it('a request of a later instant, made by a wrong clock, is neither agreed to nor fetched', async () => {
    const operator = await house.as('operator')
    const right = house.clock.at
    house.clock.at = '2026-12-24T02:36:00.000Z'
    const asked = {
      ...{ id: newId(), list: 'tickets.list', name: '全部', wish: { view: 'all' }, columns: ['number', 'phone'] },
      ...{ language: 'zh-CN' as const, isWhole: true, reason: '厂家召回，要逐个通知' },
    }
    await operator.lists.askExport(asked as never)
    house.clock.at = right
    expect(await refusal(supervisor.lists.decideExport({ id: asked.id, isAllowed: true }))).toMatchObject({
      ...{ kind: 'notFound', text: 'lists.failure.noExport' },
    })
  })
})
