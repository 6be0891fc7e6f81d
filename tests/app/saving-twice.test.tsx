import { act, useEffect } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { startTexts } from '../../renderer/app/i18n.ts'
import { newId } from '../../renderer/app/new-id.ts'
import { startOutbox } from '../../renderer/app/outbox.ts'
import { openStore } from '../../renderer/app/sealed-store.ts'
import { useCommands, useHotkeys } from '../../renderer/app/hotkeys.ts'
import { IntakeBar } from '../../renderer/intake/IntakeBar.tsx'
import { activate, changeDraft, finishTab, openByHand, tabsNow } from '../../renderer/intake/tab-store.ts'
import { useSaveEntry } from '../../renderer/intake/use-save-entry.ts'
import type { Trade } from '../../renderer/intake/use-trade.ts'
import { presetById } from '../../shared/presets/catalog.ts'
import type { TicketRow } from '../../shared/tickets/schema.ts'
import { showIn } from './page.tsx'
import { type Said, stationThat, until } from './silent-station.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

const nowAt = '2026-11-27T02:37:00.000Z'
const trade = { preset: presetById('P32'), today: '2026-11-27', nowAt } as Trade
const stored: Said = { output: { ticket: null, dispatch: null, registerNo: 'DJ20261127-0001' } }

type Keys = Pick<ReturnType<typeof useSaveEntry>, 'save' | 'chase'>
const keys: Keys = { save: () => undefined, chase: () => undefined }
const ticket = {
  id: newId(),
  number: 'GD20261127-0006',
  chaseCount: 1,
  customerId: newId(),
  productId: null,
} as TicketRow
let root: Root
let place: HTMLElement
let stop: () => void = () => undefined

function Entry() {
  const { save, chase } = useSaveEntry(trade)
  useEffect(() => void Object.assign(keys, { save, chase }))
  useHotkeys()
  useCommands([{ id: 'intake.save', text: 'intake.save', keys: ['F9'], run: () => save('save') }])
  return <IntakeBar outcome="consult" onSave={save} onClose={() => undefined} onOutcome={() => undefined} />
}

/** An entry of a person who only asked something, ready to be saved. */
function openEntry(note: string): string {
  const id = openByHand('phone', nowAt)
  changeDraft(id, (draft) => ({ ...draft, outcome: 'consult', customerName: '张建国', phone: '13812345678', note }))
  return id
}

beforeEach(async () => {
  await startTexts()
  await (await openStore()).clear('outbox')
  stationThat(() => 'silence')
  stop = startOutbox('zhoumin')
  place = document.createElement('div')
  root = createRoot(place)
  await showIn(root, <Entry />)
})
afterEach(async () => {
  stop()
  await act(async () => root.unmount())
  vi.unstubAllGlobals()
})

describe('an entry of the register', () => {
  it('is stored once by a double F9, also while the first answer is still on its way', async () => {
    openEntry('twice')
    let answer: (said: Said) => void = () => undefined
    const heard = stationThat(() => new Promise<Said>((resolve) => (answer = resolve)))
    await act(async () => {
      keys.save('save')
      keys.save('save')
    })
    await until(() => heard.length > 0)
    await act(async () => keys.save('save'))
    await act(async () => answer(stored))
    await until(() => tabsNow().tabs.length === 0)
    expect(heard.map(({ procedure }) => procedure)).toEqual(['intake.record'])
    expect(await (await openStore()).getAll('outbox')).toEqual([])
  })

  it('is alone what one gesture saves: the next one rests for a moment, and a held key never reaches it', async () => {
    const next = openEntry('next')
    openEntry('first')
    const heard = stationThat(() => stored)
    const press = (repeat: boolean) =>
      act(async () => void window.dispatchEvent(new KeyboardEvent('keydown', { key: 'F9', repeat })))
    const bySave = () =>
      [...place.querySelectorAll('button')].find((each) => each.getAttribute('aria-keyshortcuts') === 'F9')!
    await press(false)
    await until(() => tabsNow().activeId === next)
    await press(false)
    await act(async () => bySave().click())
    expect(bySave().getAttribute('aria-disabled')).toBe('true')
    await until(() => bySave().getAttribute('aria-disabled') === 'false')
    await press(true)
    expect(heard.map(({ input }) => input['note'])).toEqual(['first'])
    await press(false)
    await until(() => tabsNow().tabs.length === 0)
    expect(heard.map(({ input }) => input['note'])).toEqual(['first', 'next'])
  })

  it('that somebody brought to the front by hand is saved at once', async () => {
    const next = openEntry('next')
    openEntry('first')
    const heard = stationThat(() => stored)
    await act(async () => keys.save('save'))
    await until(() => tabsNow().activeId === next)
    await act(async () => activate(next))
    await act(async () => keys.save('save'))
    await until(() => tabsNow().tabs.length === 0)
    expect(heard).toHaveLength(2)
  })

  it('in which nothing was typed is not stored', async () => {
    const id = openByHand('phone', nowAt, (draft) => ({ ...draft, outcome: 'consult' }))
    const heard = stationThat(() => stored)
    await act(async () => keys.save('save'))
    expect(tabsNow().activeId).toBe(id)
    expect(heard).toEqual([])
    finishTab(id)
  })

  it('counts a chase once, however often the key is pressed', async () => {
    const id = openEntry('')
    changeDraft(id, (draft) => ({ ...draft, symptom: '还没有人来' }))
    let answer: (said: Said) => void = () => undefined
    const heard = stationThat(() => new Promise<Said>((resolve) => (answer = resolve)))
    await act(async () => {
      keys.chase(ticket)
      keys.chase(ticket)
    })
    await until(() => heard.length > 0)
    await act(async () => answer({ output: { count: 2 } }))
    await until(async () => (await (await openStore()).getAll('outbox')).length === 0)
    expect(heard.map(({ procedure, input }) => [procedure, input['ticketId']])).toEqual([['tickets.chase', ticket.id]])
    finishTab(id)
  })

  it('that was refused can be saved again, and is the same entry then', async () => {
    openEntry('refused first')
    const first = stationThat(() => ({ failure: { kind: 'ruleBroken', text: 'intake.failure.x' } }))
    await act(async () => keys.save('save'))
    await until(async () => first.length === 1 && (await (await openStore()).getAll('outbox')).length === 0)
    expect(tabsNow().tabs).toHaveLength(1)
    const second = stationThat(() => stored)
    await until(async () => {
      await act(async () => keys.save('save'))
      return second.length > 0
    })
    expect(second[0]?.input).toEqual(first[0]?.input)
    await until(() => tabsNow().tabs.length === 0)
  })
})
