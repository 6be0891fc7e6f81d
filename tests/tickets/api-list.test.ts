import { nameOrder } from '../../main/customers/name-keys.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ticketSorts } from '../../shared/tickets/lists.ts'
import { engines, openTestStation, type TestStation } from '../kit/station.ts'
import { minutes, openCase, repairCall } from './desk.ts'

/** What differs between the cases: in every column some are alike, and some have nothing. */
const cases = [
  {
    customerName: '青禾路小学食堂',
    address: '济南市槐荫区青禾路 88 号',
    productName: '双眼大锅灶',
    serialNo: 'SN-7A-4411',
  },
  {
    customerName: '无影山面馆',
    address: '济南市市中区经十一路 38 号',
    productName: '煲仔炉',
    symptom: '有煤气味',
    fault: 'gasSmell',
  },
  { customerName: '青禾路小学食堂', address: '青禾路 88 号', productName: '双眼大锅灶' },
  { customerName: '蜀香园', address: '济南市市中区经七路 1 号', productName: '矮汤炉' },
  {
    customerName: '蜀香园',
    address: '济南市市中区经七路 1 号',
    productName: '矮汤炉',
    symptom: '右眼 PLC 报警',
    fault: 'noPower',
  },
]

describe.each(engines)('a list of tickets on %s', (engine) => {
  let house: TestStation
  const ids: string[] = []

  beforeAll(async () => {
    house = await openTestStation(engine)
    for (const [nth, changes] of cases.entries()) {
      house.clock.at = minutes(nth * 24 * 60)
      ids.push(await openCase(house, changes))
    }
  })
  afterAll(() => house.close())

  it.each(ticketSorts)('is sorted by %s page by page, without a row twice or left out, and back', async (by) => {
    const head = await house.as('supervisor')
    const walked = async (isDown: boolean) => {
      const seen: string[] = []
      for (let after: string | null = null; ;) {
        const page = await head.tickets.list({ view: 'all', sort: { by, isDown }, after, limit: 2 })
        seen.push(...page.rows.map(({ id }) => id))
        after = page.next
        if (after === null) return seen
      }
    }
    const up = await walked(false)
    expect([...up].sort()).toEqual([...ids].sort())
    const down = await walked(true)
    expect([...down].sort()).toEqual([...ids].sort())
    const { rows } = await head.tickets.list({ view: 'all', sort: { by, isDown: false } })
    const values = rows.map(
      (row) => ({ product: row.productName, region: row.region, received: row.receivedAt })[by as 'product'],
    )
    if (values[0] !== undefined) expect(values.indexOf('')).toBe(values.includes('') ? values.length - 1 : -1)
    if (by === 'customer') {
      const names = rows.map(({ customerName }) => customerName)
      expect(names).toEqual(names.toSorted((one, other) => (nameOrder(one) < nameOrder(other) ? -1 : 1)))
    }
    if (by === 'symptom') {
      const told = rows.map(({ symptom }) => symptom)
      const said = told.filter((symptom) => symptom !== '')
      expect(new Set(said).size).toBeGreaterThan(1)
      expect(told).toEqual([...said.toSorted(), ...told.filter((symptom) => symptom === '')])
    }
    if (by === 'received') expect(down).toEqual([...up].reverse())
  })

  it.each(['open', 'mine'] as const)('of %s work stands by what is due first, page by page', async (view) => {
    const clerk = await house.as('operator')
    for (const seat of [await house.as('supervisor'), clerk]) {
      const sorted = await seat.tickets.list({ view, sort: { by: 'due', isDown: false } })
      const seen: string[] = []
      for (let after: string | null = null; ;) {
        const page = await seat.tickets.list({ view, after, limit: 2 })
        seen.push(...page.rows.map(({ id }) => id))
        after = page.next
        if (after === null) break
      }
      expect(seen).toEqual(sorted.rows.map(({ id }) => id))
      expect(sorted.rows.map(({ nextDueAt }) => nextDueAt)).toEqual(
        sorted.rows.map(({ nextDueAt }) => nextDueAt).toSorted(),
      )
      if (view === 'open') expect(seen).toHaveLength(ids.length)
    }
  })

  it('is narrowed by district, product and the days of the report in the company’s zone, and counts the same rows', async () => {
    const head = await house.as('supervisor')
    const wanted: [object, string[]][] = [
      [{ region: '市中区' }, [ids[1]!, ids[3]!, ids[4]!]],
      [{ productName: '双眼大锅灶' }, [ids[0]!, ids[2]!]],
      [{ receivedFrom: '2026-11-21', receivedTo: '2026-11-22' }, [ids[1]!, ids[2]!]],
      [{ region: '市中区', receivedTo: '2026-11-21' }, [ids[1]!]],
      [{ region: '历下区' }, []],
    ]
    for (const [filter, found] of wanted) {
      const { rows } = await head.tickets.list({ view: 'all', ...filter })
      expect(rows.map(({ id }) => id).sort()).toEqual([...found].sort())
      const totals = await head.tickets.totals({ view: 'all', ...filter })
      expect(totals).toMatchObject({ count: found.length, isMore: false })
    }
  })

  it('finds a ticket by the serial number of its machine, from its start and from its end', async () => {
    const head = await house.as('supervisor')
    for (const text of ['SN-7A-4411', 'sn7a', '4411'])
      expect((await head.tickets.list({ view: 'all', text })).rows.map(({ id }) => id)).toEqual([ids[0]])
  })

  it('finds what was told of a case in the words of its symptom and its fault', async () => {
    const head = await house.as('supervisor')
    const found = async (text: string) =>
      (await head.tickets.list({ view: 'open', text })).rows.map(({ id }) => id).sort()
    expect(await found('煤气味')).toEqual([ids[1]])
    expect(await found('PLC 报警')).toEqual([ids[4]])
    expect(await found('plc')).toEqual([ids[4]])
    expect(await found('点不着')).toEqual([ids[0], ids[2], ids[3]].sort())
    expect(await found('燃气味')).toEqual([ids[1]]) // what the fault is called
    expect(await found('%')).toEqual([])
    expect(await found('_%')).toEqual([])
    expect((await head.tickets.totals({ view: 'open', text: '煤气味' })).count).toBe(1)
  })

  it('sums up what is late, soon and chased', async () => {
    const head = await house.as('supervisor')
    house.clock.at = minutes(30 * 24 * 60)
    const late = (await head.tickets.list({ view: 'late', limit: 200 })).rows.length
    const { sums } = await head.tickets.totals({ view: 'all' })
    expect(late).toBeGreaterThan(0)
    expect(sums).toEqual({ late, dueSoon: 0, chases: 0 })
  })

  it('offers as filters what stands in its open tickets', async () => {
    const head = await house.as('supervisor')
    const { regions, productNames, technicians } = await head.tickets.choices()
    expect([regions.sort(), productNames.sort(), technicians]).toEqual([
      ['市中区', '槐荫区'],
      ['双眼大锅灶', '煲仔炉', '矮汤炉'],
      [],
    ])
  })

  it('gives a technician only his own, sorted or summed', async () => {
    const technician = await house.as('technician')
    expect((await technician.tickets.list({ view: 'all', sort: { by: 'number', isDown: false } })).rows).toEqual([])
    expect((await technician.tickets.totals({ view: 'all' })).count).toBe(0)
    expect((await technician.tickets.choices()).regions).toEqual([])
  })

  it('opens the register of late follow-ups with exactly the rows the board counts', async () => {
    const operator = await house.as('operator')
    const head = await house.as('supervisor')
    house.clock.at = minutes(0)
    const guided = repairCall({ receivedAt: minutes(0), handling: 'guidance', customerName: '老街牛肉面' })
    await operator.intake.record(guided)
    house.clock.at = minutes(24 * 60)
    const { followupsLate, complaints } = await head.tickets.board()
    expect(followupsLate).toBeGreaterThan(0)
    expect((await head.intake.register({ only: 'followUpLate', limit: 200 })).rows).toHaveLength(followupsLate)
    expect((await head.intake.register({ only: 'complaint', limit: 200 })).rows).toHaveLength(complaints)
    await house.station.services.database.write((tx) =>
      tx.query(`UPDATE "intake_register" SET "followedUpAt" = '${house.clock.at}'`),
    )
    expect((await head.tickets.board()).followupsLate).toBe(0)
    expect((await head.intake.register({ only: 'followUpLate' })).rows).toEqual([])
  })
})
