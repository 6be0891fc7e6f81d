import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../main/new-id.ts'
import { engines, openTestStation, type Caller, type TestStation } from '../kit/station.ts'

describe.each(engines)(
  'lost calls where exchange, seat and station go by clocks of their own, on %s (house)',
  (engine) => {
    let house: TestStation
    let clerk: Caller
    let nth = 0

    beforeAll(async () => {
      house = await openTestStation(engine)
      clerk = await house.as('operator')
    })
    afterAll(() => house.close())

    /** What the exchange tells when the station's clock stands at `now`, `minutes` away from it. */
    const tell = async (
      now: string,
      event: 'ring' | 'answer' | 'hangup',
      callId: string,
      from: string,
      minutes = 0,
    ) => {
      house.clock.at = `2026-11-24T${now}.000Z`
      const at = new Date(Date.parse(house.clock.at) + minutes * 60_000).toISOString()
      const request = new Request('http://127.0.0.1/hooks/call', {
        method: 'POST',
        headers: { authorization: 'Bearer hook-token', 'content-type': 'application/json' },
        body: JSON.stringify({ event, callId, from, to: event === 'answer' ? '801' : '400', at }),
      })
      expect((await house.station.handle(request)).status).toBe(200)
    }
    const nextNumber = () => `1360000${String((nth += 1)).padStart(4, '0')}`
    const lost = async (number: string, now: string, minutes = 0) => {
      const callId = `${number}/${now}`
      await tell(`${now}:00`, 'ring', callId, number, minutes)
      await tell(`${now}:20`, 'hangup', callId, number, minutes)
    }
    const answered = async (number: string, now: string, minutes = 0) => {
      const callId = `${number}/${now}`
      await tell(`${now}:00`, 'ring', callId, number, minutes)
      await tell(`${now}:05`, 'answer', callId, number, minutes)
      await tell(`${now}:50`, 'hangup', callId, number, minutes)
    }
    const reached = async (number: string, now: string, minutes = 0) => {
      house.clock.at = `2026-11-24T${now}:00.000Z`
      const at = new Date(Date.parse(house.clock.at) + minutes * 60_000).toISOString()
      return (await clerk.intake.callBack({ id: newId(), number, at, reached: true })).closed
    }
    const waits = async (number: string) =>
      (await clerk.intake.lost()).filter((caller) => caller.number === number).length

    it('a seat that is behind, and an exchange that is ahead, close what was reached', async () => {
      const [behind, ahead] = [nextNumber(), nextNumber()]
      await lost(behind, '03:00')
      expect(await reached(behind, '03:05', -10)).toBe(1)
      await lost(ahead, '03:10', 480)
      expect(await waits(ahead)).toBe(1)
      expect(await reached(ahead, '03:15')).toBe(1)
      expect([await waits(behind), await waits(ahead)]).toEqual([0, 0])
    })

    it('who rings again after being reached stands in the queue, though the exchange is minutes behind', async () => {
      const number = nextNumber()
      expect(await reached(number, '04:00')).toBe(0)
      await lost(number, '04:03', -5)
      expect(await waits(number)).toBe(1)
    })

    it('who rings in vain after a conversation waits though the exchange was set back meanwhile; one before it does not', async () => {
      const number = nextNumber()
      await answered(number, '05:00', 30)
      await lost(number, '05:10')
      expect(await waits(number)).toBe(1)
      await answered(number, '05:20', -60)
      expect(await waits(number)).toBe(0)
    })

    it('who begins to speak by hand is lost no longer', async () => {
      const number = nextNumber()
      await lost(number, '06:00', 5)
      house.clock.at = '2026-11-24T06:02:00.000Z'
      await clerk.intake.startCall({ id: newId(), number, direction: 'in', at: '2026-11-24T05:50:00.000Z' })
      expect(await waits(number)).toBe(0)
    })
  },
)
