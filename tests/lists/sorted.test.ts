import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../main/new-id.ts'
import { callSorts, registerSorts } from '../../shared/intake/lists.ts'
import { ledgerSorts, ticketSorts } from '../../shared/tickets/lists.ts'
import { type Caller, engines, openTestStation, type TestStation } from '../kit/station.ts'
import { minutes, openCase, repairCall, sentCase, solved } from '../tickets/desk.ts'

type Page = { rows: { id: string }[]; next: string | null }
type Ask = (desk: Caller, wish: { sort?: never; after: string | null; limit: number }) => Promise<Page>

/** As much as somebody may tell, alike for longer than a cursor could hold; each by other signs that a cursor writes at length. */
const told = (nth: number) =>
  `第${'一二三四'[nth]}灶${['"', '火', '🔥', '\\'][nth]!}`.padEnd(480, ['"', '火', '🔥', '\\'][nth])

const lists: Record<string, { sorts: readonly string[]; ask: Ask }> = {
  register: { sorts: registerSorts, ask: (desk, wish) => desk.intake.register(wish) },
  calls: { sorts: callSorts, ask: (desk, wish) => desk.intake.recent(wish) },
  ledger: { sorts: ledgerSorts, ask: (desk, wish) => desk.tickets.ledger(wish) },
  cases: { sorts: ticketSorts, ask: (desk, wish) => desk.tickets.list({ ...wish, view: 'all' }) },
}

