import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { queries } from '../../renderer/app/api.ts'
import { fetchWords, startTexts } from '../../renderer/app/i18n.ts'
import { setShell } from '../../renderer/app/shell-state.ts'
import { TicketsScreen } from '../../renderer/tickets/TicketsScreen.tsx'
import { mayUse } from '../../shared/admin/rights.ts'
import { houseOf, showIn } from './page.tsx'
import { type Said, stationThat, until } from './silent-station.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

const line = {
  ...{
    id: 'l1',
    registerNo: 'DJ20261127-0001',
    outcome: 'consult',
    clerkName: '周敏',
    version: 2,
    model: '',
    note: '',
    outcomes: [],
  },
  ...{ customerName: '王建国', contactName: '王建国', phone: '138 **** 5678', address: '经十路 5 号' },
  ...{ productName: '热水器', serialNo: '', purchasedOn: null, symptom: '问怎么清洗' },
  recordedAt: '2026-11-27T02:36:00.000Z',
}
const change = { kind: 'intake.register', recordId: 'l1', of: '', what: 'change', field: 'address', as: 'text' }
const step = {
  ...{ step: 's1', at: '2026-11-27T02:40:00.000Z', isOwn: true, byName: '陈晨', doing: 'intake.correct' },
  ...{ state: 'stands', canUndo: true, instead: null },
  lines: [{ ...change, label: 'tickets.field.address', before: '经七路', after: '经十路 5 号' }],
}
let root: Root
let box: HTMLElement

beforeAll(async () => {
  await startTexts()
  await fetchWords(['tickets', 'lists', 'history', 'admin', 'intake', 'customers'])
})
beforeEach(() => {
  queries.clear()
  setShell({ member: { name: '周敏', number: '001', may: mayUse.bind(null, 'operator') } })
  box = document.body.appendChild(document.createElement('div'))
  root = createRoot(box)
  stationThat(({ procedure, input }): Said => {
    if (procedure === 'intake.line') return input['id'] === 'l1' ? { output: line } : { failure: gone }
    if (procedure === 'history.of') return { output: { rows: [step], next: null, undo: 's1', redo: null } }
    if (procedure === 'admin.house') return { output: houseOf('operator') }
    return { failure: { kind: 'notFound', text: 'kit.table.empty' } }
  })
})
afterEach(async () => {
  await act(async () => root.unmount())
  box.remove()
  vi.unstubAllGlobals()
  location.hash = ''
})
const gone = { kind: 'notFound', text: 'intake.failure.lineGone' } as const

it('a line of the register opens by its own address: what was heard, its history, its correction by key', async () => {
  location.hash = '#/tickets/register/line/l1'
  await showIn(root, <TicketsScreen />)
  await until(() => box.textContent.includes('问怎么清洗') && box.textContent.includes('经七路'))
  for (const told of ['DJ20261127-0001', '王建国', '138 **** 5678', '陈晨']) expect(box.textContent).toContain(told)
  expect(box.querySelector('form, textarea')).toBeNull()
  await act(async () => box.querySelector<HTMLElement>('[aria-keyshortcuts="Alt+E"]')!.click())
  await until(() => box.querySelector('textarea') !== null)
  expect(box.querySelector('textarea')!.value).toBe('问怎么清洗')
})

it('a line that is no more says so and leads back to the register', async () => {
  location.hash = '#/tickets/register/line/l2'
  await showIn(root, <TicketsScreen />)
  await until(() => box.querySelector('a[href="#/tickets/register"]') !== null)
})
