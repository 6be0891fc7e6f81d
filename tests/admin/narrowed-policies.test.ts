import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../main/new-id.ts'
import { type Caller, engines, openTestStation, type TestStation } from '../kit/station.ts'
import { openCase, refusal } from '../tickets/desk.ts'

/** A supervisor of one outlet runs the trade of the whole firm: counts are of all, names only of the outlet's rows. */
describe.each(engines)('the policies as a supervisor of an outlet sees them on %s (house)', (engine) => {
  let house: TestStation
  let supervisor: Caller
  let narrowed: Caller
  let own: string
  let foreign: string
  const far = '历下区远处食堂'

  beforeAll(async () => {
    house = await openTestStation(engine)
    supervisor = await house.as('supervisor')
    own = await openCase(house)
    foreign = await openCase(house, {
      ...{ customerName: far, phone: '138 1234 0002', address: '济南市历下区泉景路 41 号' },
    })
    Object.assign(await house.seat('supervisor', '网点主管'), { region: '槐荫区', rowScope: 'outlet' })
    narrowed = await house.as('supervisor', '网点主管')
  })
  afterAll(() => house.close())

  const draftOf = async (hours: 'clock' | 'working', kept: string[] = []) => {
    const [newest] = await supervisor.admin.policies()
    const { policy } = await supervisor.admin.policy({ id: newest!.id })
    const clocks = policy.clocks.map((clock) => ({ ...clock, hours, limitMinutes: 3000 }))
    return {
      ...{ id: newId(), basedOn: newest!.id, effectiveOn: null, runningCases: 'switch' as const, kept, reason: '' },
      policy: { ...policy, clocks },
    }
  }

  it('previews name the cases of the outlet and count the others', async () => {
    const draft = await draftOf('working')
    const all = await supervisor.admin.previewPolicy(draft)
    const seen = await narrowed.admin.previewPolicy(draft)
    expect(new Set(all.moved.map(({ ticketId }) => ticketId))).toEqual(new Set([own, foreign]))
    expect(new Set(seen.moved.map(({ ticketId }) => ticketId))).toEqual(new Set([own]))
    expect(seen).toMatchObject({ movedCount: all.movedCount, elsewhereCount: all.movedCount - seen.moved.length })
    expect(JSON.stringify(seen)).not.toContain(far)
    await supervisor.admin.savePolicy(draft)
    const [version] = await supervisor.admin.policies()
    const pages = { id: version!.id, which: 'moved' as const }
    expect((await supervisor.admin.movedLimits(pages)).map(({ ticketId }) => ticketId)).toContain(foreign)
    expect(new Set((await narrowed.admin.movedLimits(pages)).map(({ ticketId }) => ticketId))).toEqual(new Set([own]))
  })

  it('a change of the calendar names the cases of the outlet and counts the others', async () => {
    const draft = {
      ...{ id: newId(), year: null, source: '' },
      days: [{ on: '2026-11-20', kind: 'off' as const, name: '盘点' }],
    }
    const all = await supervisor.admin.previewCalendar(draft)
    const seen = await narrowed.admin.previewCalendar(draft)
    expect(all.moved.map(({ ticketId }) => ticketId)).toContain(foreign)
    expect(new Set(seen.moved.map(({ ticketId }) => ticketId))).toEqual(new Set([own]))
    expect(seen).toMatchObject({ movedCount: all.movedCount, elsewhereCount: all.movedCount - seen.moved.length })
    await supervisor.admin.changeCalendar(draft)
    const moved = await narrowed.admin.movedLimits({ id: draft.id, which: 'moved' })
    expect(new Set(moved.map(({ ticketId }) => ticketId))).toEqual(new Set([own]))
  })

  it('a case of others is not kept from a version, whole or not at all', async () => {
    const refused = await refusal(narrowed.admin.savePolicy(await draftOf('clock', [own, foreign])))
    expect(refused).toMatchObject({ kind: 'notAllowed', text: 'tickets.failure.notYours' })
    await narrowed.admin.savePolicy(await draftOf('clock', [own]))
    const [version] = await supervisor.admin.policies()
    expect(version).toMatchObject({ cases: { kept: 1 } })
  })

  it('the audit tells what was done everywhere and by which name only of the outlet', async () => {
    const [{ rows: all }, { rows: seen }] = [await supervisor.admin.audit({}), await narrowed.admin.audit({})]
    expect(seen.map(({ seq }) => seq)).toEqual(all.map(({ seq }) => seq))
    expect(JSON.stringify(all)).toContain(far)
    expect(JSON.stringify(seen)).not.toContain(far)
    expect(JSON.stringify(seen)).toContain('青禾路小学食堂')
    expect((await supervisor.admin.audit({ text: far })).rows).not.toEqual([])
    expect((await narrowed.admin.audit({ text: far })).rows).toEqual([])
  })
})
