import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { queries } from '../../renderer/app/api.ts'
import { fetchWords, startTexts } from '../../renderer/app/i18n.ts'
import { stepDraftPlace } from '../../renderer/tickets/step-draft.ts'
import { StepDraftContext } from '../../renderer/tickets/use-step-form.ts'
import { WithdrawForm } from '../../renderer/tickets/WithdrawForm.tsx'
import type { TicketPage } from '../../shared/tickets/schema.ts'
import { aPage, houseOf, showIn, typeInto } from './page.tsx'
import { type Heard, type Said, stationThat, until } from './silent-station.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

let root: Root
let box: HTMLElement
let heard: Heard[]
const done = vi.fn()

beforeAll(async () => {
  await startTexts()
  await fetchWords(['tickets'])
})
beforeEach(() => {
  queries.clear()
  heard = stationThat(({ procedure }): Said => ({ output: procedure === 'admin.house' ? houseOf('supervisor') : null }))
  box = document.body.appendChild(document.createElement('div'))
  root = createRoot(box)
})
afterEach(async () => {
  await act(async () => root.unmount())
  box.remove()
  vi.unstubAllGlobals()
})

const told = (id: string) => {
  const text = { 'zh-CN': id, 'zh-TW': id, en: id }
  return { id, kind: 'moment', text, at: null } as const
}
const ticket = { id: 'k1', version: 3, state: 'dispatched', technicianId: 'm1', technicianName: '王工' } as const
/** The form over a case of which these may be taken back now. */
const showOver = (...ids: string[]) =>
  showIn(
    root,
    <StepDraftContext value={stepDraftPlace(null, ticket, 'withdraw', {})}>
      <WithdrawForm
        page={aPage({ withdrawable: ids.map(told) }) as unknown as TicketPage}
        onDone={done}
        onCancel={done}
      />
    </StepDraftContext>,
  )
const chips = () => [...box.querySelectorAll<HTMLElement>('[role=radio]')]
const chosen = () => chips().flatMap((chip) => (chip.ariaChecked === 'true' ? [chip.textContent] : []))
const submit = () => act(async () => box.querySelector<HTMLElement>('[aria-keyshortcuts=F9]')!.click())
const sent = () =>
  heard
    .filter(({ procedure }) => procedure === 'tickets.withdrawMoment')
    .map(({ input }) => (input as { id: string }).id)

it('what was chosen stays chosen while other entries come and go, and is what is withdrawn', async () => {
  await showOver('called', 'arrived')
  expect(chosen()).toEqual([])
  await act(async () => chips()[1]!.click())
  await typeInto(box.querySelector('input')!, '说错了')
  await showOver('quoted', 'called', 'arrived')
  expect(chosen()).toEqual(['arrived'])
  await showOver('quoted', 'arrived')
  expect(chosen()).toEqual(['arrived'])
  await submit()
  await until(() => sent().length > 0)
  expect(sent()).toEqual(['arrived'])
})

it.each(['', '   ', '\u3164\u200b', '\u0301'])(
  'a reason of %j, which nobody sees, is asked for beside its field',
  async (reason) => {
    await showOver('called')
    await typeInto(box.querySelector('input')!, reason)
    await submit()
    expect(box.querySelector('[data-ledger-gap] input')).toBe(document.activeElement)
    expect(sent()).toEqual([])
  },
)

it('the only one is chosen as the form opens; a second does not take its place', async () => {
  await showOver('called')
  expect(chosen()).toEqual(['called'])
  await showOver('quoted', 'called')
  expect(chosen()).toEqual(['called'])
})

it('the reason for one that somebody else took back meanwhile is sent for none of the others', async () => {
  await showOver('called', 'arrived')
  await act(async () => chips()[0]!.click())
  await typeInto(box.querySelector('input')!, '说错了')
  await showOver('arrived')
  expect(chosen()).toEqual([])
  await submit()
  expect(sent()).toEqual([])
})
