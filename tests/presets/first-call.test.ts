import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../main/new-id.ts'
import type { RecordIntakeInput } from '../../shared/intake/schema.ts'
import { addDays, dayOf, endOfDay } from '../../shared/kit/calendar.ts'
import { languages } from '../../shared/kit/words.ts'
import { presetById, presets } from '../../shared/presets/catalog.ts'
import type { Policy, RegisterField } from '../../shared/presets/schema.ts'
import { refusal } from '../kit/refusal.ts'
import { openTestStation, type TestStation } from '../kit/station.ts'

const receivedAt = '2026-11-20T02:36:00.000Z'
const zone = 'Asia/Shanghai'

/** A limit that runs from the report: minutes by the clock, or the end of the day so many days on. */
interface FromTheReport {
  clock: string
  minutes?: number
  days?: number
  rule: string
  level?: string
  kinds?: readonly string[]
}

const run = (clock: string, minutes: number, rule: string, more: Partial<FromTheReport> = {}): FromTheReport => ({
  ...{ clock, minutes, rule },
  ...more,
})

/** What the papers say runs from the report, by trade; the ten minutes to the assignment are the house's everywhere else (R417). */
const ofThePapers: Readonly<Record<string, readonly FromTheReport[]>> = {
  P01: [run('assign', 10, 'R036'), run('visit', 120, 'R037')],
  P02: [run('respond', 60, 'R063'), run('solve', 480, 'R064')],
  P04: [
    run('respond', 120, 'R066'),
    run('visit', 720, 'R067', { kinds: ['repair'] }),
    run('visit', 1440, 'R068', { kinds: ['onSiteGuidance'] }),
  ],
  P09: [
    run('respond', 1440, 'R082', { kinds: ['defect', 'request'] }),
    run('respond', 1440, 'R392 R082', { kinds: ['inquiry'] }),
    { clock: 'solve', days: 7, rule: 'R083', kinds: ['defect'] },
  ],
  P10: [
    run('respond', 10, 'house', { level: 'level1' }),
    run('respond', 10, 'house', { level: 'level2' }),
    run('respond', 240, 'R075', { level: 'level3' }),
    run('solve', 240, 'R075'),
    run('visit', 240, 'R076'),
    run('plan', 300, 'R077'),
  ],
  P15: [run('respond', 120, 'R069'), run('visit', 720, 'R070'), run('solve', 1440, 'R072')],
  P16: [run('visit', 120, 'R095')],
  P17: [{ clock: 'plan', days: 2, rule: 'R096', kinds: ['designPlan'] }],
  P19: [run('visit', 120, 'R093', { level: 'emergency' }), run('visit', 1440, 'R092', { level: 'normal' })],
  P25: [run('respond', 60, 'R086')],
  P26: [run('assign', 240, 'R038')],
  P27: [run('respond', 60, 'R084'), run('solve', 1440, 'R085')],
  P28: [run('respond', 60, 'R089', { kinds: ['software'] })],
  P30: [run('visit', 1440, 'R094')],
  P32: [run('visit', 180, 'R044')],
  P34: [
    run('respond', 60, 'R056', { level: 'I' }),
    run('solve', 240, 'R058', { level: 'I' }),
    run('respond', 120, 'R059', { level: 'II' }),
    run('visit', 120, 'R059', { level: 'II' }),
    run('solve', 480, 'R061', { level: 'II' }),
  ],
}

/** Nobody is sent where the phone is enough. */
const needsSomebodySent = ['assign', 'visit']

function dueOf({ minutes, days }: FromTheReport): string {
  if (days !== undefined) return endOfDay(addDays(dayOf(receivedAt, zone), days), zone)
  return new Date(Date.parse(receivedAt) + minutes! * 60_000).toISOString()
}

function expected(preset: Policy, kind: Policy['kinds'][number], level: string): unknown[] {
  const paper = ofThePapers[preset.id] ?? []
  const assigns = paper.some(({ clock }) => clock === 'assign') ? [] : [run('assign', 10, 'house')]
  return [...assigns, ...paper]
    .filter((each) => each.level === undefined || each.level === level)
    .filter((each) => each.kinds === undefined || each.kinds.includes(kind.code))
    .filter(({ clock }) => kind.handling === 'dispatch' || !needsSomebodySent.includes(clock))
    .map((each) => [each.clock, dueOf(each), each.rule])
    .toSorted()
}

