import { act, useState } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { ChoiceChips } from '../../renderer/kit/ChoiceChips.tsx'
import { LedgerFieldContext } from '../../renderer/kit/ledger-field.ts'
import { showIn } from './page.tsx'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

let root: Root
let box: HTMLElement
beforeEach(() => {
  box = document.body.appendChild(document.createElement('div'))
  root = createRoot(box)
})
afterEach(async () => {
  await act(async () => root.unmount())
  box.remove()
})

const choices = [
  { value: 'yes', text: '能上门' },
  { value: 'no', text: '不能' },
]
function Answer({ isRequired }: { isRequired: boolean }) {
  const [value, setValue] = useState<string | null>('yes')
  return (
    <LedgerFieldContext
      value={{ id: 'answer', labelId: 'label', describedBy: undefined, isRequired, isInvalid: false }}
    >
      <ChoiceChips choices={choices} value={value} onChange={setValue} />
    </LedgerFieldContext>
  )
}
const chip = (nth: number) => box.querySelectorAll('button')[nth]!
const chosen = () => [...box.querySelectorAll('[aria-checked=true]')].map(({ textContent }) => textContent)
const after = async (doing: () => Promise<void>) => {
  await act(doing)
  return chosen()
}

function Level() {
  const [value, setValue] = useState<string | null>(null)
  const levels = [
    { value: 'I', text: 'I 级', meaning: '设备停机' },
    { value: 'II', text: 'II 级', meaning: '带病运行' },
  ]
  return (
    <>
      <p id="said">必填</p>
      <LedgerFieldContext
        value={{ id: 'level', labelId: 'label', describedBy: 'said', isRequired: true, isInvalid: false }}
      >
        <ChoiceChips choices={levels} value={value} onChange={setValue} />
      </LedgerFieldContext>
    </>
  )
}

it('what an answer means stands under the chips once it is reached by a key, and describes them to who cannot see', async () => {
  await showIn(root, <Level />)
  const group = box.querySelector('[role=radiogroup]')!
  const described = () =>
    group
      .getAttribute('aria-describedby')!
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent)
  expect(described()).toEqual(['必填'])
  expect([chip(0).title, chip(1).title]).toEqual(['设备停机', '带病运行'])
  chip(0).focus()
  await act(() => userEvent.keyboard('{ArrowRight}'))
  expect(described()).toEqual(['必填', '带病运行'])
  expect(document.activeElement).toBe(chip(1))
})

it('whoever chooses again what is chosen confirms it: by a click, a double click, a key', async () => {
  await showIn(root, <Answer isRequired />)
  expect(await after(() => userEvent.click(chip(0)))).toEqual(['能上门'])
  expect(await after(() => userEvent.dblClick(chip(1)))).toEqual(['不能'])
  chip(1).focus()
  expect(await after(() => userEvent.keyboard(' '))).toEqual(['不能'])
})

it('an answer that may stay open goes by one more click or Delete, and not by a double click or the space bar', async () => {
  await showIn(root, <Answer isRequired={false} />)
  expect(await after(() => userEvent.dblClick(chip(1)))).toEqual(['不能'])
  chip(1).focus()
  expect(await after(() => userEvent.keyboard(' '))).toEqual(['不能'])
  expect(await after(() => userEvent.keyboard('{Delete}'))).toEqual([])
  await after(() => userEvent.click(chip(0)))
  // Two clicks within the browser's double click are one.
  await new Promise((resolve) => setTimeout(resolve, 700))
  expect(await after(() => userEvent.click(chip(0)))).toEqual([])
})
