import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type JournalEntry, JournalEntity } from '../../main/database/journal.ts'
import { newId } from '../../main/new-id.ts'
import { engines, openTestStation, type TestStation } from '../kit/station.ts'

/** Entries as [orderNo, step], and the steps newest first with how many lines each has. */
const cases: [string, [number, string][], [string, number][]][] = [
  [
    'of one station',
    [
      [1, 'a'],
      [2, 'b'],
      [3, 'b'],
      [4, 'c'],
    ],
    [
      ['c', 1],
      ['b', 2],
      ['a', 1],
    ],
  ],
  [
    'of two stations that counted the same',
    [
      [5, 'a'],
      [5, 'b'],
      [6, 'c'],
      [6, 'd'],
    ],
    [
      ['d', 1],
      ['c', 1],
      ['b', 1],
      ['a', 1],
    ],
  ],
  [
    'of two stations that wrote between each other’s entries',
    [
      [1, 'a'],
      [2, 'b'],
      [3, 'a'],
      [4, 'b'],
      [4, 'a'],
      [5, 'c'],
    ],
    [
      ['c', 1],
      ['b', 2],
      ['a', 3],
    ],
  ],
]

describe.each(engines)('pages of a history on %s', (engine) => {
  let house: TestStation

  beforeAll(async () => {
    house = await openTestStation(engine)
  })
  afterAll(() => house.close())

  it.each(cases.flatMap((each) => [1, 2, 3, 9].map((limit) => [...each, limit] as const)))(
    '%s bring every step once and whole',
    async (_, entries, expected, limit) => {
      const customerId = newId()
      const names = [...new Set(entries.map(([, step]) => step))].toSorted()
      const ids = names.map(() => newId()).toSorted()
      const idOf = new Map(names.map((name, nth) => [name, ids[nth]!]))
      const desk = await house.as('supervisor')
      await desk.customers.save({ id: customerId, name: '济水苑物业' })
      const columns = ['name', 'note', 'bestTime']
      const rows = entries.map(([orderNo, step], nth): JournalEntry => ({
        ...{ id: newId(), orderNo, step: idOf.get(step)!, at: house.clock.at, memberId: null },
        ...{ doing: 'customers.change', operation: 'change', kind: 'customers.customer', recordId: customerId },
        ...{ rootId: customerId, subjectId: customerId, version: nth + 2, fields: [columns[nth % 3]!] },
        ...{ sealed: null, undoes: null },
      }))
      await house.station.services.database.write((tx) => tx.insert(JournalEntity, rows))
      const read: [string, number][] = []
      let before: string | null = null
      do {
        const page = await desk.history.of({ kind: 'customers.customer', id: customerId, limit, before })
        expect(page.rows.length).toBeLessThanOrEqual(limit)
        read.push(...page.rows.map(({ step, lines }): [string, number] => [step, lines.length]))
        before = page.next
      } while (before !== null)
      const [added, ...others] = read.toSorted(
        ([one], [other]) => Number([...idOf.values()].includes(one)) - Number([...idOf.values()].includes(other)),
      )
      expect(added?.[1]).toBeGreaterThan(0)
      expect(others).toEqual(expected.map(([step, lines]) => [idOf.get(step), lines]))
    },
  )
})
