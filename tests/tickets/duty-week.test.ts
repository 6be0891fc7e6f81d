import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { QueryRunner } from 'typeorm'
import { foldClock } from '../../shared/clocks/fold.ts'
import type { Week } from '../../shared/kit/calendar.ts'
import { entriesOf, nextDueOf, runningOf } from '../../main/clocks/public.ts'
import { LimitsCountDays } from '../../main/database/migrations/20261127-days.ts'
import { calendarsOf, companyOf } from '../../main/house/settings.ts'
import { newId } from '../../main/new-id.ts'
import { ticketsJobs } from '../../main/tickets/jobs.ts'
import type { Ticket } from '../../main/tickets/ticket-entity.ts'
import { subjectOf } from '../../main/tickets/ticket-clocks.ts'
import { engines, openTestStation, type TestStation } from '../kit/station.ts'
import { openCase } from './desk.ts'

const eight = [{ from: '09:00', to: '17:00' }]
const officeHours = [[], eight, eight, eight, eight, eight, []] as unknown as Week
const aroundTheClock = Array.from({ length: 7 }, () => [{ from: '00:00', to: '24:00' }]) as unknown as Week
/** An instant of November 2026 in Shanghai. */
const on = (day: number, time: string) =>
  new Date(`2026-11-${String(day).padStart(2, '0')}T${time}:00+08:00`).toISOString()
const endOf = (day: number) => new Date(`2026-11-${day}T23:59:59.999+08:00`).toISOString()