describe.each(engines)('register, calls, ledger and cases on %s', (engine) => {
  let house: TestStation
  let desk: Caller
  let technicianId: string

  beforeAll(async () => {
    house = await openTestStation(engine)
    desk = await house.as('supervisor')
    const operator = await house.as('operator')
    for (let nth = 0; nth < 3; nth += 1) {
      house.clock.at = minutes(nth)
      const customerName = ['历下食堂', '槐荫食堂', '市中酒店'][nth]!
      const sent = await sentCase(house, '孙师傅', {
        ...{
          customerName,
          symptom: told(nth),
          phone: `1380000000${nth}`,
          productName: ['蒸饭柜', '双眼大锅灶', '煲仔炉'][nth]!,
        },
      })
      technicianId = sent.technicianId
      await desk.tickets.recordResult(solved(sent.ticketId, sent.technicianId, { result: told(nth) }))
      await desk.tickets.enterLedger({ id: newId(), ticketId: sent.ticketId, inWarranty: nth !== 1 })
      if (nth === 0) await desk.tickets.archive({ ticketId: sent.ticketId })
    }
    house.clock.at = minutes(4)
    await openCase(house, {
      ...{ customerName: '市中食堂', phone: '13900000001', channel: 'walkIn', symptom: told(3) },
    })
    await operator.intake.record(repairCall({ outcome: 'complaint', phone: '13900000002', receivedAt: minutes(4) }))
    const calls = [
      { number: '13700000001', at: minutes(0), answer: 10, hangup: 100 },
      { number: '13700000002', at: minutes(1), answer: 5, hangup: 15 },
      { number: '13700000003', at: minutes(2), answer: null, hangup: 30 },
    ]
    for (const [nth, { number, at, answer, hangup }] of calls.entries()) {
      const after = (seconds: number) => new Date(Date.parse(at) + seconds * 1000).toISOString()
      await hook({ event: 'ring', callId: `c${nth}`, from: number, to: '4000008003', at })
      if (answer !== null)
        await hook({ event: 'answer', callId: `c${nth}`, from: number, to: '4000008003', at: after(answer) })
      await hook({ event: 'hangup', callId: `c${nth}`, from: number, to: '4000008003', at: after(hangup) })
    }
  })
  afterAll(() => house.close())

  const hook = async (event: Record<string, string>) => {
    const answer = await house.station.handle(
      new Request('http://127.0.0.1/hooks/call', {
        method: 'POST',
        headers: { authorization: 'Bearer hook-token', 'content-type': 'application/json' },
        body: JSON.stringify(event),
      }),
    )
    expect(answer.status).toBeLessThan(300)
  }
  const walk = async (ask: Ask, sort: object | null, limit: number) => {
    const met: { id: string }[] = []
    let after: string | null = null
    do {
      const page: Page = await ask(desk, { after, limit, ...(sort ? { sort } : {}) } as never)
      met.push(...page.rows)
      after = page.next
    } while (after !== null)
    return met
  }

  it.each(Object.entries(lists).flatMap(([name, { sorts, ask }]) => sorts.map((by) => ({ name, by, ask }))))(
    'the $name by $by: every row once at any page, the other way round backwards but for the empty ones',
    async ({ ask, by }) => {
      const usual = (await walk(ask, null, 200)).map(({ id }) => id)
      expect(usual.length).toBeGreaterThan(2)
      const up = (await walk(ask, { by, isDown: false }, 2)).map(({ id }) => id)
      const down = (await walk(ask, { by, isDown: true }, 2)).map(({ id }) => id)
      const whole = (await walk(ask, { by, isDown: false }, 200)).map(({ id }) => id)
      expect(new Set(up)).toEqual(new Set(usual))
      expect(up).toHaveLength(usual.length)
      expect(up).toEqual(whole)
      expect(new Set(down)).toEqual(new Set(usual))
      expect(down).toHaveLength(usual.length)
    },
  )

  it('stand in the order of what is read', async () => {
    const column = async <Row>(rows: Promise<{ rows: Row[] }>, of: (row: Row) => unknown) => (await rows).rows.map(of)
    const up = <By>(by: By) => ({ sort: { by, isDown: false } })
    const down = <By>(by: By) => ({ sort: { by, isDown: true } })
    expect(await column(desk.tickets.ledger(up('product' as const)), ({ product }) => product)).toEqual([
      '煲仔炉',
      '双眼大锅灶',
      '蒸饭柜',
    ])
    expect(await column(desk.tickets.ledger(down('lineNo' as const)), ({ lineNo }) => lineNo)).toEqual([3, 2, 1])
    const archived = await column(desk.tickets.ledger(up('archiveNo' as const)), ({ archiveNo }) => archiveNo !== null)
    expect(archived).toEqual([true, false, false])
    expect(await column(desk.intake.recent(down('talked' as const)), ({ answeredAt }) => answeredAt !== null)).toEqual([
      true,
      true,
      false,
    ])
    expect(await column(desk.intake.recent(up('rang' as const)), ({ state }) => state)).toEqual([
      'ended',
      'ended',
      'lost',
    ])
    const names = await column(
      desk.intake.register(up('customer' as const)),
      ({ customerName, contactName }) => customerName || contactName,
    )
    // As they are spelled and as the archive has them, not as their signs are counted.
    expect(names).toEqual(['槐荫食堂', '历下食堂', '青禾路小学食堂', '市中酒店', '市中食堂'])
  })

  it('are narrowed, and summed up as they are narrowed', async () => {
    expect(await desk.tickets.ledgerTotals({})).toEqual({
      ...{ count: 3, isMore: false, leftOut: [], sums: { inWarranty: 2, outOfWarranty: 1, archived: 1 } },
    })
    expect(await desk.tickets.ledgerTotals({ inWarranty: 'no' })).toMatchObject({ count: 1, sums: { inWarranty: 0 } })
    expect((await desk.tickets.ledger({ inWarranty: 'no' })).rows.map(({ lineNo }) => lineNo)).toEqual([2])
    expect((await desk.tickets.ledger({ text: '3' })).rows.map(({ lineNo }) => lineNo)).toEqual([3])
    expect(await desk.tickets.ledgerTotals({ personId: technicianId, onFrom: '2026-11-21' })).toMatchObject({
      count: 0,
    })
    expect(await desk.intake.registerTotals({})).toEqual({
      ...{ count: 5, isMore: false, leftOut: [], sums: { repair: 4, consult: 0, complaint: 1, followUpLate: 0 } },
    })
    expect((await desk.intake.register({ channel: 'walkIn' })).rows.map(({ customerName }) => customerName)).toEqual([
      '市中食堂',
    ])
    expect(await desk.intake.registerTotals({ outcome: 'complaint' })).toMatchObject({ count: 1, sums: { repair: 0 } })
    expect(await desk.intake.registerTotals({ receivedFrom: '2026-11-21' })).toMatchObject({ count: 0 })
    for (const [to, count] of [
      ['2026-11-19', 0],
      ['2026-11-30', 5],
    ] as const)
      expect(await desk.intake.registerTotals({ receivedFrom: '2026-11-01', receivedTo: to })).toMatchObject({ count })
    expect(await desk.tickets.ledgerTotals({ onTo: '2026-11-19' })).toMatchObject({ count: 0 })
    expect(await desk.tickets.ledgerTotals({ onTo: '2026-11-30' })).toMatchObject({ count: 3 })
    expect(await desk.intake.callTotals({ startedTo: '2026-11-19' })).toMatchObject({ count: 0 })
    expect(await desk.intake.callTotals({ startedTo: '2026-11-20' })).toMatchObject({ count: 3 })
    expect(await desk.intake.registerTotals({ text: '没有这个人' })).toMatchObject({ count: 0, sums: { repair: 0 } })
    expect(await desk.intake.callTotals({})).toEqual({
      ...{ count: 3, isMore: false, leftOut: [], sums: { answered: 2, lost: 1, talkedSeconds: 100 } },
    })
    expect((await desk.intake.recent({ state: 'lost' })).rows).toHaveLength(1)
    expect(await desk.intake.callTotals({ direction: 'out' })).toMatchObject({ count: 0 })
    expect(await desk.intake.callTotals({ startedFrom: '2026-11-20' })).toMatchObject({ count: 3 })
    expect(await desk.intake.callTotals({ memberId: newId() })).toMatchObject({ count: 0 })
  })

  it('have figures as they count: the tenth behind the ninth, where the scheme is narrower', async () => {
    const { database } = house.station.services
    const { rows } = await desk.tickets.ledger({ sort: { by: 'lineNo', isDown: false } })
    const numbers = ['9', '10', '100']
    for (const [nth, { ticketId }] of rows.entries()) {
      const set = async (table: string, column: string, id: string, number: string) =>
        database.write((tx) =>
          tx.query(database.sql(`UPDATE "${table}" SET "${column}" = ? WHERE "${id}" = ?`), [number, ticketId]),
        )
      const number = numbers[(nth + 1) % 3]!
      await set('tickets_ticket', 'number', 'id', `N20261120-${number}`)
      await set('tickets_ledger', 'archiveNo', 'ticketId', `DA-${number}`)
      await set('intake_register', 'registerNo', 'ticketId', `D-${number}`)
    }
    const up = <By>(by: By) => ({ sort: { by, isDown: false } })
    const ends = (found: readonly (string | null)[]) =>
      found.flatMap((each) => /^(?:N20261120|DA|D)-(\d+)$/.exec(each ?? '')?.[1] ?? [])
    expect(ends((await desk.tickets.ledger(up('archiveNo' as const))).rows.map(({ archiveNo }) => archiveNo))).toEqual(
      numbers,
    )
    expect(
      ends((await desk.tickets.ledger(up('ticket' as const))).rows.map(({ ticketNumber }) => ticketNumber)),
    ).toEqual(numbers)
    expect(ends((await desk.intake.register(up('no' as const))).rows.map(({ registerNo }) => registerNo))).toEqual(
      numbers,
    )
    const listed = (await desk.tickets.list({ view: 'all', ...up('number' as const) })).rows.map(({ number }) => number)
    expect(ends(listed)).toEqual(numbers)
  })
})
