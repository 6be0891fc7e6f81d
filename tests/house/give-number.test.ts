import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { QueryRunner } from 'typeorm'
import { PoliciesBringNumbers } from '../../main/database/migrations/20261127-schemes.ts'
import { CounterEntity, SettingEntity } from '../../main/house/entities.ts'
import { nextNumber, nextNumbers } from '../../main/house/give-number.ts'
import { PolicyEntity } from '../../main/house/policies/entities.ts'
import { newId } from '../../main/new-id.ts'
import type { NumberSchemes, Policy } from '../../shared/presets/schema.ts'
import { type Caller, engines, openTestStation, type TestStation } from '../kit/station.ts'
import { refusal, repairCall } from '../tickets/desk.ts'

describe.each(engines)('R353 numbers after a change of their scheme on %s', (engine) => {
  let house: TestStation
  let supervisor: Caller
  let operator: Caller

  beforeAll(async () => {
    house = await openTestStation(engine)
    supervisor = await house.as('supervisor')
    operator = await house.as('operator')
  })
  afterAll(() => house.close())

  const draftOf = async (numbers: Partial<NumberSchemes>, effectiveOn: string | null = null) => {
    const { id, policy } = await supervisor.admin.policy({ id: null })
    const newest = (await supervisor.admin.policies()).find(({ withdrawnAt }) => withdrawnAt === null)?.id ?? id
    return {
      ...{ id: newId(), basedOn: newest, effectiveOn, runningCases: 'finish' as const, kept: [], reason: '' },
      policy: { ...policy, numbers: { ...policy.numbers, ...numbers } },
    }
  }
  const publish = async (numbers: Partial<NumberSchemes>, effectiveOn: string | null = null) => {
    const draft = await draftOf(numbers, effectiveOn)
    await supervisor.admin.savePolicy(draft)
    return draft
  }
  let callers = 0
  const registered = async (scheme: string) => {
    await publish({ register: scheme, ticket: scheme, customer: scheme })
    const line = await operator.intake.record(repairCall({ phone: `139${String((callers += 1)).padStart(8, '0')}` }))
    const { number } = await operator.customers.get({ id: line.customerId! })
    expect([line.ticket!.number, number]).toEqual([line.registerNo, line.registerNo])
    return line.registerNo
  }

  it('are given once, whether a scheme comes back, grows into the figure, or loses its day', async () => {
    const given: string[] = []
    for (const [scheme, count] of [
      ['A{seq}', 11],
      ['A1{seq}', 3],
      ['A{seq}', 3],
      ['B{dd}{seq}', 2],
      ['B{seq}', 22],
    ] as const)
      for (let nth = 0; nth < count; nth += 1) given.push(await registered(scheme))
    // The first gave A10 and A11; the second passes over A11, and the first goes on behind what the second gave.
    expect(given.slice(9, 17)).toEqual(['A10', 'A11', 'A12', 'A13', 'A14', 'A15', 'A16', 'A17'])
    expect(given.slice(17, 19)).toEqual(['B201', 'B202'])
    expect(new Set(given).size).toBe(given.length)
  })

  it('count from the day a supervisor sets, read as they were announced, and go back when that is taken back', async () => {
    const told = async (numbers: NumberSchemes, effectiveOn: string | null = null) =>
      (await supervisor.admin.nextNumbers({ numbers, effectiveOn })).register
    const call = async () =>
      (await operator.intake.record(repairCall({ phone: `139${String((callers += 1)).padStart(8, '0')}` }))).registerNo
    await publish({ register: 'A{seq}' })
    const from = await publish({ register: 'C{dd}{seq:2}' }, '2026-11-21')
    const now = (await supervisor.admin.policy({ id: null })).policy.numbers
    expect(now.register).toBe('A{seq}')
    const announced = await told(now)
    expect(await call()).toBe(announced)
    const tomorrow = await told(from.policy.numbers, '2026-11-21')
    expect(tomorrow).toBe('C2101')
    house.clock.at = '2026-11-20T16:00:00.000Z'
    expect([await call(), await call()]).toEqual([tomorrow, 'C2102'])
    const [version] = await supervisor.admin.policies()
    expect(version!.changes).toEqual([{ path: ['numbers', 'register'], before: '"A{seq}"', after: '"C{dd}{seq:2}"' }])
    const [entry] = await supervisor.admin.audit({ subject: `policy:${from.id}` }).then(({ rows }) => rows)
    expect(JSON.parse(entry!.details)).toMatchObject({ changed: { registerNumber: ['A{seq}', 'C{dd}{seq:2}'] } })
    await supervisor.admin.withdrawPolicy({ id: from.id, reason: '再想想' })
    expect(await call()).toBe(`A${Number(announced!.slice(1)) + 1}`)
    house.clock.at = '2026-11-20T02:36:00.000Z'
  })

  it('that would not be unique are refused by their field, and nothing is announced for them', async () => {
    const draft = await draftOf({ sheet: 'FW{yyyy}' })
    const refused = { kind: 'invalid', text: 'admin.failure.policy.scheme', field: 'numbers.sheet' }
    expect(await refusal(supervisor.admin.savePolicy(draft))).toMatchObject(refused)
    expect(await refusal(supervisor.admin.previewPolicy(draft))).toMatchObject(refused)
    const next = await supervisor.admin.nextNumbers({ numbers: draft.policy.numbers, effectiveOn: null })
    expect(next).toMatchObject({ sheet: null, ticket: expect.any(String) as string })
    const operatorAsks = operator.admin.nextNumbers({ numbers: draft.policy.numbers, effectiveOn: null })
    expect(await refusal(operatorAsks)).toMatchObject({ kind: 'notAllowed' })
  })

  it('stay what they were when the firm takes another trade', async () => {
    await publish({ ticket: 'T{seq}' })
    const chief = await house.as('administrator')
    const company = (await chief.admin.house()).company!
    await chief.admin.saveCompany({ ...company, presetId: 'P21' })
    expect((await supervisor.admin.policy({ id: null })).policy).toMatchObject({
      id: 'P21',
      numbers: { ticket: 'T{seq}' },
    })
  })

  it('of an archive from before the policies brought them stand in every version of those', async () => {
    const { services } = house.station
    const documents = await services.database.write(async (tx) => {
      const { value } = await tx.findOneByOrFail(SettingEntity, { name: 'company' })
      await tx.update(
        SettingEntity,
        { name: 'company' },
        { value: { ...(value as object), numbers: { sheet: 'OLD{seq}' } } },
      )
      const query = (text: string, values?: unknown[]) => tx.query(text, values)
      await new PoliciesBringNumbers().up({ dataSource: services.database.source, query } as QueryRunner)
      return (await tx.find(PolicyEntity, {})).map(({ document }) => document as Policy)
    })
    expect(documents.length).toBeGreaterThan(2)
    expect(new Set(documents.map(({ numbers }) => numbers.sheet))).toEqual(new Set(['OLD{seq}']))
    expect(documents.some(({ numbers }) => numbers.register === 'C{dd}{seq:2}')).toBe(true)
  })

  it('are given once whatever schemes follow one another, one by one and many at once', async () => {
    const { database } = house.station.services
    const part = fc.constantFrom('', '1', '2', '11', '{dd}', '{MM}')
    const scheme = fc
      .tuple(part, fc.constantFrom('{seq}', '{seq:2}', '{seq:4}'), part)
      .map(([before, seq, after]) => `${before}${seq}${after}`)
    let series = 0
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(scheme, fc.nat({ max: 20 })), { maxLength: 5 }), async (runs) => {
        series += 1
        // Given numbers stand anywhere that has an index.
        const of = { counter: `series${series}`, table: 'admin_counter', column: 'name' }
        const given = await database.write(async (tx) => {
          const numbers: string[] = []
          for (const [pattern, count] of runs) {
            const wish = { series: of, scheme: `N${series}-${pattern}` }
            const drawn =
              count % 2 === 0
                ? await nextNumbers(house.station.services, tx, '2026-11-20', wish, count)
                : [await nextNumber(house.station.services, tx, '2026-11-20', wish)]
            expect(drawn.length).toBe(count % 2 === 0 ? count : 1)
            for (const name of drawn) await tx.insert(CounterEntity, { name, value: 0 })
            numbers.push(...drawn)
          }
          return numbers
        })
        expect(new Set(given).size).toBe(given.length)
      }),
      {
        numRuns: 10,
        examples: [
          [
            [
              ['{seq}', 40],
              ['1{seq}', 40],
              ['{seq}', 40],
            ],
          ],
        ],
      },
    )
  })
})
