import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { queries } from '../../renderer/app/api.ts'
import { fetchWords, startTexts } from '../../renderer/app/i18n.ts'
import { noOwnDay } from '../../renderer/admin/policies/CalendarPart.tsx'
import { DutyPart } from '../../renderer/admin/policies/DutyPart.tsx'
import { PolicyHistory } from '../../renderer/admin/policies/PolicyHistory.tsx'
import { wholeCompany } from '../../shared/admin/policy-schema.ts'
import { noneKnown } from '../../shared/presets/offered.ts'
import { presetById } from '../../shared/presets/catalog.ts'
import type { Policy } from '../../shared/presets/schema.ts'
import { showIn, typeInto } from './page.tsx'
import { type Heard, type Said, stationThat, until } from './silent-station.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

let root: Root
let box: HTMLElement

beforeAll(async () => {
  await startTexts()
  await fetchWords(['admin'])
})
beforeEach(() => {
  queries.clear()
  box = document.body.appendChild(document.createElement('div'))
  root = createRoot(box)
})
afterEach(async () => {
  await act(async () => root.unmount())
  box.remove()
  vi.unstubAllGlobals()
})

const text = (said: string) => ({ 'zh-CN': said, 'zh-TW': said, en: said })
const version = (n: number, part = {}) => ({
  ...{ id: `v${n}`, version: n, effectiveAt: '2026-11-20T02:36:00.000Z', reason: '', madeByName: '刘', madeAt: '' },
  ...{ withdrawnAt: null, withdrawnByName: '', withdrawnReason: '', runningCases: 'switch', state: 'past' },
  ...{ changes: [], lines: [], cases: { moved: 0, kept: 0, back: 0, stuck: 0 }, ...part },
})
const lines = [
  { part: 'clocks', item: text('Dispatch'), field: 'limit', before: text('10 min'), after: text('15 min') },
  { part: 'duty', item: text('Hotline'), field: 'week.1', before: text('08:00-18:00'), after: null },
]
const button = (name: string) => {
  const found = [...box.querySelectorAll('button')].find(({ textContent }) => textContent === name)
  if (!found) throw new Error(`no button ${name}`)
  return found
}

async function show(): Promise<Heard[]> {
  const gone = {
    state: 'withdrawn',
    withdrawnAt: '2026-11-21T02:36:00.000Z',
    withdrawnByName: '王',
    withdrawnReason: 'too tight',
  }
  const heard = stationThat(({ procedure }): Said => ({
    output: procedure === 'admin.policies' ? [version(3, { lines }), version(2, gone), version(1)] : [],
  }))
  await showIn(root, <PolicyHistory place={wholeCompany} />)
  await until(() => box.querySelectorAll('li').length === 3)
  return heard
}

it('a version says what it changed line by line, by part; one that was taken back says by whom and why', async () => {
  await show()
  await act(async () => button('2 changed').click())
  const told = [...box.querySelectorAll('[role=group]')].map((part) => part.textContent)
  expect(told).toEqual(['LimitsDispatch limit10 min → 15 min', 'Duty and holidaysHotline Monday08:00-18:00'])
  expect(box.querySelectorAll('li')[1]!.textContent).toMatch(/Taken back .* 王 too tight/u)
})

it('taking back asks why: nothing is sent without a reason, and with one it is sent as typed', async () => {
  const heard = await show()
  const sent = () => heard.filter(({ procedure }) => procedure === 'admin.withdrawPolicy').map(({ input }) => input)
  await act(async () => button('Take back').click())
  await act(async () => button('Take version 3 back').click())
  expect(sent()).toEqual([])
  expect(box.querySelector('[role=alert]')!.textContent).toBe('Say why')
  await typeInto(box.querySelector('form input')!, 'too many late')
  await act(async () => button('Take version 3 back').click())
  await until(() => sent().length > 0)
  expect(sent()).toEqual([{ id: 'v3', reason: 'too many late' }])
})

it('a line of duty is added with the hours of the first, named, and taken away; the only one stays', async () => {
  const base = presetById('P32')!
  let policy: Policy = { ...base, duty: [base.duty[0]] }
  stationThat(() => ({ output: [] }))
  const now = { id: '', policy, known: noneKnown, days: {}, publishedYears: [] }
  const render = (isLayer = false) =>
    showIn(
      root,
      <DutyPart
        {...{ policy, now, isLayer, ownDay: noOwnDay, onOwnDay: () => undefined }}
        timeZone="Asia/Shanghai"
        problemOf={() => undefined}
        onChange={(part) => (policy = { ...policy, ...part })}
      />,
    )
  await render()
  const first = base.duty[0]
  expect(() => button(`Remove ${first.text.en}`)).toThrow()
  await act(async () => button('Add a duty line').click())
  await render()
  expect(policy.duty[1]).toMatchObject({ week: first.week, rule: 'house' })
  const name = [...box.querySelectorAll('input')].find(({ value }) => value === policy.duty[1]!.text.en)!
  await typeInto(name, 'Night desk')
  await render()
  await act(async () => button('Remove Night desk').click())
  expect(policy.duty).toEqual([first])
  await render(true)
  expect(() => button('Add a duty line')).toThrow()
})
