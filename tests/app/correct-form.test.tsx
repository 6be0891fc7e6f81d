import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { act, useState } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { queries } from '../../renderer/app/api.ts'
import { dropDraft, readKeptDrafts } from '../../renderer/app/drafts.ts'
import { useHotkeys } from '../../renderer/app/hotkeys.ts'
import { fetchWords, startTexts } from '../../renderer/app/i18n.ts'
import { LedgerDay } from '../../renderer/kit/LedgerDay.tsx'
import { LedgerCell, LedgerForm } from '../../renderer/kit/LedgerForm.tsx'
import { CorrectForm } from '../../renderer/tickets/CorrectForm.tsx'
import { stepDraftPlace, stepDraftPrefix } from '../../renderer/tickets/step-draft.ts'
import { StepDraftContext } from '../../renderer/tickets/use-step-form.ts'
import { presetById } from '../../shared/presets/catalog.ts'
import { noneKnown } from '../../shared/presets/offered.ts'
import { houseOf, pressIn } from './page.tsx'
import { type Heard, type Said, stationThat, until } from './silent-station.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

const line = {
  ...{
    id: 'l1',
    registerNo: 'DJ20261127-0001',
    outcome: 'repair',
    clerkName: '周敏',
    version: 1,
    model: 'A5',
    note: '',
    outcomes: [],
  },
  ...{ customerName: '王建国', contactName: '王建国', phone: '138 **** 5678', address: '经十路 5 号' },
  ...{
    productName: '热水器',
    serialNo: '',
    purchasedOn: null,
    symptom: '不热',
    recordedAt: '2026-11-27T02:36:00.000Z',
  },
}
const clash = (field: string, theirs: string, yours: string) => ({
  ...{ kind: 'intake.register', id: 'l1', field, theirs, yours, by: '王芳', at: '2026-11-27T02:37:00.000Z' },
})
const ticket = { id: 't1', version: 1, state: 'dispatched', technicianId: 'm1', technicianName: '王工' } as const
const heater = {
  code: 'heater',
  text: { 'zh-CN': '热水器', 'zh-TW': '熱水器', en: 'Heater' },
  models: ['A5', 'A7', 'K2'],
}
const fridge = { code: 'fridge', text: { 'zh-CN': '冰箱', 'zh-TW': '冰箱', en: 'Fridge' } }
const policy = { ...presetById('P32')!, productTypes: [heater, fridge] }
const drafts = stepDraftPrefix('m1', 't1')
let root: Root
let box: HTMLElement
let heard: Heard[]
const done = vi.fn()

/** Refuses the first save with both values of two fields, takes the second. */
function station() {
  let saves = 0
  heard = stationThat(({ procedure }): Said => {
    if (procedure === 'admin.house')
      return { output: { ...houseOf('operator'), company: { timeZone: 'Asia/Shanghai' } } }
    if (procedure === 'admin.policy')
      return { output: { id: 'v1', policy, known: noneKnown, days: {}, publishedYears: [] } }
    if (procedure === 'intake.line')
      return { output: saves === 0 ? line : { ...line, version: 2, model: 'B1', symptom: '漏水' } }
    saves += 1
    if (saves > 1) return { output: { ...line, version: 3 } }
    const conflicts = [clash('model', 'B1', 'A7'), clash('symptom', '漏水', '滴水')]
    return { failure: { kind: 'changedByOther', text: 'intake.failure.lineOvertaken', facts: {}, conflicts } as never }
  })
}

function Keys() {
  useHotkeys()
  return null
}

const cell = (name: string) =>
  [...box.querySelectorAll('label')].find(({ textContent }) => textContent === name)!.control as HTMLInputElement
const type = (name: string, text: string) =>
  act(async () => {
    const field = cell(name)
    const own = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field) as object, 'value')!
    own.set!.call(field, text)
    field.dispatchEvent(new Event('input', { bubbles: true }))
  })
const button = (text: string, nth = 0) =>
  [...box.querySelectorAll('button')].filter((each) => each.textContent.includes(text))[nth]!
const click = (text: string, nth = 0) => act(async () => button(text, nth).click())

beforeAll(async () => {
  await startTexts()
  await fetchWords(['tickets', 'intake'])
})
beforeEach(async () => {
  queries.clear()
  done.mockClear()
  box = document.body.appendChild(document.createElement('div'))
  root = createRoot(box)
  station()
  await act(async () =>
    root.render(
      <MantineProvider>
        <QueryClientProvider client={queries}>
          <StepDraftContext value={stepDraftPlace('m1', ticket, 'correct', {})}>
            <Keys />
            <CorrectForm ticketId="t1" onDone={done} onCancel={done} />
          </StepDraftContext>
        </QueryClientProvider>
      </MantineProvider>,
    ),
  )
  await until(() => box.querySelector('table, input') !== null)
})
afterEach(async () => {
  await act(async () => root.unmount())
  box.remove()
  for (const { key } of await readKeptDrafts(drafts)) await dropDraft(key)
  vi.unstubAllGlobals()
})

