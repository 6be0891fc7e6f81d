import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runImport, type RunProgress } from '../../main/customers/run-import.ts'
import { newId } from '../../main/new-id.ts'
import { firstOffered, offeredBy } from '../../shared/presets/offered.ts'
import { presetById } from '../../shared/presets/catalog.ts'
import type { Policy } from '../../shared/presets/schema.ts'
import { policyProblems } from '../../shared/presets/schema.ts'
import { refusal } from '../kit/refusal.ts'
import { type Caller, engines, openTestStation, type TestStation } from '../kit/station.ts'
import { repairCall } from '../tickets/desk.ts'

const named = (name: string) => ({ 'zh-CN': name, 'zh-TW': name, en: name })

describe('choices that are retired (house)', () => {
  const policy = presetById('P32')!
  const retired = (name: 'kinds' | 'categories' | 'channels', codes: readonly string[]): Policy => ({
    ...policy,
    [name]: policy[name].map((each) => (codes.includes(each.code) ? { ...each, isRetired: true } : each)),
  })

  it('are not offered, and one must stay', () => {
    expect(offeredBy(policy)).toBe(policy)
    expect(firstOffered(offeredBy(retired('categories', ['general'])).categories)).toBe('special')
    for (const name of ['kinds', 'categories', 'channels'] as const) {
      const codes = policy[name].map(({ code }) => code)
      expect(policyProblems(retired(name, codes))).toContainEqual({ path: name, reason: 'missing' })
      expect(policyProblems(retired(name, codes.slice(1)))).toEqual([])
    }
  })
})

describe.each(engines)('user categories of the firm on %s (R168, house)', (engine) => {
  let house: TestStation
  let supervisor: Caller
  let operator: Caller
  const old = newId()

  beforeAll(async () => {
    house = await openTestStation(engine)
    supervisor = await house.as('supervisor')
    operator = await house.as('operator')
    await operator.customers.save({ id: old, name: '泉景鲁菜馆', category: 'special', phones: [] })
    const { id, policy } = await supervisor.admin.policy({ id: null })
    const [general, , group] = policy.categories
    await supervisor.admin.savePolicy({
      ...{ id: newId(), basedOn: id, effectiveOn: null, runningCases: 'finish', kept: [], reason: '' },
      policy: {
        ...policy,
        // Taken out whole, retired, renamed, new; a channel of the firm's own beside them.
        categories: [
          { code: 'own1', text: named('签约食堂') },
          { ...general!, text: named('散户') },
          { ...group!, isRetired: true },
        ],
        channels: [...policy.channels, { code: 'own1', text: named('小程序') }] as unknown as Policy['channels'],
      },
    })
  })
  afterAll(() => house.close())

  const save = (changes: { id: string; category?: string; version?: number }) =>
    operator.customers.save({ name: '泉景鲁菜馆', phones: [], ...changes })

  it('keep the name of one that is gone where it stands, and a save leaves it there', async () => {
    const { known } = await operator.admin.policy({ id: null })
    const text = (code: string) => known.categories.find((each) => each.code === code)?.text['zh-CN']
    expect(known.categories.map(({ code, isRetired }) => [code, isRetired === true])).toEqual([
      ...[['own1', false] as const, ['general', false] as const, ['group', true] as const],
      ...[['special', true] as const, ['newProduct', true] as const],
    ])
    expect([text('special'), text('general')]).toEqual(['特殊用户', '散户'])
    const { customer } = await operator.customers.card({ customerId: old })
    expect(await save({ id: old, category: 'special', version: customer.version })).toMatchObject({
      category: 'special',
    })
  })

  it('are nowhere while their version is still to come, nor once it was taken back before it counted', async () => {
    const { id, policy } = await supervisor.admin.policy({ id: null })
    const codes = async () => (await operator.admin.policy({ id: null })).known.categories.map(({ code }) => code)
    const before = await codes()
    const draft = newId()
    await supervisor.admin.savePolicy({
      ...{ id: draft, basedOn: id, effectiveOn: '2099-01-01', runningCases: 'finish', kept: [], reason: '' },
      policy: { ...policy, categories: [...policy.categories, { code: 'own2', text: named('物业') }] },
    })
    expect(await codes()).toEqual(before)
    await supervisor.admin.withdrawPolicy({ id: draft, reason: '改了主意' })
    expect(await codes()).toEqual(before)
  })

  it('are what a customer may be put into: another code, a retired one, is refused beside its field', async () => {
    expect(await save({ id: newId(), category: 'own1' })).toMatchObject({ category: 'own1' })
    expect(await save({ id: newId() })).toMatchObject({ category: 'own1' })
    for (const category of ['group', 'special', 'nobody'])
      expect(await refusal(save({ id: newId(), category }))).toMatchObject({
        ...{ kind: 'invalid', text: 'customers.failure.noCategory', field: 'category' },
      })
  })

  it('narrow the list, and the history tells the change by them', async () => {
    const id = newId()
    const { version } = await save({ id, category: 'general' })
    await save({ id, category: 'own1', version })
    const { rows } = await operator.customers.list({ text: '', category: 'own1', limit: 50 })
    expect(rows.map((row) => row.id)).toContain(id)
    const [step] = (await supervisor.history.of({ kind: 'customers.customer', id, limit: 5 })).rows
    expect(step?.lines).toMatchObject([{ as: 'categories', before: 'general', after: 'own1' }])
  })

  it('begin a register with the first, stand on the ticket and are ticked on its paper', async () => {
    const { ticket } = await operator.intake.record(repairCall({ category: '', channel: 'own1' }))
    const wish = { formId: 'F01', ticketId: ticket!.id, mode: 'complete' } as const
    const { record, info } = await operator.sheets.record(wish)
    expect(record).toMatchObject({ customerCategory: 'own1', channel: 'own1' })
    expect(info.categories.map((each) => each.text['zh-CN'])).toEqual(['签约食堂', '散户'])
    expect(info.channels.find(({ code }) => code === 'own1')?.text['zh-CN']).toBe('小程序')
    expect(await refusal(operator.intake.record(repairCall({ category: 'nobody' })))).toMatchObject({
      ...{ text: 'intake.failure.notOffered', field: 'category' },
    })
  })

  it('are read from a file by name, one that is gone too, and an unknown name is remarked', async () => {
    const { services } = house.station
    const lines = [
      '客户姓名,电话,用户类别',
      '甲食堂,13900001001,签约食堂',
      '乙食堂,13900001002,VIP',
      '丙食堂,13900001003,月亮',
    ]
    const { hash } = await services.files.put(new TextEncoder().encode(`${lines.join('\n')}\n丁食堂,13900001004,\n`))
    const progress: RunProgress = { state: 'reading', done: 0, total: 0, summary: null, reportHash: null }
    const input = { id: newId(), hash, fileName: 'a.csv', kind: 'customers' } as const
    const { source } = await runImport(services, null, input, progress, { hide: async () => undefined })
    const { rows } = await operator.customers.list({ text: '', limit: 50 })
    const category = (name: string) => rows.find((row) => row.name === name)?.category
    expect(['甲食堂', '乙食堂', '丙食堂', '丁食堂'].map(category)).toEqual(['own1', 'special', 'own1', 'own1'])
    expect(source.drafts.flatMap(({ notes }) => notes)).toMatchObject([{ code: 'unknownCategory', text: '月亮' }])
  })
})
