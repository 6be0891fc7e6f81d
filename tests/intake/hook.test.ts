import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MemberEntity } from '../../main/house/entities.ts'
import { newId } from '../../main/new-id.ts'
import { engines, openTestStation, type TestStation } from '../kit/station.ts'
import { repairCall, refusal } from '../tickets/desk.ts'

type Event = Record<string, string | number>

const seconds = (count: number) => new Date(Date.parse('2026-11-20T02:36:00.000Z') + count * 1000).toISOString()

describe.each(engines)('the call hook on %s', (engine) => {
  let house: TestStation
  let nth = 0

  beforeAll(async () => {
    house = await openTestStation(engine)
    await extension('周敏', '801')
    await extension('钱丽', '802')
  })
  afterAll(() => house.close())

  const extension = async (name: string, digits: string) => {
    const seat = await house.seat('operator', name)
    seat.extension = digits
    await house.station.services.database.write((tx) =>
      tx.update(MemberEntity, { id: seat.memberId }, { extension: digits }),
    )
  }
  const post = (body: BodyInit, headers: Record<string, string> = {}, path = '/hooks/call') =>
    house.station.handle(new Request(`http://station${path}`, { method: 'POST', body, headers }))
  const bearer = { authorization: 'Bearer hook-token' }
  const send = async (event: Event) => {
    const response = await post(JSON.stringify(event), { ...bearer, 'content-type': 'application/json' })
    expect(response.status).toBe(200)
    return (await response.json()) as { callId: string; state: string }
  }
  const fresh = () => `call-${(nth += 1)}`
  const mine = async (name: string) => (await house.as('operator', name)).intake.mine()
  const idsOf = async (name: string, callNumber: string) =>
    (await mine(name)).filter((call) => call.number === callNumber).map((call) => call.state)

  it.each([
    [
      'JSON',
      () => [
        JSON.stringify({ event: 'ring', callId: fresh(), from: '13800000001', to: '801', at: seconds(0) }),
        { 'content-type': 'application/json' },
      ],
    ],
    [
      'JSON with numbers',
      () => [JSON.stringify({ event: 'ring', callId: (nth += 1), from: 13800000001, to: 801 }), {}],
    ],
    [
      'form fields',
      () => [new URLSearchParams({ event: 'ring', callId: fresh(), from: '13800000001', to: '801' }), {}],
    ],
    [
      'a multipart form',
      () => {
        const form = new FormData()
        for (const [key, value] of Object.entries({
          event: 'ring',
          callId: fresh(),
          from: '13800000001',
          to: '801',
          line: '400',
        }))
          form.append(key, value)
        return [form, {}]
      },
    ],
  ] as [string, () => [BodyInit, Record<string, string>]][])('takes %s', async (_, make) => {
    const [body, headers] = make()
    const response = await post(body, { ...headers, ...bearer })
    expect([response.status, await response.json()]).toMatchObject([200, { state: 'ringing' }])
  })

  it('takes the token in the path where the exchange can set no header', async () => {
    const body = JSON.stringify({ event: 'ring', callId: fresh(), from: '13800000001', to: '801' })
    expect((await post(body, {}, '/hooks/hook-token/call')).status).toBe(200)
    expect((await post(body, {}, '/hooks/wrong/call')).status).toBe(401)
  })

  it.each([
    ['no token', {}],
    ['a wrong token', { authorization: 'Bearer hook-tokem' }],
    ['half a token', { authorization: 'Bearer hook' }],
  ])('refuses %s', async (_, headers) => {
    const response = await post('{}', headers as Record<string, string>)
    expect(response.status).toBe(401)
    expect(await response.json()).toMatchObject({ failure: { kind: 'signedOut', text: 'intake.failure.hook.token' } })
  })

  it.each([
    ['event', { event: 'rang', callId: 'x', from: '1', to: '2' }],
    ['event', { callId: 'x', from: '1', to: '2' }],
    ['callId', { event: 'ring', callId: ' ', from: '1', to: '2' }],
    ['from', { event: 'ring', callId: 'x', to: '2' }],
    ['from', { event: 'ring', callId: 'x', from: { evil: 1 }, to: '2' }],
    ['at', { event: 'ring', callId: 'x', from: '1', to: '2', at: 'yesterday' }],
    ['line', { event: 'ring', callId: 'x', from: '1', to: '2', line: 'x'.repeat(61) }],
  ])('names the field %s of a malformed event', async (field, event) => {
    const response = await post(JSON.stringify(event), bearer)
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ failure: { text: `intake.failure.hook.${field}`, field } })
  })

  it.each([
    ['no JSON', 'event=ring', {}],
    ['a list', '[1]', {}],
    ['a broken form', 'x', { 'content-type': 'multipart/form-data' }],
    ['too much', 'x'.repeat(65 * 1024), {}],
  ])('refuses %s as a body', async (_, body, headers) => {
    const response = await post(body, { ...bearer, ...(headers as Record<string, string>) })
    expect([response.status, ((await response.json()) as { failure: { field: string } }).failure.field]).toEqual([
      400,
      'body',
    ])
  })

  it('knows no other hook and no other method', async () => {
    expect((await post('{}', bearer, '/hooks/else')).status).toBe(404)
    expect((await house.station.handle(new Request('http://station/hooks/call', { headers: bearer }))).status).toBe(404)
  })

  it('announces a ring at once', async () => {
    const stop = new AbortController()
    const heard = house.station.services.changes.follow(stop.signal)
    const first = heard.next()
    await send({ event: 'ring', callId: fresh(), from: '13800000009', to: '801' })
    expect((await first).value).toMatchObject([{ kind: 'intake.call', urgent: true }])
    stop.abort()
  })

  it('rings at the seat of the extension only, with the number whole', async () => {
    await send({ event: 'ring', callId: fresh(), from: '0138 1111 0001', to: 'SIP/801-0000002a', at: seconds(0) })
    expect(await idsOf('周敏', '13811110001')).toEqual(['ringing'])
    expect(await idsOf('钱丽', '13811110001')).toEqual([])
    expect((await mine('周敏')).find((call) => call.number === '13811110001')?.numberShown).toBe('138 1111 0001')
  })

  it('rings at every free seat when the hotline is called, and leaves the others once one answers', async () => {
    const callId = fresh()
    await send({ event: 'ring', callId, from: '13811110002', to: '4000008003', at: seconds(0) })
    expect([await idsOf('周敏', '13811110002'), await idsOf('钱丽', '13811110002')]).toEqual([['ringing'], ['ringing']])
    await send({ event: 'answer', callId, from: '13811110002', to: '802', at: seconds(6) })
    expect([await idsOf('周敏', '13811110002'), await idsOf('钱丽', '13811110002')]).toEqual([[], ['answered']])
    await send({ event: 'ring', callId: fresh(), from: '13811110003', to: '4000008003', at: seconds(8) })
    expect([await idsOf('周敏', '13811110003'), await idsOf('钱丽', '13811110003')]).toEqual([['ringing'], []])
    await send({ event: 'hangup', callId, from: '13811110002', to: '802', at: seconds(90) })
    expect(await idsOf('钱丽', '13811110002')).toEqual(['ended'])
    const operator = await house.as('operator', '钱丽')
    const { id } = (await operator.intake.mine()).find((call) => call.number === '13811110002')!
    await operator.intake.record(repairCall({ callId: id, phone: '13811110002' }))
    expect(await idsOf('钱丽', '13811110002')).toEqual([])
  })

  it.each([
    ['the hotline', '4000008003', '4000008003'],
    ['an extension nobody has', '4000008003', '899'],
    ['two extensions, answered at the hotline', '801', '4000008003'],
  ])('stays with the seats it rang at when answered by nobody known: %s', async (_, rang, answered) => {
    const callId = fresh()
    const from = `1381112${String((nth += 1)).padStart(4, '0')}`
    const states = () => Promise.all(['周敏', '钱丽', '没有分机'].map((name) => idsOf(name, from)))
    const told = [
      { event: 'ring', callId, from, to: rang, at: seconds(0) },
      ...(rang === '801' ? [{ event: 'ring', callId, from, to: '802', at: seconds(0) }] : []),
      { event: 'answer', callId, from, to: answered, at: seconds(5) },
    ]
    for (const event of [...told].reverse()) await send(event)
    expect(await states()).toEqual([['answered'], ['answered'], []])
    const supervisor = await house.as('supervisor')
    expect((await supervisor.intake.seats()).filter(({ state }) => state === 'talking')).toEqual([])
    const operator = await house.as('operator', '钱丽')
    const { id, memberId } = (await operator.intake.mine()).find((call) => call.number === from)!
    expect(memberId).toBeNull()
    await operator.intake.record(repairCall({ callId: id, phone: from }))
    expect(await states()).toEqual([[], ['answered'], []])
    expect((await send({ event: 'hangup', callId, from, to: answered, at: seconds(60) })).state).toBe('ended')
    expect(await states()).toEqual([[], [], []])
    expect((await operator.intake.recent({ text: from })).rows).toMatchObject([{ memberName: '钱丽' }])
  })

  it('leaves every seat with the hang-up when nobody known answered and nobody wrote it down', async () => {
    const call = { callId: fresh(), from: '13811110077', to: '4000008003' }
    for (const [event, at] of [
      ['ring', 0],
      ['answer', 5],
      ['hangup', 40],
    ] as const)
      await send({ ...call, event, at: seconds(at) })
    expect([await idsOf('周敏', call.from), await idsOf('没有分机', call.from)]).toEqual([[], []])
  })

  it('is of the member whose work number answered', async () => {
    const { memberId } = await house.seat('operator', '吴工')
    await house.station.services.database.write((tx) =>
      tx.update(MemberEntity, { id: memberId }, { workNumber: '0181' }),
    )
    const call = { callId: fresh(), from: '13811110078' }
    await send({ ...call, event: 'ring', to: '4000008003', at: seconds(0) })
    await send({ ...call, event: 'answer', to: '0181', at: seconds(5) })
    expect(await Promise.all(['周敏', '吴工'].map((name) => idsOf(name, call.from)))).toEqual([[], ['answered']])
    await send({ ...call, event: 'hangup', to: '0181', at: seconds(9) })
  })

  it('rings at several named extensions and at no other', async () => {
    const callId = fresh()
    await extension('孙悦', '803')
    await send({ event: 'ring', callId, from: '13811110004', to: '801', at: seconds(0) })
    await send({ event: 'ring', callId, from: '13811110004', to: '803', at: seconds(0) })
    expect(await Promise.all(['周敏', '孙悦'].map((name) => idsOf(name, '13811110004')))).toEqual([
      ['ringing'],
      ['ringing'],
    ])
    const operator = await house.as('operator', '没有分机')
    expect((await operator.intake.mine()).some((call) => call.number === '13811110004')).toBe(false)
  })

  it('queues who hung up unanswered; reaching him settles all his lost calls, a vain try is counted', async () => {
    const operator = await house.as('operator', '周敏')
    for (const start of [0, 60, 120]) {
      const callId = fresh()
      await send({ event: 'ring', callId, from: '13822220001', to: '4000008003', at: seconds(start) })
      expect(
        (await send({ event: 'hangup', callId, from: '13822220001', to: '4000008003', at: seconds(start + 20) })).state,
      ).toBe('lost')
    }
    const waiting = async () => (await operator.intake.lost()).find((caller) => caller.number === '13822220001')
    expect(await waiting()).toMatchObject({
      count: 3,
      firstAt: seconds(0),
      lastAt: seconds(120),
      rangSeconds: 20,
      tries: 0,
    })
    house.clock.at = seconds(600)
    const vain = { id: newId(), number: '13822220001', at: seconds(300), reached: false }
    expect(await operator.intake.callBack(vain)).toEqual({ closed: 0 })
    await operator.intake.callBack(vain)
    expect(await waiting()).toMatchObject({ count: 3, tries: 1 })
    const reached = { id: newId(), number: '138 2222 0001', at: seconds(400), reached: true }
    expect(await operator.intake.callBack(reached)).toEqual({ closed: 3 })
    expect(await operator.intake.callBack(reached)).toEqual({ closed: 3 })
    expect(await waiting()).toBeUndefined()
    expect(
      await refusal(operator.intake.callBack({ id: newId(), number: '--', at: seconds(1), reached: true })),
    ).toMatchObject({ field: 'number' })
    house.clock.at = seconds(0)
  })

  it('takes a caller out of the queue who got through, whichever is told first', async () => {
    const operator = await house.as('operator', '周敏')
    for (const [number, order] of [
      ['13833330001', [0, 1]],
      ['13833330002', [1, 0]],
    ] as const) {
      const lost = fresh()
      const later = fresh()
      const stories = [
        [
          { event: 'ring', callId: lost, at: seconds(0) },
          { event: 'hangup', callId: lost, at: seconds(9) },
        ],
        [
          { event: 'ring', callId: later, at: seconds(30) },
          { event: 'answer', callId: later, at: seconds(33) },
        ],
      ]
      for (const which of order) for (const event of stories[which]!) await send({ ...event, from: number, to: '801' })
      expect((await operator.intake.lost()).map((caller) => caller.number)).not.toContain(number)
    }
  })

  it('ends in the same call whatever the order and however often its events come', async () => {
    const story = (callId: string, from: string): Event[] => [
      { event: 'ring', callId, from, to: '801', at: seconds(0), line: '400' },
      { event: 'ring', callId, from, to: '802', at: seconds(0) },
      { event: 'hangup', callId, from, to: '801', at: seconds(4) },
      { event: 'answer', callId, from, to: '802', at: '2026-11-20T10:36:05+08:00' },
      { event: 'hangup', callId, from, to: '802', at: seconds(65) },
    ]
    const operator = await house.as('operator', '钱丽')
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }),
        fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 3 }),
        async (order, again) => {
          const number = `1384444${String((nth += 1)).padStart(4, '0')}`
          const events = story(fresh(), number)
          for (const which of [...order, ...again]) await send(events[which]!)
          const [call, ...more] = (await operator.intake.recent({ text: number })).rows
          expect(more).toEqual([])
          expect(call).toMatchObject({
            state: 'ended',
            number,
            memberName: '钱丽',
            line: '400',
            ringAt: seconds(0),
            answeredAt: seconds(5),
            hungUpAt: seconds(65),
          })
        },
      ),
      { numRuns: 25 },
    )
  })

  it('loses nothing when all events of a call come at once', async () => {
    const callId = fresh()
    const from = '13855550001'
    const events = [
      { event: 'ring', callId, from, to: '801', at: seconds(0) },
      { event: 'answer', callId, from, to: '801', at: seconds(3) },
      { event: 'hangup', callId, from, to: '801', at: seconds(30) },
    ]
    await Promise.all([...events, ...events].map(send))
    const [call, ...more] = (await (await house.as('operator', '周敏')).intake.recent({ text: from })).rows
    expect([call?.state, more]).toEqual(['ended', []])
  })

  it('counts a copy without an instant once', async () => {
    const event = { event: 'ring', callId: fresh(), from: '13866660001', to: '801' }
    await send(event)
    house.clock.at = seconds(5)
    await send(event)
    const [call] = (await (await house.as('operator', '周敏')).intake.recent({ text: '13866660001' })).rows
    expect(call?.ringAt).toBe(seconds(0))
    house.clock.at = seconds(0)
  })

  it('keeps a withheld number empty and out of the queue', async () => {
    const callId = fresh()
    await send({ event: 'ring', callId, from: 'anonymous', to: '801', at: seconds(0) })
    await send({ event: 'hangup', callId, from: 'anonymous', to: '801', at: seconds(9) })
    expect((await (await house.as('operator', '周敏')).intake.lost()).some((caller) => caller.number === '')).toBe(
      false,
    )
  })

  it('shows the supervisor seats and today’s pick-ups by the seconds of the policies that count (R001)', async () => {
    const supervisor = await house.as('supervisor')
    const board = await supervisor.tickets.board()
    expect(board.callsToday).toBeGreaterThan(10)
    expect(board).toMatchObject({ answeredInTime: 100, answerSeconds: 20 })
    const callId = fresh()
    await send({ event: 'ring', callId, from: '13877770001', to: '803', at: seconds(-20) })
    await send({ event: 'answer', callId, from: '13877770001', to: '803', at: seconds(-9) })
    expect((await supervisor.tickets.board()).answeredInTime).toBe(100)

    const { id: basedOn, policy } = await supervisor.admin.policy({ id: null })
    const calls = { ...policy.calls, answerSeconds: 10, rule: 'house' }
    const draft = { basedOn, kept: [], reason: '', runningCases: 'finish' as const, policy: { ...policy, calls } }
    await supervisor.admin.savePolicy({ ...draft, id: newId(), effectiveOn: null })
    const strict = await supervisor.tickets.board()
    expect(strict.answerSeconds).toBe(10)
    expect(strict.answeredInTime).toBeLessThan(100)
    const seats = await supervisor.intake.seats()
    expect(seats.find((seat) => seat.name === '孙悦')).toMatchObject({ state: 'talking', sinceAt: seconds(-9) })
  })
})
