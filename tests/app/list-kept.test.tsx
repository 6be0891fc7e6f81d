import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { Route, Switch } from 'wouter'
import { queries } from '../../renderer/app/api.ts'
import { fetchWords, startTexts } from '../../renderer/app/i18n.ts'
import { setShell } from '../../renderer/app/shell-state.ts'
import { useBackToList } from '../../renderer/lists/public.ts'
import { CallList } from '../../renderer/tickets/CallList.tsx'
import { showIn, typeInto } from './page.tsx'
import { type Heard, stationThat, until } from './silent-station.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

const call = (nth: number) => ({
  ...{
    id: `c${nth}`,
    direction: 'out',
    state: 'ended',
    numberShown: `138 **** ${1000 + nth}`,
    number: null,
    region: '济南',
  },
  ...{ line: '', to: '', ringAt: '2026-11-27T02:36:00.000Z', answeredAt: null, hungUpAt: null, memberId: null },
  ...{ memberName: '周敏', outcome: null, customerId: null, ticketId: `t${nth}`, registeredAt: null },
})
let root: Root
let box: HTMLElement
let heard: Heard[]

function Row() {
  const toList = useBackToList('/tickets')
  return <button onClick={toList}>back</button>
}

const show = async () => {
  root = createRoot(box)
  await showIn(
    root,
    <Switch>
      <Route path="/tickets/calls" component={CallList} />
      <Route path="/tickets/:id" component={Row} />
    </Switch>,
  )
}
const grid = () => box.querySelector<HTMLElement>('[role=grid]')!
const rowOf = (nth: number) =>
  [...box.querySelectorAll<HTMLElement>('[role=row]')].find((row) => row.textContent.includes(`${1000 + nth}`))
const lastAsked = () =>
  heard.findLast(({ procedure, input }) => procedure === 'intake.recent' && !input['after'])?.input
const press = (name: string) =>
  act(async () => [...box.querySelectorAll('button')].find(({ textContent }) => textContent === name)!.click())
const back = () =>
  act(async () => {
    const isBack = new Promise((resolve) => addEventListener('popstate', resolve, { once: true }))
    history.back()
    await isBack
  })
const asWasLeft = async () => {
  await until(() => Math.abs(grid().scrollTop - left) < 2)
  expect(rowOf(120)?.getAttribute('aria-selected')).toBe('true')
  expect(lastAsked()).toMatchObject({ direction: 'out', text: '1000', sort: { by: 'region', isDown: false } })
  expect(box.querySelector<HTMLInputElement>('input[type=search]')?.value).toBe('1000')
}
let left = 0

beforeAll(async () => {
  await startTexts()
  await fetchWords(['tickets', 'lists', 'intake'])
})
beforeEach(async () => {
  queries.clear()
  setShell({ member: { name: '主管', number: '001', may: () => false } })
  heard = stationThat(({ procedure, input }) => {
    if (procedure === 'intake.recent') {
      const from = Number(input['after'] ?? 0)
      const rows = Array.from({ length: 60 }, (_, index) => call(from + index))
      return { output: { rows, next: from < 240 ? String(from + 60) : null } }
    }
    if (procedure === 'lists.kept') return { output: { views: [], columns: null, defaultViewId: null } }
    return { failure: { kind: 'notFound', text: 'kit.table.empty' } }
  })
  box = document.body.appendChild(document.createElement('div'))
  history.pushState(null, '', '#/tickets/calls')
})
afterEach(async () => {
  await act(async () => root.unmount())
  box.remove()
  history.replaceState(null, '', '#/')
  vi.unstubAllGlobals()
})

/** Narrowed, searched, sorted, scrolled far down, a row opened. */
async function leaveList() {
  await show()
  await until(() => rowOf(0) !== undefined)
  await act(async () => {
    const way = [...box.querySelectorAll('select')].find(({ options }) =>
      [...options].some(({ value }) => value === 'out'),
    )!
    way.value = 'out'
    way.dispatchEvent(new Event('change', { bubbles: true }))
  })
  await typeInto(box.querySelector<HTMLInputElement>('input[type=search]')!, '1000')
  await until(() => lastAsked()?.['text'] === '1000' && rowOf(0) !== undefined)
  const region = [...box.querySelectorAll<HTMLElement>('[role=columnheader]')][3]!
  await act(async () => region.querySelector('button')!.click())
  await until(() => lastAsked()?.['sort'] !== null && rowOf(0) !== undefined)
  await until(async () => {
    await act(async () => void grid().scrollBy(0, 250))
    return rowOf(120) !== undefined
  })
  await act(async () => rowOf(120)!.click())
  await until(() => (history.state as { row?: string } | null)?.row === 'c120')
  await act(
    async () =>
      void (await new Promise((resolve) => {
        grid().addEventListener('scrollend', resolve, { once: true })
        grid().scrollBy(0, 40)
      })),
  )
  left = grid().scrollTop
  expect(left).toBeGreaterThan(2000)
  await act(async () => rowOf(120)!.dispatchEvent(new MouseEvent('dblclick', { bubbles: true })))
  await until(() => location.hash === '#/tickets/t120')
}

describe('a list that was left for one of its rows', () => {
  it('is found by going back as it was: search, conditions, order, place and row', async () => {
    await leaveList()
    await back()
    await asWasLeft()
  })

  it('is found by the way to the list of that page too', async () => {
    await leaveList()
    await press('back')
    await asWasLeft()
    expect(location.hash).toContain('direction=out')
    expect(location.hash).not.toContain('1000') // a number that was searched for stays out of the address
  })

  it('is found after a reload, page by page until there', async () => {
    await leaveList()
    await back()
    await act(async () => root.unmount())
    queries.clear()
    await show()
    await asWasLeft()
  })

  it('begins anew where it is visited anew', async () => {
    await leaveList()
    await act(async () => {
      location.hash = '#/tickets/calls'
      await new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }))
    })
    await until(() => rowOf(0) !== undefined)
    expect(box.querySelector('[aria-sort=ascending]')).toBeNull()
    expect(box.querySelector<HTMLInputElement>('input[type=search]')?.value).toBe('')
    expect([...box.querySelectorAll('select')].map(({ value }) => value)).not.toContain('out')
    expect(grid().scrollTop).toBe(0)
  })
})
