import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { queries } from '../../renderer/app/api.ts'
import { fetchWords, startTexts } from '../../renderer/app/i18n.ts'
import { setShell } from '../../renderer/app/shell-state.ts'
import { LostPane } from '../../renderer/intake/LostPane.tsx'
import type { Trade } from '../../renderer/intake/use-trade.ts'
import { ExportAsk } from '../../renderer/lists/ExportAsk.tsx'
import { ExportLines } from '../../renderer/lists/ExportLines.tsx'
import { NoticeLine } from '../../renderer/kit/NoticeLine.tsx'
import { mayUse } from '../../shared/admin/rights.ts'
import { presetById } from '../../shared/presets/catalog.ts'
import { showIn, typeInto } from './page.tsx'
import { type Heard, type Said, stationThat, until } from './silent-station.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

const caller = {
  ...{ number: '13800005678', numberShown: '138 0000 5678', region: '', count: 1, rangSeconds: 20, tries: 0 },
  ...{ firstAt: '2026-11-27T01:00:00.000Z', lastAt: '2026-11-27T01:00:00.000Z', customerId: null, customerName: '' },
}
const trade = {
  ...{ preset: presetById('P32')!, company: { timeZone: 'Asia/Shanghai' }, nowAt: '2026-11-27T02:36:00.000Z' },
  today: '2026-11-27',
} as unknown as Trade
const waiting = {
  ...{ id: 'e1', list: 'tickets.list', name: '工单', columns: [], personal: [], title: 'lists.view', conditions: [] },
  ...{ matches: null, isWhole: true, reason: '月底对账', isMine: false, memberName: '李', state: 'waiting' },
  ...{ askedAt: '2026-11-27T01:00:00.000Z', decidedByName: '', rows: 0, hash: null },
}
let root: Root
let box: HTMLElement
let heard: Heard[]
let decided: number
let exports: unknown[]

const say = ({ procedure }: Heard): Said => {
  if (procedure === 'intake.lost') return { output: [caller] }
  if (procedure === 'intake.callBack') return { output: { closed: 0 } }
  if (procedure === 'lists.exports') return { output: exports }
  if (procedure === 'lists.askExport') return { output: waiting }
  if (procedure !== 'lists.decideExport') return { failure: { kind: 'notFound', text: 'kit.table.empty' } }
  decided += 1
  return decided > 1
    ? { failure: { kind: 'changedByOther', text: 'lists.failure.decided' } }
    : { output: { ...waiting, state: 'running' } }
}
const button = (text: string) => [...box.querySelectorAll('button')].find((each) => each.textContent.includes(text))
const twice = async (text: string) => {
  await until(() => button(text) !== undefined)
  await act(() => userEvent.dblClick(button(text)!))
}
const sent = (procedure: string) => heard.filter((call) => call.procedure === procedure).map(({ input }) => input)

beforeAll(async () => {
  await startTexts()
  await fetchWords(['intake', 'lists'])
})
beforeEach(() => {
  queries.clear()
  decided = 0
  exports = []
  setShell({ member: { name: '刘', number: '001', may: mayUse.bind(null, 'administrator') } })
  heard = stationThat(say)
  box = document.body.appendChild(document.createElement('div'))
  root = createRoot(box)
})
afterEach(async () => {
  await act(async () => root.unmount())
  box.remove()
  vi.unstubAllGlobals()
})

it('a double click on calling back a lost caller says nothing of how the call went', async () => {
  await showIn(root, <LostPane trade={trade} />)
  await twice('Call back')
  await until(() => button('No answer') !== undefined)
  expect(sent('intake.callBack')).toEqual([])
})

it('a double click on nobody answering is one try, and the caller can be called back again', async () => {
  await showIn(root, <LostPane trade={trade} />)
  await until(() => button('Call back') !== undefined)
  await act(() => userEvent.click(button('Call back')!))
  await twice('No answer')
  await until(() => button('Call back') !== undefined)
  expect(sent('intake.callBack')).toMatchObject([{ number: caller.number, reached: false }])
})

it('what was said of a call and is not known to be stored is said again under its id', async () => {
  let isAway = true
  heard = stationThat((call) => (isAway && call.procedure === 'intake.callBack' ? 'silence' : say(call)))
  await showIn(root, <LostPane trade={trade} />)
  await until(() => button('Call back') !== undefined)
  await act(async () => button('Call back')!.click())
  await act(async () => button('No answer')!.click())
  await until(() => sent('intake.callBack').length > 0)
  await act(() => new Promise((after) => requestAnimationFrame(after)))
  isAway = false
  await act(async () => button('No answer')!.click())
  await until(() => button('Call back') !== undefined)
  const calls = sent('intake.callBack')
  expect(calls.length).toBeGreaterThan(1)
  expect(new Set(calls.map(({ id, at }) => `${id} ${String(at)}`)).size).toBe(1)
})

it('Enter twice in the reason of an export asks once', async () => {
  const ask = (
    <ExportAsk
      list="tickets.list"
      name="工单"
      wish={{}}
      columns={[{ id: 'phone', isPersonal: true }]}
      shown={['phone']}
    />
  )
  await showIn(root, ask)
  await act(async () => button('Export')!.click())
  await typeInto(box.querySelector('input')!, '月底对账')
  await act(async () => {
    const form = box.querySelector('form')!
    form.requestSubmit()
    form.requestSubmit()
  })
  await until(() => box.querySelector('form') === null)
  expect(sent('lists.askExport')).toMatchObject([{ isWhole: true, reason: '月底对账' }])
})

it('a reason too short is refused in words', async () => {
  const refusal = { kind: 'invalid', text: 'lists.failure.whyWhole' }
  heard = stationThat((call) => (call.procedure === 'lists.askExport' ? { failure: refusal } : say(call)))
  await showIn(
    root,
    <>
      <NoticeLine />
      <ExportAsk
        list="tickets.list"
        name="工单"
        wish={{}}
        columns={[{ id: 'phone', isPersonal: true }]}
        shown={['phone']}
      />
    </>,
  )
  await act(async () => button('Export')!.click())
  await typeInto(box.querySelector('input')!, '账')
  await act(async () => box.querySelector('form')!.requestSubmit())
  await until(() => box.textContent.includes('what it is for'))
  expect(box.querySelector('input')!.value).toBe('账')
})

it('a double click on agreeing to an export agrees once', async () => {
  exports = [waiting]
  await showIn(
    root,
    <>
      <NoticeLine />
      <ExportLines />
    </>,
  )
  await until(() => button('Agree') !== undefined)
  await act(async () => {
    button('Agree')!.click()
    button('Agree')!.click()
  })
  await until(() => sent('lists.exports').length > 1)
  expect([sent('lists.decideExport').length, box.textContent.includes('decided already')]).toEqual([1, false])
})
