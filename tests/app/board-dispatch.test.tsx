import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { queries } from '../../renderer/app/api.ts'
import { fetchWords, startTexts } from '../../renderer/app/i18n.ts'
import { setShell } from '../../renderer/app/shell-state.ts'
import { BoardScreen } from '../../renderer/tickets/BoardScreen.tsx'
import { TicketScreen } from '../../renderer/tickets/TicketScreen.tsx'
import { mayUse } from '../../shared/admin/rights.ts'
import { anOrder, aPage, aTicket, houseOf, showIn } from './page.tsx'
import { type Said, stationThat, until } from './silent-station.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

let root: Root
let box: HTMLElement

beforeAll(async () => {
  await startTexts()
  await fetchWords(['tickets', 'lists', 'history', 'admin', 'intake'])
})
beforeEach(() => {
  queries.clear()
  setShell({ member: { name: '刘', number: '003', may: mayUse.bind(null, 'dispatcher') } })
  box = document.body.appendChild(document.createElement('div'))
  root = createRoot(box)
})
afterEach(async () => {
  await act(async () => root.unmount())
  box.remove()
  vi.unstubAllGlobals()
})

const waiting = aTicket({ state: 'unassigned', technicianId: null, address: '解放路 5 号' })

it('sending somebody from the board says for whom, where and what for, and marks the row', async () => {
  stationThat(({ procedure, input }): Said => {
    if (procedure === 'tickets.list')
      return { output: { rows: input['view'] === 'unassigned' ? [waiting, { ...waiting, id: 'k2' }] : [], next: null } }
    if (procedure === 'tickets.technicians') return { output: [] }
    if (procedure === 'admin.house') return { output: houseOf('dispatcher') }
    return { failure: { kind: 'notFound', text: 'kit.table.empty' } }
  })
  await showIn(root, <BoardScreen />)
  const row = () => box.querySelectorAll('[role=row][aria-current=true]')
  const dispatch = () => [...box.querySelectorAll('button')].find(({ textContent }) => textContent === 'Dispatch')
  await until(() => dispatch() !== undefined)
  expect(row()).toHaveLength(0)
  await act(async () => dispatch()!.click())
  const panel = () => box.querySelector('section[aria-label="Dispatch"]')?.parentElement
  await until(() => Boolean(panel()))
  for (const told of ['食堂', '不制冷', '解放路 5 号', 'GD-1']) expect(panel()!.textContent).toContain(told)
  expect(row()).toHaveLength(1)
})

it.each(['dispatcher', 'supervisor'] as const)(
  'a case offers a %s every step in one line of the window',
  async (role) => {
    setShell({ member: { name: '刘', number: '003', may: mayUse.bind(null, role) } })
    stationThat(({ procedure }): Said => {
      if (procedure === 'tickets.page') return { output: aPage({ withdrawable: [told], momentsAsked: [asked] }) }
      if (procedure === 'admin.house') return { output: houseOf(role) }
      return { failure: { kind: 'notFound', text: 'kit.table.empty' } }
    })
    await showIn(root, <TicketScreen id="k1" firstStep={null} />)
    await until(() => box.querySelectorAll('[role=toolbar] button').length > 6)
    const tops = [...box.querySelectorAll('[role=toolbar] button')].map((each) => each.getBoundingClientRect().top)

    expect(Math.max(...tops) - Math.min(...tops)).toBeLessThan(4)
    const bar = box.querySelector('[role=toolbar]')!.getBoundingClientRect()
    for (const button of box.querySelectorAll('[role=toolbar] button')) {
      const { right, bottom } = button.getBoundingClientRect()
      expect(right, button.textContent).toBeLessThanOrEqual(bar.right)
      expect(bottom, button.textContent).toBeLessThanOrEqual(bar.bottom)
    }
    // What is taken now and then stands behind one button, by key and by arrow.
    await act(async () => box.querySelector<HTMLElement>('[data-steps]')!.click())
    const items = () => [...document.querySelectorAll<HTMLElement>('[role=menuitem]')]
    await until(() => items().length > 0)
    const keys = items().map((item) => item.getAttribute('aria-keyshortcuts'))
    expect(keys).toEqual(expect.arrayContaining(['Alt+E', 'Alt+H', 'Alt+P', 'Alt+X', 'Alt+Z']))
    await act(async () => items()[keys.indexOf('Alt+Z')]!.click())
    await until(() => box.querySelector('form, section[aria-label="Take back"]') !== null)
    expect(box.textContent).toContain('the welcome')
  },
)

const text = { 'zh-CN': '接待', 'zh-TW': '接待', en: 'the welcome' }
const asked = { event: 'met', text }
const told = { id: 'e1', kind: 'moment', text, at: '2026-11-27T03:00:00.000Z' }

it('a round that waits for its part offers in words that the part has come', async () => {
  setShell({ member: { name: '刘', number: '003', may: mayUse.bind(null, 'dispatcher') } })
  stationThat(({ procedure }): Said => {
    const ticket = aTicket({ state: 'unassigned', technicianId: null, round: 2, pausedReason: 'waitingForPart' })
    if (procedure === 'tickets.page') return { output: aPage({ ticket }) }
    if (procedure === 'admin.house') return { output: houseOf('dispatcher') }
    return { failure: { kind: 'notFound', text: 'kit.table.empty' } }
  })
  await showIn(root, <TicketScreen id="k1" firstStep={null} />)
  await until(() => box.querySelector('[data-step=resume]') !== null)
  expect(box.querySelector('[data-step=resume]')!.textContent).toContain('The part has come')
  expect(box.querySelector('[data-step=resume]')!.textContent).toContain('F11')
})

it('a second round shows its own state first, and the visits before it by their number', async () => {
  setShell({ member: { name: '刘', number: '003', may: mayUse.bind(null, 'dispatcher') } })
  stationThat(({ procedure }): Said => {
    const roundAt = '2026-11-27T08:00:00.000Z'
    const ticket = aTicket({ state: 'unassigned', technicianId: null, round: 2, roundAt })
    const visit = { id: 'r1', servicePersonId: 'm1', servicePersonName: '王工', serviceOn: '2026-11-27', version: 1 }
    const told = {
      result: '等压缩机',
      outcome: 'waitsForPart',
      parts: [],
      chargeCents: 0,
      receipt: 'none',
      opinion: '',
    }
    const first = { ...visit, ...told, arrivedAt: null, finishedAt: null, satisfaction: null, recordedAt: roundAt }
    const dispatches = [anOrder({ state: 'done' })]
    if (procedure === 'tickets.page') return { output: aPage({ ticket, dispatches, result: first, earlier: [first] }) }
    if (procedure === 'admin.house') return { output: houseOf('dispatcher') }
    return { failure: { kind: 'notFound', text: 'kit.table.empty' } }
  })
  await showIn(root, <TicketScreen id="k1" firstStep={null} />)
  await until(() => box.textContent.includes('等压缩机'))
  const paper = box.querySelector('[aria-label="The sheet"]')!
  expect(paper.textContent).toContain('Visit 1')
  expect(paper.textContent.split('等压缩机')).toHaveLength(2)
  expect(paper.textContent).not.toContain('PG-1')
})
