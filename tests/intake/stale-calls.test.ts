import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { MemberEntity } from '../../main/house/entities.ts'
import { newId } from '../../main/new-id.ts'
import { believedState, lastHeard } from '../../shared/intake/rules.ts'
import type { CallState } from '../../shared/intake/schema.ts'
import { engines, openTestStation, type TestStation } from '../kit/station.ts'
import { repairCall } from '../tickets/desk.ts'

const limits = { ringMinutes: 3, talkMinutes: 240 }
const start = Date.parse('2026-11-20T02:36:00.000Z')
const seconds = (count: number) => new Date(start + count * 1000).toISOString()

describe('a call nothing more is heard of', () => {
  it.each([
    ['ringing', 180, 'ringing'],
    ['ringing', 181, 'lost'],
    ['answered', 181, 'answered'],
    ['answered', 4 * 3600, 'answered'],
    ['answered', 4 * 3600 + 1, 'ended'],
    ['lost', 99_999, 'lost'],
    ['ended', 99_999, 'ended'],
    ['ringing', -30, 'ringing'],
  ] as [CallState, number, CallState][])('%s after %i s is %s', (state, after, expected) =>
    expect(believedState(state, seconds(0), seconds(after), limits)).toBe(expected),
  )

  it('was last heard of when its latest event was told, never ahead of its arrival', () => {
    expect(lastHeard([])).toBeNull()
    expect(
      lastHeard([
        { at: seconds(0), receivedAt: seconds(90) },
        { at: seconds(999), receivedAt: seconds(20) },
      ]),
    ).toBe(seconds(20))
  })
})

