import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runImport, type RunProgress } from '../../main/customers/run-import.ts'
import { newId } from '../../main/new-id.ts'
import { readPhone, readPhones } from '../../shared/kit/phone.ts'
import { withAreaCode } from '../../shared/presets/phone-home.ts'
import { type Caller, engines, openTestStation, type TestStation } from '../kit/station.ts'
import { repairCall } from '../tickets/desk.ts'

describe('a number as it is kept (house)', () => {
  const home = { areaCode: '0531' }

  it.each([
    ['8888 1234', '0531 8888 1234'],
    ['88881234-8', '0531 8888 1234-8'],
    ['138 1234 5678', '138 1234 5678'],
    ['0532 8888 1234', '0532 8888 1234'],
    ['138 1234 5678 8888 1234', '138 1234 5678 0531 8888 1234'],
    ['没有电话', '没有电话'],
    ['', ''],
  ])('%s is kept as %s', (text, kept) => {
    expect(withAreaCode(text, home)).toBe(kept)
    expect(withAreaCode(text, {})).toBe(text)
  })

  it('reads the same for good, whatever the home area becomes', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 2_000_000, max: 89_999_999 }),
        fc.constantFrom('010', '0532', '0755'),
        (n, other) => {
          const kept = withAreaCode(String(n), home)
          expect(readPhones(kept, { areaCode: other })).toEqual(readPhones(String(n), home))
        },
      ),
    ))
})

describe.each(engines)('the home area code on %s', (engine) => {
  let house: TestStation
  let operator: Caller
  const id = newId()

  const setArea = async (areaCode: string) => {
    const supervisor = await house.as('supervisor')
    const now = await supervisor.admin.policy({ id: null })
    const draft = {
      ...{ id: newId(), basedOn: now.id, effectiveOn: null, runningCases: 'finish' as const, kept: [], reason: '' },
      policy: { ...now.policy, areaCode },
    }
    const { readings } = await supervisor.admin.previewPolicy(draft)
    await supervisor.admin.savePolicy(draft)
    return readings
  }

  beforeAll(async () => {
    house = await openTestStation(engine)
    operator = await house.as('operator')
    expect(await setArea('0531')).toEqual({ before: '', after: '0531', kept: 0 })
    await operator.customers.save({ id, name: '泉景鲁菜馆', phones: [{ id: newId(), raw: '8888 1234' }] })
  })
  afterAll(() => house.close())

  it('completes what is typed on a form, and every way of looking finds it', async () => {
    const key = '053188881234'
    const { customer } = await operator.customers.card({ customerId: id })
    expect(customer.phones[0]).toMatchObject({ shown: '0531 **** 1234' })
    for (const number of ['8888 1234', '0531-88881234']) {
      expect(await operator.customers.callerCard({ number })).toMatchObject({
        number: key,
        matches: [{ customerId: id }],
      })
      expect((await operator.customers.search({ text: number, limit: 5 }))[0]).toMatchObject({ customerId: id })
    }
    const like = { name: '泉景鲁菜', phone: '88881234', address: '' }
    expect(await operator.customers.duplicates(like)).toMatchObject([{ customerId: id }])
  })

  it('completes the register’s number, the display’s and the file’s', async () => {
    const { id: line } = await operator.intake.record(repairCall({ phone: '8797 3316' }))
    const { rows } = await operator.intake.register({ limit: 5 })
    expect(rows.find((row) => row.id === line)?.phoneShown).toBe('0531 **** 3316')
    const started = await operator.intake.startCall({
      ...{ id: newId(), direction: 'in', number: '8797 3317', at: house.clock.at },
    })
    expect(started).toMatchObject({ number: '053187973317' })
    const { services } = house.station
    const { hash } = await services.files.put(new TextEncoder().encode('客户姓名,电话\n甲食堂,6120 4455\n'))
    const progress: RunProgress = { state: 'reading', done: 0, total: 0, summary: null, reportHash: null }
    const input = { id: newId(), hash, fileName: 'a.csv', kind: 'customers' } as const
    await runImport(services, null, input, progress, { hide: async () => undefined })
    expect(await operator.customers.callerCard({ number: '0531 6120 4455' })).toMatchObject({
      matches: [{ customerName: '甲食堂' }],
    })
  })

  it('becomes another: seen before, written into the audit, and what was kept stays as it was read', async () => {
    expect(await setArea('0532')).toEqual({ before: '0531', after: '0532', kept: 1 })
    expect(readPhone('8888 1234', { areaCode: '0532' })?.key).toBe('053288881234')
    expect((await operator.customers.callerCard({ number: '8888 1234' })).matches).toEqual([])
    expect((await operator.customers.callerCard({ number: '0531 8888 1234' })).matches).toMatchObject([
      { customerId: id },
    ])
    const register = await operator.intake.register({ limit: 50 })
    expect(register.rows.map(({ phoneShown }) => phoneShown)).toContain('0531 **** 3316')
    const chief = await house.as('administrator')
    const [entry] = await chief.admin.audit({ limit: 5, feature: 'admin' }).then(({ rows }) => rows)
    expect(JSON.parse(entry!.details)).toMatchObject({ changed: { areaCode: ['0531', '0532'] } })
  })
})
