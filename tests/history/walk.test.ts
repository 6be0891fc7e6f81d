import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Seat } from '../../main/api/context.ts'
import { recordKinds } from '../../main/house/record-kind.ts'
import { undoStep } from '../../main/history/undo-step.ts'
import { engines, openTestStation, type TestStation } from '../kit/station.ts'
import { layGround, turnAt, type Turn, walkers } from './walk.ts'

/** Kinds no step of which is simply taken back: each has a counter-step. Whoever brings one that has adds its walk. */
const onlyByCounterStep = [
  'tickets.attempt',
  'tickets.chase',
  'tickets.ledger',
  'tickets.mismatch',
  'tickets.moment',
  'tickets.plan',
  'tickets.result',
  'tickets.withdrawal',
]

/** Of each command alone with GENDAN_MATRIX=full, of all of them together otherwise. */
const many = 300

const turns: fc.Arbitrary<Omit<Turn, 'nth'>> = fc.record({
  words: fc.tuple(word(), word(), word()),
  place: fc.nat(2),
})

function word() {
  return fc.constantFrom('甲', '乙', '丙', '')
}

describe.each(engines)('random changes taken back one by one on %s', (engine) => {
  let house: TestStation

  beforeAll(async () => {
    house = await openTestStation(engine)
  })
  afterAll(() => house.close())

  it('walks every step that can be taken back', () => {
    const undoable = recordKinds(house.station.services).flatMap((kind) => kind.undoable)
    expect(Object.keys(walkers).sort()).toEqual([...new Set(undoable)].sort())
  })

  it(`leave every row as it was after ${many}, on every kind of record`, async () => {
    const ground = await layGround(house)
    const before = await rows()
    const names = Object.keys(walkers)
    const runs = process.env.GENDAN_MATRIX === 'full' ? many * names.length : many
    const done: { seat: Seat; step: string; name: string }[] = []
    for (const [nth, turn] of fc.sample(turns, { numRuns: runs, seed: 9 }).entries()) {
      const name = names[nth % names.length]!
      house.clock.at = turnAt(nth)
      const seat = await walkers[name]!(ground, { ...turn, nth })
      const [written] = await steps('ORDER BY "orderNo" DESC LIMIT 1')
      if (written?.doing === name && done.at(-1)?.step !== written.step) done.push({ seat, step: written.step, name })
    }
    const met = new Map(names.map((name) => [name, done.filter((each) => each.name === name).length]))
    for (const [name, count] of met) expect([name, count > (0.8 * runs) / names.length]).toEqual([name, true])
    const kinds = recordKinds(house.station.services).map(({ entity }) => entity.kind)
    const walked = await kindsOf(done.map(({ step }) => step))
    expect(kinds.filter((kind) => !walked.has(kind)).sort()).toEqual(onlyByCounterStep)
    expect(await rows()).not.toEqual(before)
    const { services } = house.station
    for (const [nth, { seat, step }] of done.toReversed().entries()) {
      const back = await undoStep(services, seat, step)
      if (nth % 25 !== 0) continue
      const again = await undoStep(services, seat, back.step)
      await undoStep(services, seat, again.step)
    }
    expect(await rows()).toEqual(before)
    const operator = await house.as('operator')
    for (const [nth, customerId] of ground.customers.entries())
      expect((await operator.customers.search({ text: `客户${nth}`, limit: 5 }))[0]?.customerId).toBe(customerId)
    expect(await operator.customers.search({ text: '新户', limit: 5 })).toEqual([])
  }, 900_000)

  async function steps(more: string): Promise<{ step: string; doing: string; kind: string; fields: string }[]> {
    const { database } = house.station.services
    return database.read((reader) =>
      reader.query(`SELECT "step", "doing", "kind", "fields" FROM "database_journal" ${more}`),
    )
  }

  /** Kinds of record that such steps brought, changed or took away. */
  async function kindsOf(done: readonly string[]): Promise<Set<string>> {
    const own = new Set(done)
    const written = (await steps('')).filter(({ step }) => own.has(step))
    return new Set(
      written.flatMap(({ kind, fields }) => [
        kind,
        ...(JSON.parse(fields) as string[]).flatMap((field) => field.match(/^([a-z]+\.[a-z]+):/)?.[1] ?? []),
      ]),
    )
  }

  /** Every table of records; the version only ever counts up. */
  async function rows(): Promise<Record<string, string[]>> {
    const { database, ...services } = house.station.services
    const stored: Record<string, string[]> = {}
    for (const { entity } of recordKinds(services)) {
      const table = entity.options.tableName ?? ''
      const found: Record<string, unknown>[] = await database.read((reader) => reader.query(`SELECT * FROM "${table}"`))
      stored[table] = found.map(({ version: _, ...row }) => JSON.stringify(row)).sort()
    }
    return stored
  }
})