describe.each(engines)('other duty hours under running cases on %s', (engine) => {
  let house: TestStation
  beforeAll(async () => {
    house = await openTestStation(engine, { at: on(6, '08:00') })
  })
  afterAll(() => house.close())

  /** The week changes, and the limits of sending and of the visit with it where hours are told. Answers the limits that move, as they were foreseen. */
  const publish = async (week: Week, hours: number | null, effectiveOn: string | null = null) => {
    const supervisor = await house.as('supervisor')
    const { id, policy } = await supervisor.admin.policy({ id: null })
    const clocks = policy.clocks.map((clock) =>
      hours !== null && (clock.clock === 'visit' || clock.clock === 'assign')
        ? {
            ...clock,
            hours: 'working' as const,
            limitMinutes: hours * 60,
            rule: 'house',
            source: { from: 'own' as const },
          }
        : clock,
    )
    const [line, ...lines] = policy.duty
    const duty = [{ ...line, week, rule: 'house' }, ...lines] as const
    const changed = { ...policy, clocks, duty }
    const draft = {
      id: newId(),
      basedOn: id,
      effectiveOn,
      runningCases: 'switch' as const,
      kept: [],
      reason: '',
      policy: changed,
    }
    const { moved } = await supervisor.admin.previewPolicy(draft)
    await supervisor.admin.savePolicy(draft)
    return moved
  }

  const goOver = () => ticketsJobs[0]!.run(house.station.services, new AbortController().signal)

  const limitsOf = async (id: string) => {
    const { deadlines, ticket } = await (await house.as('supervisor')).tickets.page({ id })
    return { nextDueAt: ticket.nextDueAt, ...Object.fromEntries(deadlines.map(({ clock, dueAt }) => [clock, dueAt])) }
  }

  /** Rows of what runs, beside what the ledger says they are. */
  const rowsOf = (id: string) => {
    const { services } = house.station
    return services.database.read(async (reader) => {
      const sql = services.database.sql('SELECT * FROM "tickets_ticket" WHERE "id" = ?')
      const [ticket] = (await reader.query(sql, [id])) as Ticket[]
      const calendars = calendarsOf(ticket!, await companyOf(reader))
      const rows = await runningOf(services, reader, subjectOf(id))
      const entries = await Promise.all(rows.map((row) => entriesOf(services, reader, subjectOf(id), row)))
      return {
        rows: rows.map(({ state }) => state),
        folded: entries.map((own) => foldClock(own, calendars)),
        policies: new Set(entries.flat().flatMap(({ kind, policyId }) => (kind === 'start' ? [policyId] : []))),
      }
    })
  }

  const firstDueOf = async (id: string) => {
    const { services } = house.station
    return services.database.read(async (reader) => nextDueOf(await runningOf(services, reader, subjectOf(id)))?.dueAt)
  }

  const assign = async (ticketId: string, visitFromAt: string) => {
    const { memberId } = await house.seat('technician', '孙师傅')
    const dispatcher = await house.as('dispatcher')
    await dispatcher.tickets.assign({ id: newId(), ticketId, technicianId: memberId, visitFromAt, within3h: 'yes' })
  }

  it('what ran before stays, the rest runs by the new week, as it was foreseen; what was met keeps its limit', async () => {
    await publish(officeHours, 8)
    house.clock.at = on(6, '15:00') // Friday
    const id = await openCase(house)
    const met = await openCase(house)
    house.clock.at = on(6, '15:30')
    await assign(met, on(6, '17:00'))
    expect(await limitsOf(id)).toMatchObject({ assign: on(9, '15:00'), visit: on(9, '15:00') })
    house.clock.at = on(7, '10:00') // Saturday: two hours have run
    const moved = await publish(aroundTheClock, null)
    expect(moved.filter(({ ticketId }) => ticketId === id).map(({ afterAt }) => afterAt)).toEqual([
      on(7, '16:00'),
      on(7, '16:00'),
    ])
    expect(await limitsOf(id)).toMatchObject({
      assign: on(7, '16:00'),
      visit: on(7, '16:00'),
      nextDueAt: on(7, '16:00'),
    })
    expect(await limitsOf(met)).toMatchObject({ assign: on(9, '15:00'), visit: on(7, '16:00') })
    for (const { rows, folded } of [await rowsOf(id), await rowsOf(met)]) expect(rows).toEqual(folded)
    // That nobody worked on Friday is a fact of the calendar: nothing had run, and nothing was due on Monday.
    const supervisor = await house.as('supervisor')
    const days = [{ on: '2026-11-06', kind: 'off' as const, name: '盘点' }]
    await supervisor.admin.changeCalendar({ id: newId(), year: null, source: '', days })
    expect(await limitsOf(id)).toMatchObject({ assign: on(7, '18:00'), nextDueAt: on(7, '18:00') })
    expect((await rowsOf(id)).rows).toEqual((await rowsOf(id)).folded)
  })

  it('counts from its day, whenever the station gets to it', async () => {
    house.clock.at = on(9, '08:00')
    await publish(officeHours, 8)
    house.clock.at = on(9, '15:00') // Monday
    const id = await openCase(house)
    const { id: standing } = await (await house.as('supervisor')).admin.policy({ id: null })
    expect((await rowsOf(id)).policies).toEqual(new Set([standing]))
    const moved = await publish(aroundTheClock, null, '2026-11-10')
    const foreseen = moved.filter(({ ticketId }) => ticketId === id).map(({ afterAt }) => afterAt)
    house.clock.at = on(10, '09:00') // the station slept; two hours ran on Monday, six are left from midnight on
    await goOver()
    expect(foreseen).toEqual([on(10, '06:00'), on(10, '06:00')])
    expect(await limitsOf(id)).toMatchObject({
      assign: on(10, '06:00'),
      visit: on(10, '06:00'),
      nextDueAt: on(10, '06:00'),
    })
    expect((await rowsOf(id)).rows).toEqual((await rowsOf(id)).folded)
  })

  it('a case from before policies were named goes over the same way', async () => {
    house.clock.at = on(11, '08:00') // Wednesday
    await publish(officeHours, 8)
    house.clock.at = on(11, '15:00')
    const id = await openCase(house)
    const { database } = house.station.services
    await database.write(async (tx) => {
      await tx.query(database.sql('UPDATE "clocks_entry" SET "policyId" = NULL WHERE "subjectId" = ?'), [id])
      for (const row of await runningOf(house.station.services, tx, subjectOf(id)))
        await tx.query(database.sql('UPDATE "clocks_running" SET "state" = ? WHERE "id" = ?'), [
          JSON.stringify({ ...row.state, policyId: undefined }),
          row.id,
        ])
    })
    house.clock.at = on(12, '07:00')
    await publish(aroundTheClock, null)
    expect(await limitsOf(id)).toMatchObject({
      assign: on(12, '13:00'),
      visit: on(12, '13:00'),
      nextDueAt: on(12, '13:00'),
    })
    expect((await rowsOf(id)).rows).toEqual((await rowsOf(id)).folded)
  })

  it('a limit the new policies do not have ends with the switch, the others go on by their week', async () => {
    house.clock.at = on(13, '08:00') // Friday
    await publish(officeHours, 8)
    house.clock.at = on(13, '15:00')
    const id = await openCase(house)
    house.clock.at = on(14, '10:00')
    const supervisor = await house.as('supervisor')
    const { id: basedOn, policy } = await supervisor.admin.policy({ id: null })
    const [line, ...lines] = policy.duty
    const duty = [{ ...line, week: aroundTheClock }, ...lines] as const
    const clocks = policy.clocks.filter(({ clock }) => clock !== 'visit')
    const changed = { ...policy, clocks, duty }
    await supervisor.admin.savePolicy({
      ...{ id: newId(), basedOn, effectiveOn: null, runningCases: 'switch', kept: [], reason: '', policy: changed },
    })
    expect(await limitsOf(id)).toMatchObject({ assign: on(14, '16:00') })
    expect(await limitsOf(id)).not.toHaveProperty('visit')
    expect((await rowsOf(id)).rows).toEqual((await rowsOf(id)).folded)
  })

  it('a row that let a pause of a limit in days run by the wall is folded anew, once, by the task a new release leaves', async () => {
    house.clock.at = on(16, '08:00') // Monday
    const supervisor = await house.as('supervisor')
    const { id: basedOn, policy } = await supervisor.admin.policy({ id: null })
    const [line, ...lines] = policy.duty
    const duty = [{ ...line, week: officeHours }, ...lines] as const
    const two = {
      hours: 'workingDays' as const,
      limitMinutes: 2 * 1440,
      rule: 'house',
      source: { from: 'own' as const },
    }
    const clocks = policy.clocks.map((clock) => (clock.clock === 'assign' ? { ...clock, ...two } : clock))
    await supervisor.admin.savePolicy({
      ...{ id: newId(), basedOn, effectiveOn: null, runningCases: 'finish', kept: [], reason: '' },
      policy: { ...policy, clocks, duty },
    })
    house.clock.at = on(19, '10:00') // Thursday
    const id = await openCase(house)
    expect(await limitsOf(id)).toMatchObject({ assign: endOf(23) })
    const right = await rowsOf(id)
    const { database } = house.station.services
    await database.write(async (tx) => {
      const row = (await runningOf(house.station.services, tx, subjectOf(id))).find(({ clock }) => clock === 'assign')!
      const state = JSON.stringify({ ...row.state, limitMs: 4 * 86_400_000 })
      await tx.query(database.sql('UPDATE "clocks_running" SET "state" = ?, "dueAt" = ? WHERE "id" = ?'), [
        state,
        on(25, '03:00'),
        row.id,
      ])
      await tx.query(database.sql('UPDATE "tickets_ticket" SET "nextDueAt" = ?, "nextClock" = ? WHERE "id" = ?'), [
        on(25, '03:00'),
        'assign',
        id,
      ])
      await new LimitsCountDays().up({ query: (sql: string) => tx.query(sql) } as QueryRunner)
    })
    await house.station.scheduler.tick()
    const after = await rowsOf(id)
    expect(after.rows).toEqual(right.rows)
    expect(after.rows).toEqual(after.folded)
    expect(await limitsOf(id)).toMatchObject({ assign: endOf(23), nextDueAt: await firstDueOf(id) })
    const tasks = () =>
      database.read((reader) =>
        reader.query(`SELECT "state" FROM "scheduler_task" WHERE "kind" = 'tickets.recountDays'`),
      )
    expect(await tasks()).toEqual([{ state: 'done' }])
    await database.write(async (tx) => {
      await tx.query(`DELETE FROM "scheduler_task" WHERE "kind" = 'tickets.recountDays'`)
      await new LimitsCountDays().up({ query: (sql: string) => tx.query(sql) } as QueryRunner)
    })
    expect(await tasks()).toEqual([])
  })
})