describe.each(engines)('a lost hang-up on %s', (engine) => {
  let house: TestStation
  let nth = 0

  beforeAll(async () => {
    house = await openTestStation(engine)
    await house.station.scheduler.start()
    const seat = await house.seat('operator', '周敏')
    seat.extension = '801'
    await house.station.services.database.write((tx) =>
      tx.update(MemberEntity, { id: seat.memberId }, { extension: '801' }),
    )
  })
  beforeEach(() => moveTo(0))
  afterAll(() => house.close())

  const moveTo = async (count: number) => {
    house.clock.at = seconds(count)
    await house.station.scheduler.tick()
  }
  const desk = () => house.as('operator', '周敏')
  const freshCall = () => ({ callId: `stale-${(nth += 1)}`, from: `1380000${String(nth).padStart(4, '0')}` })
  const tell = async (call: { callId: string; from: string }, event: string, at: number, to = '801') => {
    const response = await house.station.handle(
      new Request('http://station/hooks/call', {
        method: 'POST',
        headers: { authorization: 'Bearer hook-token' },
        body: JSON.stringify({ ...call, event, to, at: seconds(at) }),
      }),
    )
    return ((await response.json()) as { state: string }).state
  }
  const stored = async ({ from }: { from: string }) =>
    (await (await desk()).intake.recent({ text: from })).rows.find(({ direction }) => direction === 'in')!
  const stateOf = async (call: { from: string }) => {
    const operator = await desk()
    const row = (await operator.intake.mine()).find(({ number }) => number === call.from)
    const lost = (await operator.intake.lost()).some(({ number }) => number === call.from)
    return lost ? 'lost' : (row?.state ?? 'gone')
  }

  it('makes the ring a lost call after three minutes, once', async () => {
    const call = freshCall()
    await tell(call, 'ring', 0)
    await moveTo(180)
    expect(await stateOf(call)).toBe('ringing')
    const stop = new AbortController()
    const heard: string[] = []
    const following = (async () => {
      for await (const hints of house.station.services.changes.follow(stop.signal))
        heard.push(...hints.flatMap(({ kind, id }) => (kind === 'intake.call' ? [id] : [])))
    })()
    await moveTo(196)
    await moveTo(230)
    await house.station.scheduler.tick()
    stop.abort()
    await following.catch(() => undefined)
    expect(await stateOf(call)).toBe('lost')
    const { id, hungUpAt } = await stored(call)
    expect([hungUpAt, heard.filter((each) => each === id)]).toEqual([null, [id]])
  })

  it('honours a late answer and a late hang-up, and a late copy of the ring changes nothing', async () => {
    const call = freshCall()
    await tell(call, 'ring', 0)
    await moveTo(200)
    expect(await tell(call, 'ring', 0)).toBe('lost')
    await (await desk()).intake.callBack({ id: newId(), number: call.from, at: seconds(200), reached: true })
    expect(await stateOf(call)).toBe('gone')
    expect(await tell(call, 'answer', 8)).toBe('answered')
    expect(await stateOf(call)).toBe('answered')
    await moveTo(400)
    expect(await stateOf(call)).toBe('answered')
    expect(await tell(call, 'hangup', 95)).toBe('ended')
    expect(await stored(call)).toMatchObject({ answeredAt: seconds(8), hungUpAt: seconds(95) })
  })

  it('ends a conversation after four hours, and honours its hang-up still', async () => {
    const call = freshCall()
    await tell(call, 'ring', 0)
    await tell(call, 'answer', 5)
    await moveTo(4 * 3600)
    expect((await stored(call)).state).toBe('answered')
    await moveTo(4 * 3600 + 25)
    await moveTo(4 * 3600 + 60)
    expect(await stored(call)).toMatchObject({ state: 'ended', hungUpAt: null })
    expect(await tell(call, 'hangup', 5 * 3600)).toBe('ended')
    expect((await stored(call)).hungUpAt).toBe(seconds(5 * 3600))
  })

  it('ends a conversation begun by hand', async () => {
    const operator = await desk()
    const id = newId()
    await operator.intake.startCall({ id, number: '13899990001', direction: 'in', at: seconds(0) })
    await moveTo(4 * 3600)
    expect((await stored({ from: '13899990001' })).state).toBe('answered')
    await moveTo(4 * 3600 + 20)
    expect((await stored({ from: '13899990001' })).state).toBe('ended')
  })

  it('keeps ringing while the exchange goes on telling so', async () => {
    const call = freshCall()
    for (const at of [0, 100, 200, 300]) {
      await moveTo(at)
      await tell(call, 'ring', at)
    }
    await moveTo(470)
    expect(await stateOf(call)).toBe('ringing')
    await moveTo(490)
    expect(await stateOf(call)).toBe('lost')
  })

  it('gives up the ring of an exchange whose clock goes hours ahead', async () => {
    const call = freshCall()
    await tell(call, 'ring', 8 * 3600)
    await moveTo(200)
    expect((await stored(call)).state).toBe('lost')
  })

  it('does not call back somebody who was written down meanwhile', async () => {
    const call = freshCall()
    await tell(call, 'ring', 0)
    const operator = await desk()
    const row = (await operator.intake.mine()).find(({ number }) => number === call.from)!
    await operator.intake.record(repairCall({ callId: row.id, phone: call.from }))
    await moveTo(200)
    expect(await stateOf(call)).not.toBe('lost')
    await tell(call, 'hangup', 60)
    expect(await stateOf(call)).not.toBe('lost')
    const other = freshCall()
    await tell(other, 'ring', 200)
    await tell(other, 'hangup', 210)
    expect(await stateOf(other)).toBe('lost')
    const { id } = await stored(other)
    await operator.intake.record(repairCall({ callId: id, phone: other.from }))
    expect(await stateOf(other)).toBe('gone')
  })

  it('ends in the same call whenever the job runs between events in whatever order', async () => {
    const story: [string, number][] = [
      ['ring', 0],
      ['answer', 6],
      ['hangup', 70],
    ]
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
        fc.array(fc.integer({ min: 1, max: 20_000 }), { minLength: 3, maxLength: 3 }),
        async (order, waits) => {
          const call = freshCall()
          let now = 70
          house.clock.at = seconds(now)
          for (const [index, which] of order.entries()) {
            await tell(call, ...story[which]!)
            await moveTo((now += waits[index]!))
          }
          expect(await stored(call)).toMatchObject({
            ...{ state: 'ended', ringAt: seconds(0), answeredAt: seconds(6), hungUpAt: seconds(70) },
          })
        },
      ),
      { numRuns: engine === 'sqlite' ? 20 : 8 },
    )
  })
})
