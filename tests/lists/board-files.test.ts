import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSession } from '../../main/house/sessions.ts'
import { newId } from '../../main/new-id.ts'
import { refusal } from '../kit/refusal.ts'
import { engines, openTestStation, type TestStation } from '../kit/station.ts'
import { minutes, sentCase } from '../tickets/desk.ts'

describe.each(engines)('what stands on the board, as files the station writes, on %s', (engine) => {
  let house: TestStation

  beforeAll(async () => {
    house = await openTestStation(engine)
    await sentCase(house, '孙师傅', { customerName: '青禾路小学食堂', phone: '138 1234 5678' })
    for (const [event, at] of [
      ['ring', minutes(0)],
      ['hangup', minutes(1)],
    ] as const)
      await house.station.handle(
        new Request('http://127.0.0.1/hooks/call', {
          method: 'POST',
          headers: { authorization: 'Bearer hook-token', 'content-type': 'application/json' },
          body: JSON.stringify({ event, callId: 'c1', from: '13700001111', to: '4000008003', at }),
        }),
      )
  })
  afterAll(() => house.close())

  /** The lines of a list's file as a supervisor gets it. */
  async function written(list: string, columns: string[], wish = {}): Promise<string[]> {
    const desk = await house.as('supervisor')
    const id = newId()
    await desk.lists.askExport({ id, list, name: '看板', wish, columns, language: 'zh-CN', isWhole: false })
    await house.station.scheduler.tick()
    const row = (await desk.lists.exports()).find((each) => each.id === id)
    expect(row).toMatchObject({ state: 'done' })
    const { services } = house.station
    const { memberId } = await house.seat('supervisor')
    const cookie = await services.database.write((tx) => openSession(services, tx, memberId, 'test'))
    const headers = { cookie: cookie.split(';')[0]! }
    const answer = await house.station.handle(new Request(`http://127.0.0.1/files/${row!.hash!}`, { headers }))
    return (await answer.text()).trim().split('\r\n')
  }

  it('lost callers: once each, the number covered', async () => {
    const lines = await written('intake.lost', ['number', 'count', 'first'])
    expect(lines).toHaveLength(2)
    expect(lines[1]).toContain('137 **** 1111')
    expect(lines.join()).not.toContain('13700001111')
  })

  it('the visits of a day: who goes when, on the clock of the company', async () => {
    const columns = ['technician', 'from', 'number', 'fault', 'state']
    const lines = await written('tickets.visits', columns, { day: '2026-11-20' })
    expect(lines).toHaveLength(2)
    expect(lines[1]).toMatch(/^孙师傅,2026-11-20 11:36,GD20261120-0001,青禾路小学食堂 · 双眼大锅灶,已派/)
    expect(await written('tickets.visits', columns, { day: '2026-11-21' })).toHaveLength(1)
  })

  it('the seats of the desk', async () => {
    const lines = await written('intake.seats', ['member', 'state'])
    expect(lines.slice(1)).toContain('operator,离开')
  })

  it('are refused to a role that does not see them', async () => {
    const asked = { id: newId(), name: '看板', wish: {}, language: 'zh-CN' as const, isWhole: false }
    const follower = await house.as('followupUser')
    for (const [list, column] of [
      ['intake.lost', 'number'],
      ['intake.seats', 'member'],
      ['tickets.visits', 'technician'],
    ] as const)
      expect(await refusal(follower.lists.askExport({ ...asked, list, columns: [column] }))).toMatchObject({
        kind: 'notFound',
      })
  })
})
