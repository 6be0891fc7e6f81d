import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { foldClock } from '../../shared/clocks/fold.ts'
import { entriesOf, nextDueOf, runningOf } from '../../main/clocks/public.ts'
import { calendarOf, companyOf } from '../../main/house/settings.ts'
import { newId } from '../../main/new-id.ts'
import { ticketsJobs } from '../../main/tickets/jobs.ts'
import type { Ticket } from '../../main/tickets/ticket-entity.ts'
import { subjectOf } from '../../main/tickets/ticket-clocks.ts'
import { engines, openTestStation, type TestStation } from '../kit/station.ts'
import { openCase } from './desk.ts'

/** First look of the job on a day in Shanghai. */
const dawn = (day: number) => `2026-11-${day - 1}T16:00:20.000Z`

describe.each(engines)('cases that go over to other policies on %s', (engine) => {
  let house: TestStation
  beforeAll(async () => {
    house = await openTestStation(engine)
  })
  afterAll(() => house.close())

  const goOver = () => ticketsJobs[0]!.run(house.station.services, new AbortController().signal)

  /** Sending and the visit have so many minutes more from a day on, for all that run but these. */
  const publish = async (day: number, more: number, kept: string[] = []) => {
    const supervisor = await house.as('supervisor')
    const { id, policy } = await supervisor.admin.policy({ id: null })
    const clocks = policy.clocks.map((clock) =>
      clock.clock === 'assign' || clock.clock === 'visit'
        ? { ...clock, limitMinutes: clock.limitMinutes + more, rule: 'house', source: { from: 'own' as const } }
        : clock,
    )
    const draft = { id: newId(), basedOn: id, effectiveOn: `2026-11-${day}`, reason: '', policy: { ...policy, clocks } }
    await supervisor.admin.savePolicy({ ...draft, runningCases: 'switch', kept })
    return draft.id
  }

  /** A case, its running rows, and what its ledger says they are. */
  const look = (ticketId: string) => {
    const { services } = house.station
    return services.database.read(async (reader) => {
      const [ticket] = (await reader.query(services.database.sql('SELECT * FROM "tickets_ticket" WHERE "id" = ?'), [
        ticketId,
      ])) as Ticket[]
      const company = await companyOf(reader)
      const calendar = calendarOf(company.policies.of(ticket!), company)
      const running = await runningOf(services, reader, subjectOf(ticketId))
      const entries = await entriesOf(services, reader, subjectOf(ticketId))
      const folded = running.map((row) =>
        foldClock(
          entries.filter(({ clock, round }) => clock === row.clock && round === row.round),
          calendar,
        ),
      )
      const next = nextDueOf(running)
      return {
        ticket: ticket!,
        rows: running.map(({ state }) => state),
        folded,
        due: { nextDueAt: next?.dueAt ?? null, nextClock: next?.clock ?? null },
        kinds: entries.map(({ kind }) => kind),
      }
    })
  }

  /** The job looks while a step is done and not yet committed; on PostgreSQL, where writes run side by side, it waits for the case itself. */
  const besideJob = async (step: () => Promise<unknown>) => {
    const { database } = house.station.services
    let end: () => void = () => undefined
    const mayEnd = new Promise<void>((resolve) => (end = resolve))
    let write: Promise<void> = Promise.resolve()
    const done = new Promise<void>((resolve) => {
      write = database.write(async () => {
        await step()
        resolve()
        await mayEnd
      })
    })
    await Promise.race([done, write])
    const job = goOver()
    if (engine === 'postgres')
      await vi.waitFor(async () => {
        const [row] = (await database.read((reader) =>
          reader.query(
            `SELECT count(*)::int AS "n" FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
          ),
        )) as { n: number }[]
        expect(row?.n).toBe(1)
      }, 10_000)
    end()
    await Promise.all([write, job])
  }

  it('takes turns to write for the cases that move alone, some at a time, and none when nothing moves', async () => {
    const [kept, ...moving] = await Promise.all(Array.from({ length: 52 }, () => openCase(house)))
    const version = await publish(21, 5, [kept!])
    house.clock.at = dawn(21)
    const write = vi.spyOn(house.station.services.database, 'write')
    await goOver()
    expect(write).toHaveBeenCalledTimes(2)
    await goOver()
    expect(write).toHaveBeenCalledTimes(2)
    write.mockRestore()
    for (const id of [moving[0]!, moving[50]!]) expect((await look(id)).ticket.policyId).toBe(version)
    expect((await look(kept!)).ticket.policyId).not.toBe(version)
  })

  it('cases are looked at when a version begins, until nothing is left, and no more until another does', async () => {
    const { database } = house.station.services
    const asked = vi.spyOn(database, 'sql')
    const looks = async (at: string) => {
      house.clock.at = at
      asked.mockClear()
      await goOver()
      return asked.mock.calls.filter(([sql]) => sql.includes(`"state" IN ('unassigned', 'dispatched')`)).length
    }
    const day = 21
    const after = (minutes: number) => new Date(Date.parse(dawn(day)) + minutes * 60_000).toISOString()
    expect(await looks(after(1))).toBe(1)
    expect(await looks(after(5))).toBe(1)
    expect(await looks(after(7))).toBe(0)
    expect(await looks(after(600))).toBe(0)
    asked.mockRestore()
  })

  it('a preview asks for what runs in all cases at once', async () => {
    const supervisor = await house.as('supervisor')
    const { id, policy } = await supervisor.admin.policy({ id: null })
    const clocks = policy.clocks.map((clock) => ({ ...clock, limitMinutes: clock.limitMinutes + 1440 }))
    const draft = { id: newId(), basedOn: id, effectiveOn: null, reason: '', policy: { ...policy, clocks } }
    const asked = vi.spyOn(house.station.services.database, 'sql')
    const { cases, limits } = await supervisor.admin.previewPolicy({ ...draft, runningCases: 'switch', kept: [] })
    expect([cases > 50, limits > cases]).toEqual([true, true])
    expect(asked.mock.calls.filter(([sql]) => sql.includes('"clocks_running"'))).toHaveLength(1)
    asked.mockRestore()
  })

  it('a case dispatched meanwhile goes over as it was dispatched: its row is what its ledger says', async () => {
    const ticketId = await openCase(house)
    const version = await publish(22, 5)
    house.clock.at = dawn(22)
    const { memberId } = await house.seat('technician', '孙师傅')
    const dispatcher = await house.as('dispatcher')
    await besideJob(() =>
      dispatcher.tickets.assign({
        ...{ id: newId(), ticketId, technicianId: memberId, visitFromAt: '2026-11-23T02:00:00.000Z' },
        ...{ within3h: 'no', rescheduleReason: '比例阀明天到', consent: 'agreed' },
      }),
    )
    const { ticket, rows, folded, due } = await look(ticketId)
    expect(ticket).toMatchObject({ ...due, policyId: version, state: 'dispatched' })
    expect(rows).toEqual(folded)
    expect(rows.map(({ clock, pinnedAt }) => [clock, pinnedAt])).toEqual([['visit', '2026-11-23T02:00:00.000Z']])
  })

  it('a case that is over meanwhile stays as it ended', async () => {
    const ticketId = await openCase(house)
    const version = await publish(23, 5)
    house.clock.at = dawn(23)
    const dispatcher = await house.as('dispatcher')
    await besideJob(() => dispatcher.tickets.cancel({ ticketId, reason: '打错了', version: 1 }))
    const { ticket, rows, kinds } = await look(ticketId)
    expect(ticket).toMatchObject({ state: 'cancelled', nextDueAt: null, nextClock: null })
    expect(ticket.policyId).not.toBe(version)
    expect(rows).toEqual([])
    expect(kinds).not.toContain('policy')
  })

  it('nobody was overtaken by a case that only went over: a step seen before is taken', async () => {
    const ticketId = await openCase(house, { phone: '13800009901' })
    const dispatcher = await house.as('dispatcher')
    const { version } = (await dispatcher.tickets.page({ id: ticketId })).ticket
    const published = await publish(25, 25)
    house.clock.at = dawn(25)
    await goOver()
    const { ticket } = await look(ticketId)
    expect(ticket).toMatchObject({ policyId: published, version })
    await dispatcher.tickets.cancel({ ticketId, reason: '打错了', version })
    expect((await look(ticketId)).ticket).toMatchObject({ state: 'cancelled', version: version + 1 })
  })
})