/** Every question answered, as somebody with a fault would. */
function answers(preset: Policy, nth: number): Pick<RecordIntakeInput, RegisterField> {
  return {
    customerName: '青禾路小学',
    contactName: '孟繁星',
    phone: `1390000${String(1000 + nth)}`,
    address: '青禾路 18 号',
    productName: preset.productTypes[0]?.text['zh-CN'] ?? '设备',
    serialNo: `NO-${nth}`,
    purchasedOn: '2025-03-18',
    acceptedOn: '2025-03-22',
    dealer: '直营',
    symptom: '用不了了',
    level: '',
    visitFromAt: null,
    within3h: null,
  }
}

/** What an operator reads out or chooses from during a call. */
const offered = [
  'register',
  'channels',
  'kinds',
  'categories',
  'levels',
  'faults',
  'productTypes',
  'beforeLeaving',
  'script',
  'clocks',
  'forms',
  'warranty',
  'duty',
  'notes',
  'name',
  'hint',
  'group',
] as const satisfies readonly (keyof Policy)[]

/** Every text below a part of a policy with its place, and the places of the things in its lists that need one. */
function wordsUnder(part: unknown, path: string): { found: [string, object][]; items: string[] } {
  if (typeof part !== 'object' || part === null) return { found: [], items: [] }
  if (languages.some((language) => language in part)) return { found: [[path, part]], items: [] }
  const all = Object.entries(part).map(([name, each]) => wordsUnder(each, `${path}.${name}`))
  const isNamed = (each: unknown) =>
    ['code', 'field', 'part'].some((name) => Object.hasOwn(Object(each) as object, name))
  const named = Array.isArray(part) ? part.flatMap((each, at) => (isNamed(each) ? [`${path}.${at}`] : [])) : []
  return { found: all.flatMap(({ found }) => found), items: [...named, ...all.flatMap(({ items }) => items)] }
}

const calls = (preset: Policy) =>
  preset.kinds.flatMap((kind) => (preset.levels.length > 0 ? preset.levels : [null]).map((level) => ({ kind, level })))

/** Every trade on SQLite; limits of levels, of kinds and of whole days on PostgreSQL too. */
const houses = [
  ...presets.map((preset) => [preset.id, 'sqlite', preset] as const),
  ...['P04', 'P09', 'P34'].map((id) => [id, 'postgres', presetById(id)!] as const),
]

describe.each(houses)('first run and first call of %s on %s', (id, engine, preset) => {
  let house: TestStation

  beforeAll(async () => {
    house = await openTestStation(engine, { presetId: id, warrantyMonths: null, at: receivedAt })
  })
  afterAll(() => house.close())

  const record = async (input: Partial<RecordIntakeInput>) => {
    const operator = await house.as('operator')
    return operator.intake.record({
      ...{ id: newId(), newCustomerId: newId(), newProductId: newId(), ticketId: newId() },
      ...{ receivedAt, channel: preset.channels[0].code, outcome: 'repair' },
      ...input,
    } as RecordIntakeInput)
  }

  it('asks every question and names every choice in three languages', () => {
    for (const part of offered) {
      const { found, items } = wordsUnder(preset[part], part)
      // Nothing that is offered goes without a text of its own.
      expect([part, items.filter((path) => !found.some(([under]) => under.startsWith(`${path}.`)))]).toEqual([part, []])
      for (const [path, text] of found)
        for (const language of languages) {
          const said = (text as Partial<Record<string, string>>)[language] ?? ''
          expect([path, language, said.trim()]).toEqual([path, language, expect.stringMatching(/[\p{L}\p{N}]/u)])
          if (language === 'en') expect([path, said]).toEqual([path, expect.not.stringMatching(/\p{Script=Han}/u)])
        }
    }
  })

  it.each(calls(preset).map(({ kind, level }, nth) => [kind.code, level?.code ?? '', kind, nth] as const))(
    'gives a case of %s at level "%s" the deadlines of the paper',
    async (_, level, kind, nth) => {
      const { handling } = kind
      const { ticket } = await record({ ...answers(preset, nth), level, kind: kind.code, handling })
      const operator = await house.as('operator')
      const { deadlines } = await operator.tickets.page({ id: ticket!.id })
      expect(deadlines.map(({ clock, dueAt, rule }) => [clock, dueAt, rule]).toSorted()).toEqual(
        expected(preset, kind, level),
      )
    },
  )

  it('does not save without what it asks first', async () => {
    const level = preset.levels[0]?.code ?? ''
    for (const { field, neededFor } of preset.register) {
      if (neededFor !== 'save') continue
      const blank = field === 'purchasedOn' || field === 'acceptedOn' ? null : ''
      const answer = record({ ...answers(preset, 900), level, kind: preset.kinds[0].code, [field]: blank })
      expect(await refusal(answer)).toMatchObject({ kind: 'invalid', field })
    }
  })
})