describe('a register line that two seats correct', () => {
  it('shows both values of each field, keeps what was typed, and saves once each is decided', async () => {
    await type('Model', 'A7')
    await type('Symptom', '滴水')
    await type('Note', '下午来')
    await click('Correct entry')
    await until(() => box.querySelector('[role=alert] table') !== null)
    const told = box.querySelector('[role=alert]')!.textContent
    for (const said of ['A7', 'B1', '王芳', '滴水', '漏水']) expect(told).toContain(said)
    expect([cell('Model').value, cell('Symptom').value, cell('Note').value]).toEqual(['A7', '滴水', '下午来'])
    const saves = () => heard.filter(({ procedure }) => procedure === 'intake.correct')
    await click('Correct entry')
    expect(saves()).toHaveLength(1)
    await click('Use mine')
    await until(() => heard.filter(({ procedure }) => procedure === 'intake.line').length > 1)
    await click('Take theirs')
    await until(() => cell('Symptom').value === '漏水')
    await click('Correct entry')
    await until(() => done.mock.calls.length > 0)
    expect(saves()[1]?.input).toEqual({ id: 'l1', version: 2, changes: { model: 'A7', note: '下午来' } })
  })
})

it('offers the models that are sold of the product as it is called now; anything else may be typed', async () => {
  await until(() => cell('Model').getAttribute('role') === 'combobox')
  const offered = () => [...box.querySelectorAll('[role=option]')].map(({ textContent }) => textContent)
  await type('Model', '')
  expect(offered()).toEqual(['A5', 'A7', 'K2'])
  await type('Model', 'a')
  expect(offered()).toEqual(['A5', 'A7'])
  await type('Model', '自制 3 号')
  expect([offered(), cell('Model').value]).toEqual([[], '自制 3 号'])
  await type('Product', '冷柜')
  expect(cell('Model').getAttribute('role')).toBeNull()
  expect(cell('Model').value).toBe('自制 3 号')
})

it('says beside a model of another product type whose it is, keeps it, and clears it on one click', async () => {
  const beside = () =>
    [...box.querySelectorAll('[role=status]')].find(({ textContent }) => textContent.startsWith('a model of'))
      ?.textContent ?? null
  await until(() => cell('Model').getAttribute('role') === 'combobox')
  expect(beside()).toBeNull()
  await type('Product', '冰箱')
  expect([beside(), cell('Model').value]).toEqual(['a model of Heater', 'A5'])
  await click('Clear the model')
  expect([beside(), cell('Model').value]).toEqual([null, ''])
  await type('Model', '自制 3 号')
  expect([beside(), cell('Model').value]).toEqual([null, '自制 3 号'])
})

const sentChanges = () =>
  heard.filter(({ procedure }) => procedure === 'intake.correct').map(({ input }) => input['changes'])

it('F9 with the caret in the day sends the day that stands there, and the caret stays', async () => {
  await type('Bought on', '20251120')
  await pressIn(cell('Bought on'), 'F9')
  await until(() => sentChanges().length > 0)
  expect(sentChanges()).toEqual([{ purchasedOn: '2025-11-20' }])
  expect(document.activeElement).toBe(cell('Bought on'))
})

it('F9 with the caret in a day that is none sends nothing, and says so there', async () => {
  await type('Note', '下午来')
  await type('Bought on', '2025-02-30')
  await pressIn(cell('Bought on'), 'F9')
  expect([sentChanges(), done.mock.calls]).toEqual([[], []])
  expect(document.activeElement).toBe(cell('Bought on'))
  expect(cell('Bought on').getAttribute('aria-invalid')).toBe('true')
  await type('Bought on', '2025-02-28')
  await pressIn(cell('Bought on'), 'F9')
  await until(() => sentChanges().length > 0)
  expect(sentChanges()).toEqual([{ note: '下午来', purchasedOn: '2025-02-28' }])
})

it('Esc with the caret in the day keeps the day in the draft', async () => {
  await type('Bought on', '20251120')
  await pressIn(cell('Bought on'), 'Escape')
  expect(done).toHaveBeenCalled()
  await vi.waitFor(async () => expect(JSON.stringify(await readKeptDrafts(drafts))).toContain('2025-11-20'))
})

it('Enter on the last field hands over what stands there', async () => {
  const onEnd = vi.fn()
  function Form() {
    const [on, setOn] = useState<string | null>('2025-01-01')
    return (
      <LedgerForm label="form" onEnd={() => onEnd(on)}>
        <LedgerCell label="Day">
          <LedgerDay value={on} onChange={setOn} nowAt="2026-11-27T02:36:00.000Z" />
        </LedgerCell>
      </LedgerForm>
    )
  }
  await act(async () => root.render(<Form />))
  await type('Day', '20251120')
  await pressIn(cell('Day'), 'Enter')
  expect(onEnd.mock.calls).toEqual([['2025-11-20']])
})
