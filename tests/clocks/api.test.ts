import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Subject, Term } from '../../shared/clocks/schema.ts'
import type { BusinessCalendar } from '../../shared/kit/calendar.ts'
import { everyDayEightToSix } from '../../shared/presets/shared-parts.ts'
import { clocksJobs } from '../../main/clocks/jobs.ts'
import { entriesOf, enterTimes, nextDueOf, runningOf, type TimeLine } from '../../main/clocks/public.ts'
import { newId } from '../../main/new-id.ts'
import { openStation, type Station } from '../../main/station.ts'
import { engines, openTestStation, type TestStation } from '../kit/station.ts'
import { minutes, openCase, refusal } from '../tickets/desk.ts'

const calendar: BusinessCalendar = { timeZone: 'Asia/Shanghai', week: everyDayEightToSix, days: {} }
const hour: Term = { limitMinutes: 60, hours: 'clock', rule: 'R084' }

describe.each(engines)('the ledger of time on %s', (engine) => {
  let house: TestStation
  beforeAll(async () => {
    house = await openTestStation(engine)
  })
  afterAll(() => house.close())

  const enter = (subject: Subject, ...lines: TimeLine[]) =>
    house.station.services.database.write((tx) =>
      enterTimes(house.station.services, tx, null, subject, calendar, lines),
    )
  const running = (subject: Subject) =>
    house.station.services.database.read((reader) => runningOf(house.station.services, reader, subject))
  const entries = (subject: Subject) =>
    house.station.services.database.read((reader) => entriesOf(house.station.services, reader, subject))
  /** Of any feature: a loan, a stage of a sheet. */
  const newSubject = (): Subject => ({ kind: 'parts.loan', id: newId() })

  it('keeps rounds of a clock apart, whoever the subject is', async () => {
    const [loan, other] = [newSubject(), newSubject()]
    await enter(loan, { kind: 'start', clock: 'return', at: minutes(0), term: hour })
    await enter(other, { kind: 'start', clock: 'return', at: minutes(5), term: hour })
    await enter(loan, { kind: 'stop', clock: 'return', at: minutes(20) })
    expect(await running(loan)).toEqual([])
    const second = await enter(loan, { kind: 'start', clock: 'return', at: minutes(30), term: hour })
    expect(second).toMatchObject([{ round: 2, dueAt: minutes(90), warnAt: minutes(60) }])
    expect(nextDueOf(await running(other))).toEqual({ clock: 'return', round: 1, dueAt: minutes(65) })
  })

  it('puts what is entered late in its place, and refuses a stop before the start', async () => {
    const loan = newSubject()
    await enter(loan, { kind: 'start', clock: 'return', at: minutes(0), term: hour })
    await enter(loan, { kind: 'pause', clock: 'return', at: minutes(40) })
    await enter(loan, { kind: 'resume', clock: 'return', at: minutes(50) })
    expect(
      await enter(
        loan,
        { kind: 'pause', clock: 'return', at: minutes(10) },
        { kind: 'resume', clock: 'return', at: minutes(15) },
      ),
    ).toMatchObject([{ dueAt: minutes(75) }])
    expect(
      await refusalOf(enter(loan, { kind: 'stop', clock: 'return', at: '1999-01-01T00:00:00.000Z' })),
    ).toMatchObject({
      kind: 'invalid',
      text: 'clocks.failure.beforeStart',
      field: 'at',
    })
    expect(await entries(loan)).toHaveLength(5)
  })

  it('makes what is over under a longer limit, too, late since that one ran out', async () => {
    const loan = newSubject()
    await enter(loan, { kind: 'start', clock: 'return', at: minutes(0), term: hour })
    await enter(loan, { kind: 'pause', clock: 'return', at: minutes(80) })
    await enter(loan, { kind: 'resume', clock: 'return', at: minutes(100) })
    const longer = { ...hour, limitMinutes: 90 }
    const running = await enter(loan, { kind: 'policy', clock: 'return', at: minutes(200), term: longer })
    expect(running).toMatchObject([{ dueAt: minutes(110), state: { limitMinutes: 90 } }])
  })

  it('costs the same the three-hundredth time as the first: one row, no reading of the ledger', async () => {
    const loan = newSubject()
    await enter(loan, { kind: 'start', clock: 'return', at: minutes(0), term: { ...hour, limitMinutes: 600 } })
    for (let nth = 0; nth < 300; nth += 1)
      await enter(
        loan,
        { kind: 'pause', clock: 'return', at: minutes(1 + nth * 2) },
        { kind: 'resume', clock: 'return', at: minutes(2 + nth * 2) },
      )
    expect(await running(loan)).toMatchObject([{ round: 1, dueAt: minutes(900), state: { entries: 601 } }])
  }, 60_000)
})

