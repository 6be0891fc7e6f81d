import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../main/new-id.ts'
import { readNotice } from '../../shared/admin/holiday-notice.ts'
import type { CalendarDraft } from '../../shared/admin/policy-schema.ts'
import { engines, openTestStation, type TestStation } from '../kit/station.ts'
import { openCase, refusal, sentCase, solved } from '../tickets/desk.ts'

/** 元旦 of 2027 as a notice would say it, three days with a make-up day after it. */
const text = '一、元旦：1月1日（周五）至3日（周日）放假，共3天。1月9日（周六）上班。'
const notice = (): CalendarDraft => {
  const { days } = readNotice(text, 2027)
  return { id: newId(), year: 2027, source: '国办发明电〔2026〕8号', days }
}
const ownDay = (on: string, kind: 'off' | 'working' | null): CalendarDraft => ({
  ...{ id: newId(), year: null, source: '' },
  days: [{ on, kind, name: '盘点' }],
})

describe.each(engines)('the calendar on %s', (engine) => {
  let house: TestStation
  let ticketId: string
  let paused: string

  /** 16:00 of the last day of 2026; the desk is there from 08:00 to 18:00 every day, a visit has four hours of it, a plan the next working day. */
  beforeAll(async () => {
    house = await openTestStation(engine, { at: '2026-12-31T08:00:00.000Z' })
    const supervisor = await house.as('supervisor')
    const { id, policy } = await supervisor.admin.policy({ id: null })
    const visit = policy.clocks.find(({ clock }) => clock === 'visit')!
    const own = { rule: 'house', source: { from: 'own' } } as const
    const clocks = [
      ...policy.clocks.filter(({ clock }) => clock !== 'visit' && clock !== 'assign'),
      { ...visit, ...own, hours: 'working' as const, limitMinutes: 240 },
      { ...visit, ...own, clock: 'own1', hours: 'workingDays' as const, limitMinutes: 1440 },
    ]
    await supervisor.admin.savePolicy({
      ...{ id: newId(), basedOn: id, effectiveOn: null, runningCases: 'switch', kept: [], reason: '' },
      policy: { ...policy, clocks },
    })
    ticketId = await openCase(house)
    paused = await openCase(house, { phone: '138 1234 5670' })
    const { ticket } = await supervisor.tickets.page({ id: paused })
    await supervisor.tickets.pause({
      ...{ ticketId: paused, reason: 'waitingForCustomer', untilOn: '2027-01-20', note: '', version: ticket.version },
    })
  })
  afterAll(() => house.close())

  const dueOf = async (id = ticketId) => {
    const { deadlines } = await (await house.as('supervisor')).tickets.page({ id })
    return Object.fromEntries(deadlines.map(({ clock, dueAt }) => [clock, dueAt]))
  }
  const byStatute = { visit: '2027-01-02T02:00:00.000Z', own1: '2027-01-02T15:59:59.999Z' }
  const byNotice = { visit: '2027-01-04T02:00:00.000Z', own1: '2027-01-04T15:59:59.999Z' }

  const provisional = async () => {
    const supervisor = await house.as('supervisor')
    const { deadlines, ticket } = await supervisor.tickets.page({ id: ticketId })
    const { rows } = await supervisor.tickets.list({ view: 'open' })
    const { openTickets } = await (await house.as('operator')).customers.card({ customerId: ticket.customerId })
    const ofRow = (row: { id: string }) => row.id === ticketId
    return [
      deadlines.filter(({ isProvisional }) => isProvisional).map(({ clock }) => clock),
      ...[ticket, rows.find(ofRow), openTickets.find(ofRow)].map((row) => row?.nextIsProvisional),
    ]
  }

  it('a limit in a year without its notice is provisional wherever it stands; a wait to a day is not', async () => {
    expect(await provisional()).toEqual([['visit', 'own1'], true, true, true])
    const { rows } = await (
      await house.as('supervisor')
    ).tickets.list({ view: 'open', sort: { by: 'due', isDown: false } })
    expect(rows.map(({ id, nextIsProvisional }) => [id, nextIsProvisional])).toEqual([
      [ticketId, true],
      [paused, false],
    ])
  })

  it('a notice shows what it would move, moves it, and keeps the list', async () => {
    const supervisor = await house.as('supervisor')
    expect(await dueOf()).toMatchObject(byStatute)
    const draft = notice()
    const preview = await supervisor.admin.previewCalendar(draft)
    const moves = [
      ['visit', byStatute.visit, byNotice.visit],
      ['own1', byStatute.own1, byNotice.own1],
    ]
    const told = (rows: typeof preview.moved) =>
      rows.map(({ clock, beforeAt, afterAt }) => [clock, beforeAt, afterAt]).sort((a, b) => (a[0]! > b[0]! ? -1 : 1))
    expect(preview).toMatchObject({ movedCount: 2, lateCount: 0 })
    expect(told(preview.moved)).toEqual(moves)
    expect(await dueOf()).toMatchObject(byStatute)

    const [change] = await supervisor.admin.changeCalendar(draft)
    expect(change).toMatchObject({ year: 2027, source: '国办发明电〔2026〕8号', movedCount: 2, canTakeBack: true })
    expect(await supervisor.admin.changeCalendar(draft)).toHaveLength(1)
    expect(await dueOf()).toMatchObject(byNotice)
    const page = { id: draft.id, which: 'moved' as const }
    expect(told(await supervisor.admin.movedLimits(page))).toEqual(moves)
    expect(await supervisor.admin.movedLimits({ ...page, after: 1 })).toHaveLength(1)
    const { publishedYears, days } = await supervisor.admin.policy({ id: null })
    expect([publishedYears, days['2027-01-03'], days['2027-01-09'], days['2027-02-06']]).toEqual([
      ...[[2026, 2027], 'off', 'working', undefined],
    ])
    expect(await provisional()).toEqual([[], false, false, false])
  })

  it('the lists and the alarm go by the moved limit, and what stood still goes on by the new days', async () => {
    const supervisor = await house.as('supervisor')
    house.clock.at = '2027-01-03T02:00:00.000Z'
    // By the law alone the visit would have been late for a day.
    expect((await supervisor.tickets.list({ view: 'late' })).rows).toEqual([])
    expect(
      (await supervisor.tickets.list({ view: 'open' })).rows.map(({ id, nextDueAt }) => [id, nextDueAt]),
    ).toContainEqual([ticketId, byNotice.visit])
    house.clock.at = '2027-01-04T00:00:00.000Z'
    const { ticket } = await supervisor.tickets.page({ id: paused })
    await supervisor.tickets.resume({ ticketId: paused, version: ticket.version })
    expect(await dueOf(paused)).toMatchObject({ visit: '2027-01-04T04:00:00.000Z' })
    house.clock.at = '2026-12-31T08:00:00.000Z'
  })

  it('a day of the company’s own moves limits on top of the notice, and gives them back', async () => {
    const supervisor = await house.as('supervisor')
    const closed = ownDay('2027-01-04', 'off')
    const [change] = await supervisor.admin.changeCalendar(closed)
    expect(change).toMatchObject({ year: null, movedCount: 4 })
    expect(await dueOf()).toMatchObject({ visit: '2027-01-05T02:00:00.000Z', own1: '2027-01-05T15:59:59.999Z' })
    await supervisor.admin.changeCalendar(ownDay('2027-01-04', null))
    expect(await dueOf()).toMatchObject(byNotice)
    expect(await refusal(supervisor.admin.takeBackCalendar({ id: closed.id }))).toMatchObject({ kind: 'ruleBroken' })
    const open = ownDay('2027-01-02', 'working')
    await supervisor.admin.changeCalendar(open)
    expect(await dueOf()).toMatchObject({ visit: byStatute.visit })
    const [back] = await supervisor.admin.takeBackCalendar({ id: open.id })
    expect(back).toMatchObject({ id: open.id, movedBackCount: back!.movedCount, canTakeBack: false })
    expect(await dueOf()).toMatchObject(byNotice)
  })

  it('a notice entered again takes the place of the first; taken back, the first stands again, then the law alone', async () => {
    const supervisor = await house.as('supervisor')
    const [first] = (await supervisor.admin.calendarChanges()).filter(({ year }) => year === 2027)
    const longer = { ...notice(), days: readNotice('一、元旦：1月1日至4日放假，共4天。', 2027).days }
    await supervisor.admin.changeCalendar(longer)
    expect(await dueOf()).toMatchObject({ visit: '2027-01-05T02:00:00.000Z' })
    expect((await supervisor.admin.policy({ id: null })).days['2027-01-09']).toBeUndefined()
    expect(await refusal(supervisor.admin.takeBackCalendar({ id: first!.id }))).toMatchObject({ kind: 'ruleBroken' })
    await supervisor.admin.takeBackCalendar({ id: longer.id })
    expect(await dueOf()).toMatchObject(byNotice)
    expect((await supervisor.admin.policy({ id: null })).days['2027-01-09']).toBe('working')
    await supervisor.admin.takeBackCalendar({ id: first!.id })
    expect(await dueOf()).toMatchObject(byStatute)
    expect((await supervisor.admin.policy({ id: null })).publishedYears).toEqual([2026])
    expect(await supervisor.admin.movedLimits({ id: first!.id, which: 'back' })).not.toHaveLength(0)
  })

  it('the notice of a year takes no day away that the notice of the next one brought, entered or taken back', async () => {
    const supervisor = await house.as('supervisor')
    const enter = (year: number, ...days: [on: string, kind: 'off' | 'working'][]): CalendarDraft => ({
      ...{ id: newId(), year, source: `${year}` },
      days: days.map(([on, kind]) => ({ on, kind, name: '元旦' })),
    })
    const turn = async () => {
      const { days } = await supervisor.admin.policy({ id: null })
      return [days['2026-12-31'], days['2027-01-01'], days['2026-10-01']]
    }
    const next = enter(2027, ['2026-12-31', 'off'], ['2027-01-01', 'off'])
    await supervisor.admin.changeCalendar(next)
    const autumn = enter(2026, ['2026-10-01', 'off'])
    await supervisor.admin.changeCalendar(autumn)
    expect(await turn()).toEqual(['off', 'off', 'off'])
    await supervisor.admin.takeBackCalendar({ id: autumn.id })
    expect(await turn()).toEqual(['off', 'off', 'off'])
    // Both speak of the day: the later one counts, and the earlier one again when it goes.
    const last = enter(2026, ['2026-10-01', 'off'], ['2026-12-31', 'working'])
    await supervisor.admin.changeCalendar(last)
    expect(await turn()).toEqual(['working', 'off', 'off'])
    const shorter = enter(2026, ['2026-10-01', 'off'])
    await supervisor.admin.changeCalendar(shorter)
    expect(await turn()).toEqual(['off', 'off', 'off'])
    await supervisor.admin.takeBackCalendar({ id: shorter.id })
    expect(await turn()).toEqual(['working', 'off', 'off'])
    // What the one that is gone had brought does not come back with the other.
    await supervisor.admin.takeBackCalendar({ id: next.id })
    expect((await turn())[0]).toBe('working')
    await supervisor.admin.takeBackCalendar({ id: last.id })
    expect((await turn())[0]).toBeUndefined()
    expect((await supervisor.admin.policy({ id: null })).publishedYears).toEqual([2026])
  })

  it('a limit that was met stays met by the calendar of then, whatever is entered later, and says so', async () => {
    const [supervisor, dispatcher] = [await house.as('supervisor'), await house.as('dispatcher')]
    await supervisor.admin.changeCalendar(ownDay('2027-03-02', 'off'))
    house.clock.at = '2027-03-01T08:00:00.000Z' // 16:00: two hours that day, two the day after the one off
    const { ticketId: id, technicianId } = await sentCase(house)
    house.clock.at = '2027-03-03T08:00:00.000Z'
    const times = { arrivedAt: '2027-03-03T01:30:00.000Z', finishedAt: '2027-03-03T07:00:00.000Z' }
    const result = solved(id, technicianId, { ...times, serviceOn: '2027-03-03' })
    await dispatcher.tickets.recordResult(result)
    const visit = async () => {
      const { deadlines } = await supervisor.tickets.page({ id })
      return deadlines.find(({ clock }) => clock === 'visit')
    }
    const stood = { dueAt: '2027-03-03T02:00:00.000Z', state: 'met', metAt: times.arrivedAt, otherwiseAt: null }
    expect(await visit()).toMatchObject(stood)
    await supervisor.admin.changeCalendar(ownDay('2027-03-02', null))
    expect(await visit()).toMatchObject({ ...stood, otherwiseAt: '2027-03-02T02:00:00.000Z' })
    // A corrected visit is held against what was due then, too.
    await dispatcher.tickets.recordResult({ ...result, arrivedAt: '2027-03-03T01:45:00.000Z', version: 1 })
    expect(await visit()).toMatchObject({
      ...stood,
      metAt: '2027-03-03T01:45:00.000Z',
      otherwiseAt: '2027-03-02T02:00:00.000Z',
    })
    await dispatcher.tickets.recordResult({ ...result, arrivedAt: '2027-03-03T02:15:00.000Z', version: 2 })
    expect(await visit()).toMatchObject({ dueAt: stood.dueAt, state: 'late' })
  })

  it('refuses days of another year, days twice, and whoever has no right', async () => {
    const [supervisor, operator] = [await house.as('supervisor'), await house.as('operator')]
    const draft = notice()
    const far = { ...draft, days: [{ on: '2028-05-01', kind: 'off' as const, name: '' }] }
    expect(await refusal(supervisor.admin.changeCalendar(far))).toMatchObject({ kind: 'invalid', field: 'days.0.on' })
    const twice = { ...draft, days: [...draft.days, draft.days[0]!] }
    expect(await refusal(supervisor.admin.previewCalendar(twice))).toMatchObject({ kind: 'invalid' })
    expect(await refusal(operator.admin.changeCalendar(draft))).toMatchObject({ kind: 'notAllowed' })
    expect(await refusal(operator.admin.movedLimits({ id: draft.id, which: 'moved' as const }))).toMatchObject({
      kind: 'notAllowed',
    })
  })
})
