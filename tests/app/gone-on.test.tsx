import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { queries } from '../../renderer/app/api.ts'
import { fetchWords, startTexts } from '../../renderer/app/i18n.ts'
import { startOutbox } from '../../renderer/app/outbox.ts'
import { openStore } from '../../renderer/app/sealed-store.ts'
import { setShell } from '../../renderer/app/shell-state.ts'
import { TicketScreen } from '../../renderer/tickets/TicketScreen.tsx'
import { mayUse } from '../../shared/admin/rights.ts'
import { aPage, aTicket, anOrder, houseOf, showIn, typeInto } from './page.tsx'
import { type Heard, type Said, stationThat, until } from './silent-station.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

let root: Root
let box: HTMLElement
let page: ReturnType<typeof aPage>
let heard: Heard[]
let saves: Said | null
let stop: () => void

beforeAll(async () => {
  await startTexts()
  await fetchWords(['tickets', 'lists', 'history', 'admin', 'intake'])
})
beforeEach(async () => {
  queries.clear()
  await (await openStore()).clear('outbox')
  await (await openStore()).clear('drafts')
  setShell({ member: { name: '刘', number: '003', may: mayUse.bind(null, 'supervisor') } })
  saves = null
  heard = stationThat(({ procedure }): Said => {
    if (procedure === 'tickets.page') return { output: page }
    if (procedure === 'admin.house') return { output: houseOf('supervisor') }
    if (procedure === 'tickets.note' && saves) return saves
    return { failure: { kind: 'notFound', text: 'kit.table.empty' } }
  })
  stop = startOutbox('m1')
  box = document.body.appendChild(document.createElement('div'))
  root = createRoot(box)
})
afterEach(async () => {
  stop()
  await act(async () => root.unmount())
  box.remove()
  vi.unstubAllGlobals()
})

const button = (text: string) =>
  [...box.querySelectorAll('button')].find(({ textContent }) => textContent.includes(text))
const submit = () =>
  act(async () => box.querySelector<HTMLElement>('section[aria-label] [aria-keyshortcuts=F9]')!.click())
const press = (text: string) => act(async () => button(text)!.click())
const field = () =>
  box.querySelector<HTMLInputElement>('section[aria-label] input[type=text], section[aria-label] input')
const sent = (procedure: string) => heard.filter((call) => call.procedure === procedure).map(({ input }) => input)
const told = () => [...box.querySelectorAll('[role=status]')].map(({ textContent }) => textContent).join(' ')

it('a step opened before somebody else was sent is not sent for what came after, until that is taken over', async () => {
  page = aPage({ ticket: aTicket({ state: 'unassigned', technicianId: null, technicianName: '' }), dispatches: [] })
  await showIn(root, <TicketScreen id="k1" firstStep="cancel" />)
  await until(() => field() !== null)
  await typeInto(field()!, '客户自己修好了')
  page = aPage({
    ticket: aTicket({ technicianName: '赵磊', version: 4 }),
    dispatches: [anOrder({ technicianName: '赵磊', dispatcherName: '周涛' })],
  })
  await act(async () => queries.invalidateQueries())
  await until(() => told().includes('周涛 has sent 赵磊'))
  expect(field()!.value).toBe('客户自己修好了')
  await submit()
  expect(sent('tickets.cancel')).toEqual([])
  expect(document.activeElement?.textContent).toContain('Go on from this')
  await press('Go on from this')
  expect(told()).not.toContain('周涛 has sent 赵磊')
  await submit()
  await until(() => sent('tickets.cancel').length > 0)
  expect(sent('tickets.cancel')[0]).toMatchObject({ version: 4, reason: '客户自己修好了' })
})

it('two lines written while the station is away are two, each with an id of its own', async () => {
  page = aPage()
  saves = 'silence'
  for (const line of ['门禁 0412', '周三改周四']) {
    await showIn(root, <TicketScreen key={line} id="k1" firstStep="note" />)
    await until(() => field() !== null)
    expect(field()!.value).toBe('')
    await typeInto(field()!, line)
    await submit()
    await until(() => field() === null)
  }
  saves = null
  expect(await (await openStore()).getAll('outbox')).toHaveLength(2)
})

it('what other words stand in the way of stays typed, and is sent again as a record of its own', async () => {
  saves = { failure: { kind: 'ruleBroken', text: 'kit.error.sentOther' } }
  page = aPage({ ticket: aTicket({ state: 'unassigned' }), dispatches: [] })
  await showIn(root, <TicketScreen id="k1" firstStep="note" />)
  await until(() => field() !== null)
  await typeInto(field()!, '门禁 0413')
  await submit()
  await until(() => sent('tickets.note').length === 1 && box.textContent.includes('stored before with other words'))
  expect(field()!.value).toBe('门禁 0413')
  await submit()
  await until(() => sent('tickets.note').length === 2)
  const [first, again] = sent('tickets.note') as { id: string; note: string }[]
  expect(again!.note).toBe(first!.note)
  expect(again!.id).not.toBe(first!.id)
})

it('the caret goes on to the next step when one is stored, and back to its own button when it is folded up', async () => {
  page = aPage()
  saves = 'silence'
  await showIn(root, <TicketScreen id="k1" firstStep="note" />)
  await until(() => field() !== null)
  await typeInto(field()!, '周三改周四')
  await submit()
  await until(() => field() === null)
  expect(document.activeElement).toBe(box.querySelector('[role=toolbar] [data-step=contact]'))
  await act(async () => box.querySelector<HTMLElement>('[data-step=note]')!.click())
  await until(() => field() === document.activeElement)
  await press('Cancel')
  await until(() => field() === null)
  expect(document.activeElement).toBe(box.querySelector('[data-step=note]'))
})
