import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { queries } from '../../renderer/app/api.ts'
import { readKeptDrafts, saveDraft } from '../../renderer/app/drafts.ts'
import { fetchWords, startTexts } from '../../renderer/app/i18n.ts'
import { openStore } from '../../renderer/app/sealed-store.ts'
import { setShell } from '../../renderer/app/shell-state.ts'
import { TicketScreen } from '../../renderer/tickets/TicketScreen.tsx'
import { mayUse } from '../../shared/admin/rights.ts'
import { aPage, aTicket, houseOf, showIn, typeInto } from './page.tsx'
import { type Said, stationThat, until } from './silent-station.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

let root: Root
let box: HTMLElement
let version: number
let asked: number
const place = 'tickets.m1.k1.handBack'
const field = () => box.querySelector<HTMLInputElement>('[role=form][aria-label="Hand back"] input')

async function show() {
  queries.clear()
  setShell({ member: { name: '王工', number: '007', may: mayUse.bind(null, 'technician') } })
  stationThat(({ procedure }): Said => {
    if (procedure === 'tickets.page') {
      asked += 1
      return { output: aPage({ ticket: aTicket({ version }) }) }
    }
    if (procedure === 'admin.house') return { output: houseOf('technician') }
    return { failure: { kind: 'notFound', text: 'kit.table.empty' } }
  })
  location.hash = '#/tickets/k1'
  box = document.body.appendChild(document.createElement('div'))
  root = createRoot(box)
  await showIn(root, <TicketScreen id="k1" firstStep="handBack" />)
  await until(() => field() !== null)
}

/** Another window of this computer that has the form open. */
function anotherWindow() {
  let close = () => {}
  const isOpen = new Promise<void>((opened) => {
    void navigator.locks.request(`gendan-draft.${place}`, () => {
      opened()
      return new Promise<void>((free) => (close = free))
    })
  })
  return { isOpen, close: () => close() }
}

const kept = (id: string, text: string) => ({ id, version: 3, value: { text } })

beforeAll(async () => {
  await startTexts()
  await fetchWords(['tickets', 'lists', 'history', 'admin'])
})
beforeEach(async () => {
  version = 3
  asked = 0
  await (await openStore()).clear('drafts')
})
afterEach(async () => {
  await act(async () => root.unmount())
  box.remove()
  location.hash = ''
  vi.unstubAllGlobals()
})

describe('two windows on one form', () => {
  it('neither shows nor overwrites what the other is typing, and keeps its own', async () => {
    await saveDraft(place, kept('there', '客户要改周六'))
    const other = anotherWindow()
    await other.isOpen
    await show()
    expect(field()!.value).toBe('')
    await typeInto(field()!, '缺一个阀')
    await vi.waitFor(async () => expect(await readKeptDrafts(place)).toHaveLength(2))
    const values = (await readKeptDrafts(place)).map(({ value }) => value as ReturnType<typeof kept>)
    expect(values.map(({ value }) => value.text).sort()).toEqual(['客户要改周六', '缺一个阀'].sort())
    expect(new Set(values.map(({ id }) => id)).size).toBe(2)
    other.close()
  })

  it('keeps its own place when the ticket goes on, also where the other window is gone meanwhile', async () => {
    await saveDraft(place, kept('there', '客户要改周六'))
    const other = anotherWindow()
    await other.isOpen
    await show()
    await typeInto(field()!, '缺一个阀')
    await vi.waitFor(async () => expect(await readKeptDrafts(place)).toHaveLength(2))
    await saveDraft(place, kept('there', '客户要改周日'))
    other.close()
    await navigator.locks.request(`gendan-draft.${place}`, () => undefined)
    version = 4
    await act(async () => queries.invalidateQueries({ queryKey: [['tickets']] }))
    await until(() => asked >= 2)
    // Behind what the page reads and asks for by now.
    await act(async () => {
      await readKeptDrafts(place)
      await navigator.locks.query()
    })
    await typeInto(field()!, '缺两个阀')
    const texts = async () =>
      (await readKeptDrafts(place)).map(({ value }) => (value as ReturnType<typeof kept>).value.text).sort()
    await vi.waitFor(async () => expect(await texts()).toEqual(['客户要改周日', '缺两个阀'].sort()))
  })

  it('takes the form once the other window is gone', async () => {
    await saveDraft(place, kept('there', '客户要改周六'))
    await show()
    await until(() => field()!.value === '客户要改周六')
  })
})
