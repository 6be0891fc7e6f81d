import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { FirstRunScreen } from '../../renderer/admin/FirstRunScreen.tsx'
import { emptyDraft } from '../../renderer/admin/first-run.ts'
import { queries } from '../../renderer/app/api.ts'
import { readKeptDrafts, saveDraft } from '../../renderer/app/drafts.ts'
import { fetchWords, startTexts } from '../../renderer/app/i18n.ts'
import { showIn, typeInto } from './page.tsx'
import { stationThat, until } from './silent-station.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

let root: Root
let box: HTMLElement
const open = async () => {
  queries.clear()
  box = document.body.appendChild(document.createElement('div'))
  root = createRoot(box)
  await showIn(root, <FirstRunScreen />)
}
const close = async () => {
  await act(async () => root.unmount())
  box.remove()
}
const press = (text: RegExp) =>
  act(async () => [...box.querySelectorAll('button')].find((each) => text.test(each.textContent))!.click())
const field = (label: RegExp) =>
  [...box.querySelectorAll<HTMLInputElement>('label, div')]
    .filter((each) => label.test(each.textContent) && each.querySelectorAll('input').length === 1)
    .at(-1)!
    .querySelector('input')!

beforeAll(async () => {
  await startTexts()
  await fetchWords(['admin'])
})
beforeEach(async () => {
  stationThat(() => ({ failure: { kind: 'notFound', text: 'kit.table.empty' } }))
  await open()
})
afterEach(async () => {
  await close()
  vi.unstubAllGlobals()
})

describe('the first run', () => {
  it('goes on where it was after a reload, and refuses a hotline or an area code of words beside its field', async () => {
    await press(/Next/)
    await typeInto(field(/^Company/), '禾炊厨具')
    await typeInto(field(/^Hotline/), 'abc')
    await press(/Next/)
    expect(box.querySelector('[role=alert]')!.textContent).toContain('Not a phone number')
    await typeInto(field(/^Hotline/), '400-000-8003')
    await typeInto(field(/^Home area code/), '531')
    await press(/Next/)
    expect(box.querySelector('[role=alert]')!.textContent).toContain('written as 0531')
    await typeInto(field(/^Home area code/), '0531')
    await vi.waitFor(async () =>
      expect((await readKeptDrafts('first-run'))[0]?.value).toMatchObject({
        draft: { hotline: '400-000-8003', areaCode: '0531' },
      }),
    )
    await close()
    await open()
    await until(() => field(/^Hotline/).value === '400-000-8003')
    expect(field(/^Company/).value).toBe('禾炊厨具')
    expect(JSON.stringify(await readKeptDrafts('first-run'))).not.toContain('password')
  })
  it('F9 twice on the last step sets up once, and the recovery key is shown', async () => {
    await close()
    const draft = { ...emptyDraft, companyName: '禾炊厨具', presetId: 'P32', hotline: '400-000-8003', areaCode: '0531' }
    await saveDraft('first-run', { step: 'start', draft: { ...draft, name: '刘', login: 'liu' } })
    let setUps = 0
    stationThat(({ procedure }) => {
      if (procedure !== 'admin.setUp') return { failure: { kind: 'notFound', text: 'kit.table.empty' } }
      setUps += 1
      if (setUps > 1) return { failure: { kind: 'ruleBroken', text: 'kit.table.empty' } }
      return { output: { recoveryKey: 'ABCD-EFGH' } }
    })
    await open()
    await until(() => box.querySelectorAll('input[type=password]').length === 2)
    for (const each of box.querySelectorAll<HTMLInputElement>('input[type=password]'))
      await typeInto(each, 'long enough 8003')
    await press(/Next/)
    await until(() => box.querySelector('input[type=password]') === null)
    await act(async () => {
      for (const _press of [1, 2])
        window.dispatchEvent(new KeyboardEvent('keydown', { key: 'F9', bubbles: true, cancelable: true }))
    })
    await until(() => box.querySelector('[data-testid=recovery-key]') !== null)
    expect([setUps, box.textContent.includes('ABCD-EFGH')]).toEqual([1, true])
  })
})
