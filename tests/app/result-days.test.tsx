import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { queries } from '../../renderer/app/api.ts'
import { useHotkeys } from '../../renderer/app/hotkeys.ts'
import { fetchWords, startTexts } from '../../renderer/app/i18n.ts'
import { ResultForm } from '../../renderer/tickets/ResultForm.tsx'
import { stepDraftPlace } from '../../renderer/tickets/step-draft.ts'
import { StepDraftContext } from '../../renderer/tickets/use-step-form.ts'
import type { TicketPage } from '../../shared/tickets/schema.ts'
import { aPage, houseOf, pressIn, showIn, typeInto } from './page.tsx'
import { type Heard, stationThat, until } from './silent-station.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

let root: Root
let box: HTMLElement
let heard: Heard[]
const done = vi.fn()

const { ticket } = aPage() as unknown as TicketPage

function Form() {
  useHotkeys()
  return (
    <StepDraftContext value={stepDraftPlace(null, ticket, 'result', {})}>
      <ResultForm page={aPage() as unknown as TicketPage} onDone={done} onCancel={done} />
    </StepDraftContext>
  )
}
const cell = (name: string) =>
  [...box.querySelectorAll('label')].find(({ textContent }) => textContent.replace('*', '') === name)!
    .control as HTMLInputElement
const choose = (text: string) =>
  act(async () =>
    [...box.querySelectorAll<HTMLElement>('[role=radio]')].find((each) => each.textContent === text)!.click(),
  )
const isRed = (name: string) => cell(name).getAttribute('aria-invalid') === 'true'
const sent = () => heard.filter(({ procedure }) => procedure === 'tickets.recordResult').map(({ input }) => input)

beforeAll(async () => {
  await startTexts()
  await fetchWords(['tickets'])
})
beforeEach(async () => {
  queries.clear()
  done.mockClear()
  heard = stationThat(({ procedure }) => {
    if (procedure === 'admin.house')
      return { output: { ...houseOf('operator'), company: { timeZone: 'Asia/Shanghai' } } }
    return procedure === 'admin.colleagues'
      ? { output: [{ id: 'm1', name: '王工', role: 'technician' }] }
      : { output: { id: 'r1', state: 'resulted' } }
  })
  box = document.body.appendChild(document.createElement('div'))
  root = createRoot(box)
  await showIn(root, <Form />)
  await typeInto(box.querySelector('textarea')!, '换了风机')
  await choose('Waits for part')
})
afterEach(async () => {
  await act(async () => root.unmount())
  box.remove()
  vi.unstubAllGlobals()
})

it('a day nobody can read is said at its own field and refuses the save, whatever is typed in the other', async () => {
  await typeInto(cell('Expected on'), '2027-02-30')
  await pressIn(cell('Expected on'), 'F9')
  expect([isRed('Day'), isRed('Expected on')]).toEqual([false, true])
  expect(document.activeElement).toBe(cell('Expected on'))
  // A day that is read in one field says nothing of the other.
  await typeInto(cell('Day'), '2026-11-27')
  await pressIn(cell('Day'), 'F9')
  expect([isRed('Day'), isRed('Expected on'), sent()]).toEqual([false, true, []])
  await typeInto(cell('Day'), '2026-11-31')
  await pressIn(cell('Day'), 'F9')
  expect([isRed('Day'), isRed('Expected on'), sent()]).toEqual([true, true, []])
  await typeInto(cell('Day'), '2026-11-27')
  await pressIn(cell('Day'), 'F9')
  await typeInto(cell('Expected on'), '2027-02-28')
  await pressIn(cell('Expected on'), 'F9')
  await until(() => sent().length > 0)
  expect(sent()).toMatchObject([{ serviceOn: '2026-11-27', untilOn: '2027-02-28' }])
})

it('a day nobody can read keeps nothing from being saved once it is not asked for any more', async () => {
  await typeInto(cell('Expected on'), 'soon')
  await pressIn(cell('Expected on'), 'F9')
  expect([isRed('Expected on'), sent()]).toEqual([true, []])
  await choose('Solved')
  await pressIn(cell('Day'), 'F9')
  await until(() => sent().length > 0)
  expect(sent()).toMatchObject([{ untilOn: null }])
})
