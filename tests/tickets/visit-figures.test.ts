import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PolicyEntity } from '../../main/house/policies/entities.ts'
import { renewPolicies } from '../../main/house/settings.ts'
import { newId } from '../../main/new-id.ts'
import { houseVisits } from '../../shared/presets/house-visits.ts'
import type { VisitPolicy } from '../../shared/presets/schema.ts'
import { rankTechnicians } from '../../shared/tickets/rules-technicians.ts'
import type { TechnicianLoad } from '../../shared/tickets/schema.ts'
import { type Caller, engines, openTestStation, type TestStation } from '../kit/station.ts'
import { openCase } from './desk.ts'

it('a visit without an end takes up as long as the policies say (R041, house)', () => {
  const visit = { ticketId: 't', number: '1', title: '', state: 'dispatched', late: false } as const
  const load: TechnicianLoad = {
    ...{ id: 'a', name: '', region: '', isDisabled: false, openTickets: 1 },
    today: [{ ...visit, fromAt: '2026-11-20T06:00:00.000Z', toAt: null }],
  }
  const wanted = { region: '', visitFromAt: '2026-11-20T07:00:00.000Z', visitToAt: null }
  expect(rankTechnicians([load], wanted)[0]!.isFree).toBe(true)
  expect(rankTechnicians([load], wanted, 90)[0]!.isFree).toBe(false)
})

describe.each(engines)('figures of visits in the policies on %s (house)', (engine) => {
  let house: TestStation
  let supervisor: Caller

  const publish = async (figures: Partial<VisitPolicy>) => {
    const { id: basedOn, policy } = await supervisor.admin.policy({ id: null })
    await supervisor.admin.savePolicy({
      ...{ id: newId(), basedOn, effectiveOn: null, runningCases: 'finish', kept: [], reason: '' },
      policy: { ...policy, visits: { ...policy.visits, ...figures } },
    })
  }

  beforeAll(async () => {
    house = await openTestStation(engine)
    supervisor = await house.as('supervisor')
    await house.as('technician')
    await openCase(house)
  })
  afterAll(() => house.close())

  it('policies from before visits had figures read with the house’s, and their next version tells of no change', async () => {
    const { services } = house.station
    await services.database.write(async (tx) => {
      const [first] = await tx.find(PolicyEntity, { where: { layer: 'company' } })
      const { visits: _visits, ...document } = first!.document as { visits?: unknown }
      await tx.update(PolicyEntity, { id: first!.id }, { document })
      await renewPolicies(services, tx, null)
    })
    expect((await supervisor.admin.policy({ id: null })).policy.visits).toEqual(houseVisits)
    await publish({ soonMinutes: 25 })
    const [newest] = await supervisor.admin.policies()
    expect(newest!.changes.map(({ path }) => path.join('.'))).toEqual(['visits.soonMinutes'])
    expect(newest!.lines).toMatchObject([{ part: 'visits', field: 'soonMinutes' }])
  })

  it('what is due soon in the list, its totals and on the board follows the figure', async () => {
    const { nextDueAt } = (await supervisor.tickets.list({ view: 'open', limit: 10 })).rows[0]!
    const left = Math.ceil((Date.parse(nextDueAt!) - Date.parse(house.clock.at)) / 60_000)
    expect(left).toBeGreaterThan(1)
    const soon = async () => [
      (await supervisor.tickets.list({ view: 'dueSoon', limit: 10 })).rows.length,
      (await supervisor.tickets.totals({ view: 'open' })).sums?.['dueSoon'],
      (await supervisor.tickets.board()).dueSoon,
      (await supervisor.tickets.counts()).dueSoon,
    ]
    await publish({ soonMinutes: left - 1 })
    expect(await soon()).toEqual([0, 0, 0, 0])
    await publish({ soonMinutes: left })
    expect(await soon()).toEqual([1, 1, 1, 1])
  })

  it('offered windows last as long and begin as soon as the policies say', async () => {
    const offers = async () =>
      (await supervisor.tickets.visitOffers({ address: '济南市槐荫区' })).map(({ fromAt, toAt }) => ({
        lasts: (Date.parse(toAt) - Date.parse(fromAt)) / 60_000,
        begins: (Date.parse(fromAt) - Date.parse(house.clock.at)) / 60_000,
      }))
    const usual = await offers()
    expect(usual[0]!.lasts).toBe(60)
    expect(usual[0]!.begins).toBeLessThan(120)
    await publish({ usualMinutes: 90, leadMinutes: 180 })
    const later = await offers()
    expect(later.length).toBeGreaterThan(0)
    expect(later.every(({ lasts, begins }) => lasts === 90 && begins >= 180)).toBe(true)
  })

  it('refuses a figure that is none', async () => {
    await expect(publish({ soonMinutes: 0 })).rejects.toThrow()
  })
})