/** The failure of a call inside the station. */
const refusalOf = (call: Promise<unknown>) =>
  call.then(
    () => null,
    (error: { data?: unknown }) => error.data ?? error,
  )

it('an unknown level is refused: its limits would silently not exist', async () => {
  const house = await openTestStation('sqlite', { presetId: 'P34' })
  const call = openCase(house, { level: 'IV', serialNo: 'BP-1', productName: '血压计' })
  expect(await refusal(call)).toMatchObject({ kind: 'invalid', field: 'level' })
  await house.close()
})

it.each(engines)(
  'a station on %s whose own clock is an hour ahead gives no mark before the shared clock',
  async (engine) => {
    const house = await openTestStation(engine)
    const { services } = house.station
    const loan: Subject = { kind: 'parts.loan', id: newId() }
    const term: Term = { ...hour, warnMinutes: 30 }
    await services.database.write((tx) =>
      enterTimes(services, tx, null, loan, calendar, [{ kind: 'start', clock: 'return', at: minutes(0), term }]),
    )
    const marksAt = async (at: string) => {
      house.clock.at = at
      const ahead = { ...services, now: () => new Date(Date.parse(at) + 3_600_000).toISOString() }
      for (const job of clocksJobs) await job.run(ahead, new AbortController().signal)
      const [row] = await services.database.read((reader) => runningOf(services, reader, loan))
      return [row?.warnedAt, row?.alarmedAt]
    }
    expect(await marksAt(minutes(29))).toEqual([null, null])
    expect(await marksAt(minutes(60))).toEqual([minutes(60), null])
    expect(await marksAt(minutes(61))).toEqual([minutes(60), minutes(61)])
    await house.close()
  },
)

it('two stations on one database give each mark once', async () => {
  const house = await openTestStation('postgres')
  const { database } = house.station.services
  const second: Station = await openStation({
    folder: `${house.folder}-second`,
    key: house.key,
    postgresUrl: (database.place as { url: string }).url,
    now: () => house.clock.at,
    sharedNow: () => house.clock.at,
    schedule: false,
    version: 'test',
  })
  const stations = [house.station, second]
  for (const { scheduler } of stations) await scheduler.start()
  await house.as('operator')
  const ids = await Promise.all(Array.from({ length: 40 }, () => openCase(house)))
  const stop = new AbortController()
  const heard: string[] = []
  void (async () => {
    for await (const hints of house.station.services.changes.follow(stop.signal))
      heard.push(...hints.flatMap(({ id, urgent }) => (urgent ? [id] : [])))
  })()
  for (const count of [11, 12, 13]) {
    house.clock.at = minutes(count)
    await Promise.all(stations.map(({ scheduler }) => scheduler.tick()))
  }
  await new Promise((resolve) => setTimeout(resolve, 300))
  stop.abort()
  expect(heard.sort()).toEqual(ids.sort())
  await second.close()
  await house.close()
  rmSync(`${house.folder}-second`, { recursive: true, force: true })
}, 60_000)
