import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { keepFocus } from '../../renderer/app/keep-focus.ts'
import { until } from './silent-station.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

let root: Root
let box: HTMLElement
let stop: () => void

beforeEach(() => {
  box = document.body.appendChild(document.createElement('div'))
  root = createRoot(box)
  stop = keepFocus()
})
afterEach(async () => {
  stop()
  await act(async () => root.unmount())
  box.remove()
})

const byName = (name: string) => box.querySelector<HTMLElement>(`[name="${name}"]`)!
const stands = () => document.activeElement?.getAttribute('name') ?? document.activeElement?.id
const page = (rows: readonly string[], form: 'form' | 'none' = 'none') =>
  act(async () =>
    root.render(
      <main id="main" tabIndex={-1}>
        <button name="open" />
        <section tabIndex={0} id="pane">
          <ul>
            {rows.map((row) => (
              <li key={row}>
                <button name={row} />
              </li>
            ))}
          </ul>
          {form === 'form' ? <input name="field" /> : null}
        </section>
      </main>,
    ),
  )

describe('the caret, where what had it disappears', () => {
  it('goes to the row that took the place, then to the one above, then to the part of the page', async () => {
    await page(['a', 'b', 'c'])
    byName('b').focus()
    await page(['a', 'c'])
    await until(() => stands() === 'c')
    await page(['a'])
    await until(() => stands() === 'a')
    await page([])
    await until(() => stands() === 'pane')
  })

  it('goes back to where it came from', async () => {
    await page([], 'form')
    byName('open').focus()
    byName('field').focus()
    await page([])
    await until(() => stands() === 'open')
  })

  it('is left alone where somebody left it nowhere, or has moved it already', async () => {
    await page(['a', 'b'], 'form')
    byName('b').focus()
    byName('field').focus()
    await page(['a'], 'form')
    expect(stands()).toBe('field')
    byName('field').blur()
    await new Promise((resolve) => requestAnimationFrame(resolve))
    await page(['a'])
    await new Promise((resolve) => requestAnimationFrame(resolve))
    expect(document.activeElement).toBe(document.body)
  })
})
