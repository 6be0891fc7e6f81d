import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CounterEntity } from '../../main/house/entities.ts'
import { nextNumber, nextNumbers } from '../../main/house/give-number.ts'
import { type Caller, engines, openTestStation, type TestStation } from '../kit/station.ts'
import { repairCall } from '../tickets/desk.ts'

describe.each(engines)('R353 numbers after a change of their scheme on %s', (engine) => {
  let house: TestStation
  let chief: Caller
  let operator: Caller

  beforeAll(async () => {
    house = await openTestStation(engine)
    chief = await house.as('administrator')
    operator = await house.as('operator')
  })
  afterAll(() => house.close())

  let callers = 0
  const registered = async (scheme: string) => {
    const company = (await chief.admin.house()).company!
    const { register, ticket, customer } = { register: scheme, ticket: scheme, customer: scheme }
    await chief.admin.saveCompany({ ...company, numbers: { ...company.numbers, register, ticket, customer } })
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
