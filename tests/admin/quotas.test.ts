import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { houseQuotas, quotaChanges, type Quotas } from '../../shared/admin/quotas.ts'
import type { Role } from '../../shared/admin/rights.ts'
import type { Quota } from '../../shared/kit/quota.ts'
import { SettingEntity } from '../../main/house/entities.ts'
import { newId } from '../../main/new-id.ts'
import { engines, openTestStation, type TestStation } from '../kit/station.ts'
import { refusal } from '../tickets/desk.ts'

const withReveal = (role: Role, quota: Quota): Quotas => ({
  ...houseQuotas,
  reveal: { ...houseQuotas.reveal, [role]: quota },
})

describe('what changed between two sets of quotas', () => {
  it('is each role and kind that differs, and nothing of what does not', () => {
    expect(quotaChanges(houseQuotas, structuredClone(houseQuotas))).toEqual([])
    const [was, is] = [houseQuotas.reveal.operator, { perHour: 1, perDay: 120 }]
    expect(quotaChanges(houseQuotas, withReveal('operator', is))).toEqual([
      { kind: 'reveal', role: 'operator', was, is },
    ])
  })
})

describe.each(engines)('how often somebody may on %s', (engine) => {
  let house: TestStation
  const [customerId, phoneId] = [newId(), newId()]
  const reveal = async (name: string) =>
    (await house.as('operator', name)).customers.reveal({ phoneId, reason: '客户要求回拨' })

  beforeAll(async () => {
    house = await openTestStation(engine)
    await (
      await house.as('operator')
    ).customers.save({
      ...{ id: customerId, name: '面馆', address: '' },
      phones: [{ id: phoneId, raw: '13853120418' }],
    })
  })
  afterAll(() => house.close())

  it('is the house’s until an administrator sets it, counts at once, and stands in the audit by role', async () => {
    const admin = await house.as('administrator')
    const seen = await admin.admin.quotas()
    expect(seen).toEqual({ quotas: houseQuotas, version: 0 })
    await admin.admin.saveQuotas({ quotas: withReveal('operator', { perHour: 1, perDay: 5 }), version: 0 })
    await reveal('甲')
    expect(await refusal(reveal('甲'))).toMatchObject({ kind: 'ruleBroken', facts: { limit: 1 } })
    await admin.admin.saveQuotas({ quotas: withReveal('operator', { perHour: 2, perDay: 5 }), version: 1 })
    expect((await reveal('甲')).number).toBe('138 5312 0418')
    const [entry] = (await admin.admin.audit({ limit: 20 }).then(({ rows }) => rows)).filter(
      ({ action }) => action === 'admin.saveQuotas',
    )
    expect(JSON.parse(entry!.details)).toEqual({ role: 'operator', changed: { 'quota.reveal': ['1/5', '2/5'] } })
  })

  it('is not set over a change nobody saw, nor to more in an hour than in a day', async () => {
    const admin = await house.as('administrator')
    const { quotas, version } = await admin.admin.quotas()
    await admin.admin.saveQuotas({ quotas, version })
    expect(await refusal(admin.admin.saveQuotas({ quotas, version }))).toMatchObject({ kind: 'changedByOther' })
    const odd = withReveal('operator', { perHour: 9, perDay: 5 })
    expect(await refusal(admin.admin.saveQuotas({ quotas: odd, version: version + 1 }))).toMatchObject({
      kind: 'invalid',
    })
    expect((await admin.admin.quotas()).quotas).toEqual(quotas)
  })

  it('of what nobody has set is the house’s, beside what was set', async () => {
    const own = { reveal: { operator: { perHour: 3, perDay: 7 } } }
    await house.station.services.database.write((tx) =>
      tx.update(SettingEntity, { name: 'quotas' }, { value: { quotas: own, version: 9 } }),
    )
    const { quotas } = await (await house.as('administrator')).admin.quotas()
    expect(quotas).toEqual(withReveal('operator', { perHour: 3, perDay: 7 }))
  })
})
