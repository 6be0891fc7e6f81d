import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { useCommands, useHotkeys } from '../../renderer/app/hotkeys.ts'
import { startTexts } from '../../renderer/app/i18n.ts'
import { ColumnsMenu } from '../../renderer/lists/ColumnsMenu.tsx'
import { MoreSteps } from '../../renderer/tickets/MoreSteps.tsx'
import { showIn } from './page.tsx'
import { until } from './silent-station.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

let root: Root
let place: HTMLElement
let left = 0

function Page() {
  useHotkeys()
  useCommands([{ id: 'tickets.leave', text: 'kit.button.close', keys: ['Escape'], run: () => left++ }])
  return (
    <>
      <MoreSteps steps={['cancel']} kept={null} open={null} name={(step) => step} onStep={() => undefined} />
      <ColumnsMenu columns={[{ id: 'a', title: 'A' }]} shown={['a']} onChange={() => undefined} />
    </>
  )
}

const escape = () =>
  act(
    async () =>
      void document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }),
      ),
  )

beforeEach(async () => {
  await startTexts()
  left = 0
  place = document.body.appendChild(document.createElement('div'))
  root = createRoot(place)
  await showIn(root, <Page />)
})
afterEach(async () => {
  await act(async () => root.unmount())
  place.remove()
})

it.each([
  ['the menu of steps', 0, '[role="menu"]', false],
  ['the menu of steps, the focus still on its button', 0, '[role="menu"]', true],
  ['the columns of a list', 1, '[role="dialog"]', false],
] as const)(
  'Esc closes %s and leaves the page where it is; the next one leaves it',
  async (_, nth, panel, isOnButton) => {
    const button = place.querySelectorAll('button')[nth]!
    button.focus()
    await act(async () => button.click())
    await until(() => document.querySelector(panel) !== null)
    const inside = document.querySelector<HTMLElement>(`${panel} [role="menuitem"], ${panel} input`)
    await act(async () => (isOnButton ? button : inside)?.focus())
    await escape()
    await until(() => document.querySelector(panel) === null)
    expect(left).toBe(0)
    await until(() => document.activeElement === button)
    await escape()
    expect(left).toBe(1)
  },
)
