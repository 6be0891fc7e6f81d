import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { queries } from '../../renderer/app/api.ts'
import { fetchWords, startTexts } from '../../renderer/app/i18n.ts'
import { newId } from '../../renderer/app/new-id.ts'
import { deliver, drain, startOutbox, takeBack } from '../../renderer/app/outbox.ts'
import { openStore, type OutboxRow } from '../../renderer/app/sealed-store.ts'
import { StatusStrip } from '../../renderer/app/StatusStrip.tsx'
import { WaitingList } from '../../renderer/intake/WaitingList.tsx'
import type { Trade } from '../../renderer/intake/use-trade.ts'
import { NoticeLine } from '../../renderer/kit/NoticeLine.tsx'
import { presetById } from '../../shared/presets/catalog.ts'
import { showIn } from './page.tsx'
import { stationThat, until } from './silent-station.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

const nowAt = '2026-11-27T02:37:00.000Z'
const trade = {
  ...{ preset: presetById('P32'), today: '2026-11-27', nowAt },
  company: { timeZone: 'Asia/Shanghai' },
} as Trade
const nowhere = () => undefined
let root: Root
let box: HTMLElement
let stop: () => void

beforeAll(async () => {
  await startTexts()
  await fetchWords(['intake'])
})
beforeEach(async () => {
  queries.clear()
  await (await openStore()).clear('outbox')
  stationThat(() => 'silence')
  stop = startOutbox('zhoumin')
  box = document.body.appendChild(document.createElement('div'))
  root = createRoot(box)
})
afterEach(async () => {
  stop()
  await act(async () => root.unmount())
  box.remove()
  vi.unstubAllGlobals()
})

const rows = async () => (await openStore()).getAllFromIndex('outbox', 'queuedAt')
const put = async (row: OutboxRow) => (await openStore()).put('outbox', row)
const button = (text: string) =>
  [...box.querySelectorAll('button')].find(({ textContent }) => textContent.includes(text))

/** What tells of waiting commands at the desk. */
const showDesk = () =>
  showIn(
    root,
    <>
      <StatusStrip contextRef={nowhere} actionsRef={nowhere} />
      <NoticeLine />
      <WaitingList trade={trade} />
    </>,
  )

/** A command that waits, sealed with a key this computer does not have. */
async function oneOfAnotherKey(): Promise<OutboxRow> {
  const input = { id: newId(), ticketId: newId(), note: '打不开的' }
  await deliver('tickets.chase', input)
  const row = (await rows()).find(({ id }) => id === input.id)!
  await put({ ...row, sealed: { ...row.sealed, iv: new Uint8Array(12) } })
  return row
}

it('a waiting command that no key opens is neither sent nor forgotten, lets others pass, and goes once its key is back', async () => {
  const whole = await oneOfAnotherKey()
  const next = { id: newId(), ticketId: newId(), note: '催' }
  await deliver('tickets.chase', next)
  const heard = stationThat(() => ({ output: { count: 1 } }))
  await drain()
  expect(heard.map(({ input }) => input.id)).toEqual([next.id])
  expect((await rows()).map(({ id }) => id)).toEqual([whole.id])
  expect(await takeBack(whole.id)).toBeNull()
  expect(await rows()).toHaveLength(1)
  await put(whole)
  await drain()
  expect(heard.map(({ input }) => input['note'])).toEqual(['催', '打不开的'])
  expect(await rows()).toEqual([])
})

it('is told with its count and what to do, and goes from the list only by the hand of a person', async () => {
  await oneOfAnotherKey()
  stationThat(() => ({ output: [] }))
  await showDesk()
  const before = box.querySelectorAll('[data-notice]').length
  await act(async () => drain())
  await until(() => box.textContent.includes('1 unreadable'))
  expect(box.querySelector('header')!.textContent).not.toContain('all sent')
  expect(box.querySelector('[data-notice]')!.textContent).toContain('1 to send on this computer cannot be opened')
  expect(button('Understood')).toBeUndefined()
  await act(async () => drain())
  expect(box.querySelectorAll('[data-notice]')).toHaveLength(before + 1)
  await act(async () => button('Entered anew')!.click())
  await until(async () => (await rows()).length === 0)
  await until(() => !box.textContent.includes('unreadable'))
})

it("is another member's: the next one is told how many wait, and nothing of what they hold", async () => {
  await oneOfAnotherKey()
  await deliver('tickets.chase', { id: newId(), ticketId: newId(), note: '催' })
  stationThat(() => ({ output: [] }))
  stop()
  stop = startOutbox('sunzhiqiang')
  await showDesk()
  const told = box.querySelectorAll('[data-notice]').length
  await act(async () => drain())
  await until(() => box.textContent.includes('2 of others, sent when they sign in'))
  expect(box.querySelector('header')!.textContent).not.toContain('unreadable')
  expect(box.querySelectorAll('[data-notice]')).toHaveLength(told)
  expect(button('Entered anew')).toBeUndefined()
  expect(await rows()).toHaveLength(2)
})
