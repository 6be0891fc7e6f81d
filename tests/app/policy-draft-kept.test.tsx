import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { CompanySettings } from '../../renderer/admin/CompanySettings.tsx'
import { PolicySettings } from '../../renderer/admin/policies/PolicySettings.tsx'
import { queries } from '../../renderer/app/api.ts'
import { dropDraft, readKeptDrafts } from '../../renderer/app/drafts.ts'
import { useHotkeys } from '../../renderer/app/hotkeys.ts'
import { fetchWords, startTexts } from '../../renderer/app/i18n.ts'
import { noneKnown } from '../../shared/presets/offered.ts'
import { presetById } from '../../shared/presets/catalog.ts'
import type { Policy } from '../../shared/presets/schema.ts'
import { houseOf, pressIn, showIn, typeInto } from './page.tsx'
import { type Heard, stationThat, until } from './silent-station.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

const seed = presetById('P32')!
const company = {
  ...{ name: '禾炊厨具', branch: '', hotline: '400-000-8003', language: 'en', presetId: 'P32', warrantyMonths: 12 },
  ...{ timeZone: 'Asia/Shanghai', version: 1 },
}
/** Versions of the company's policies, oldest first. */
let versions: { id: string; policy: Policy }[]
/** Versions nobody is told of before they are let go. */
let held: Promise<void>
let stored = company
let heard: Heard[]
let root: Root
let box: HTMLElement

const nowOf = ({ id, policy }: (typeof versions)[number]) => ({
  ...{ id, policy, days: {}, publishedYears: [], known: noneKnown },
})
const rowOf = ({ id }: (typeof versions)[number], nth: number) => ({
  ...{ id, version: nth + 1, effectiveAt: '2026-11-20T02:36:00.000Z', reason: '', madeByName: '刘', madeAt: '' },
  ...{ withdrawnAt: null, withdrawnByName: '', withdrawnReason: '', runningCases: 'switch', state: 'past' },
  ...{ changes: [], lines: [], cases: { moved: 0, kept: 0, back: 0, stuck: 0 } },
})
const outputOf = async ({ procedure, input }: Heard): Promise<unknown> => {
  if (procedure === 'admin.house') return { ...houseOf('administrator'), company: stored }
  if (procedure === 'admin.policies') return versions.map(rowOf).reverse()
  if (procedure === 'admin.policy') {
    if (/^v/u.test(String(input.id)) && input.id !== versions[0]!.id) await held
    return nowOf(versions.find(({ id }) => id === input.id) ?? versions[0]!)
  }
  if (procedure === 'admin.savePolicy') {
    versions.push({ id: input.id, policy: input['policy'] as Policy })
    return versions.map(rowOf).reverse()
  }
  if (procedure === 'admin.previewPolicy')
    return {
      ...{
        cases: 0,
        limits: 0,
        moved: [],
        movedCount: 0,
        elsewhereCount: 0,
        lateCount: 0,
        stuck: 0,
        placed: 0,
        lost: [],
      },
      readings: null,
    }
  if (procedure === 'admin.trade') return seed
  if (procedure === 'admin.limitFigures') return { days: 30, isCut: false, rows: [] }
  return []
}

function Keys() {
  useHotkeys()
  return null
}

const show = async (page = <PolicySettings />) => {
  queries.clear()
  box = document.body.appendChild(document.createElement('div'))
  root = createRoot(box)
  await showIn(
    root,
    <>
      <Keys />
      {page}
    </>,
  )
}
const leave = async () => {
  await act(async () => root.unmount())
  box.remove()
}
const askAgain = () => act(async () => void (await queries.invalidateQueries()))
const button = (name: string | RegExp) =>
  [...box.querySelectorAll('button')].find(({ textContent }) =>
    typeof name === 'string' ? textContent === name : name.test(textContent),
  )
const press = (name: string | RegExp) => act(async () => button(name)!.click())
const field = (label: string) => {
  const found = [...box.querySelectorAll<HTMLInputElement>('input')].find(
    (each) =>
      each.getAttribute('aria-label') === label ||
      [...(each.labels ?? [])].some(({ textContent }) => textContent.startsWith(label)),
  )
  if (!found) throw new Error(`no field ${label}`)
  return found
}
const attempts = () => field('Calls without answer')
const gap = () => field('Minutes apart')
const openFigures = async () => {
  await until(() => box.querySelector('nav') !== null)
  await press(/^Contact/u)
}
const changed = (part: Partial<Policy['contact']>) => ({ ...seed, contact: { ...seed.contact, ...part } })
/** Another seat publishes. */
const publish = async (policy: Policy) => {
  versions.push({ id: `v${versions.length + 1}`, policy })
  await askAgain()
}
const keptNow = async () => JSON.stringify(await readKeptDrafts('kept.'))

beforeAll(async () => {
  await startTexts()
  await fetchWords(['admin'])
})
beforeEach(() => {
  versions = [{ id: 'v1', policy: seed }]
  held = Promise.resolve()
  stored = company
  heard = stationThat(async (call) => ({ output: await outputOf(call) }))
})
afterEach(async () => {
  await leave()
  for (const { key } of await readKeptDrafts('kept.')) await dropDraft(key)
  vi.unstubAllGlobals()
})

it('what was changed stays while another seat publishes, and takes over what that changed elsewhere', async () => {
  await show()
  await openFigures()
  await typeInto(attempts(), '7')
  let letGo = () => {}
  held = new Promise((resolve) => (letGo = resolve))
  await publish(changed({ gapMinutes: 45 }))
  // The new version is on its way: the form stands as it was.
  expect(attempts().value).toBe('7')
  letGo()
  await until(() => gap().value === '45')
  expect(attempts().value).toBe('7')
  expect(box.querySelector('[role=alert]')).toBeNull()
  await press(/Publish/u)
  const sent = heard.find(({ procedure }) => procedure === 'admin.savePolicy')!.input
  expect(sent).toMatchObject({ basedOn: 'v2', policy: { contact: { attempts: 7, gapMinutes: 45 } } })
})

it('what both changed is shown side by side; undo gives back what the other published, and theirs can be taken', async () => {
  await show()
  await openFigures()
  await typeInto(attempts(), '7')
  await publish(changed({ attempts: 5, gapMinutes: 45 }))
  await until(() => box.querySelector('[role=alert]') !== null)
  expect(box.querySelector('[role=alert] tbody')!.textContent).toContain('calls without answer75')
  expect(attempts().value).toBe('7')
  await press('Take theirs')
  expect(attempts().value).toBe('5')
  expect(box.querySelector('[role=alert]')).toBeNull()
  await press(/Undo last/u)
  expect(attempts().value).toBe('7')
  await press(/Undo last/u)
  expect([attempts().value, gap().value]).toEqual(['5', '45'])
})

it('a draft is there again after a reload, on the part where it was; once published nothing of it is kept', async () => {
  await show()
  await openFigures()
  await typeInto(attempts(), '7')
  await vi.waitFor(async () => expect(await keptNow()).toContain('"attempts":7'))
  await leave()
  versions.push({ id: 'v2', policy: changed({ gapMinutes: 45 }) })
  await show()
  await until(() => box.querySelector('nav') !== null)
  expect([attempts().value, gap().value]).toEqual(['7', '45'])
  await press(/Publish/u)
  await until(async () => !(await keptNow()).includes('basedOn'))
  expect([attempts().value, gap().value]).toEqual(['7', '45'])
})

it('F9 leads to what keeps the draft from being published, and says when nothing was changed', async () => {
  await show()
  await until(() => box.querySelector('nav') !== null)
  await press(/Publish/u)
  expect(heard.some(({ procedure }) => procedure === 'admin.savePolicy')).toBe(false)
  const begins = 'A limit added begins when next happens what it counts from'
  expect(box.textContent).not.toContain(begins)
  await press('Add')
  expect(box.textContent).toContain(begins)
  const name = document.activeElement as HTMLInputElement
  expect([name.value, name.selectionEnd]).toEqual(['New line', 8])
  await openFigures()
  await press(/Publish/u)
  expect(document.activeElement).toMatchObject({ tagName: 'INPUT', value: 'New line' })
  expect(document.activeElement!.getAttribute('aria-invalid')).toBe('true')
})

it('what the free stage is called is edited, and is in what is published', async () => {
  await show()
  await openFigures()
  await typeInto(field('Free stage is called'), 'Free repair')
  await press(/Publish/u)
  const sent = () => heard.find(({ procedure }) => procedure === 'admin.savePolicy')?.input
  await until(() => sent() !== undefined)
  expect(sent()).toMatchObject({ policy: { warranty: { ...seed.warranty, freeName: { en: 'Free repair' } } } })
})

it('each part goes back to where it was scrolled', async () => {
  await show()
  await until(() => box.querySelector('nav') !== null)
  const pane = () => box.querySelector<HTMLElement>('table')!.closest('section')!
  pane().scrollTop = 120
  await act(async () => pane().dispatchEvent(new Event('scroll')))
  expect(pane().scrollTop).toBe(120)
  await openFigures()
  await press(/^Limits/u)
  expect(pane().scrollTop).toBe(120)
})

it('what was typed of the company is there again, beside what another saved meanwhile', async () => {
  await show(<CompanySettings />)
  await until(() => box.querySelector('input') !== null)
  await typeInto(field('Branch'), '城西')
  await vi.waitFor(async () => expect(await keptNow()).toContain('城西'))
  await leave()
  stored = { ...company, branch: '城东', version: 2 }
  await show(<CompanySettings />)
  await until(() => box.querySelector('input') !== null)
  expect(field('Branch').value).toBe('城西')
  expect(box.querySelector('[role=alert]')!.textContent).toContain('城东')
  await press('Take theirs')
  stored = company
})

const published = () =>
  heard.find(({ procedure }) => procedure === 'admin.savePolicy')?.input['policy'] as Policy | undefined

it('F9 with the caret in a limit publishes the limit that stands there; one nobody can read refuses, with the caret in it', async () => {
  await show()
  await until(() => box.querySelector('nav') !== null)
  const limit = () => box.querySelector<HTMLInputElement>('tbody input')!
  await typeInto(limit(), 'soon')
  await typeInto(box.querySelector<HTMLInputElement>('tbody input[inputmode=numeric]')!, '3')
  await pressIn(box.querySelector<HTMLInputElement>('tbody input[inputmode=numeric]')!, 'F9')
  expect([published(), document.activeElement]).toEqual([undefined, limit()])
  await typeInto(limit(), '47')
  await pressIn(limit(), 'F9')
  await until(() => published() !== undefined)
  expect(published()?.clocks[0]).toMatchObject({ limitMinutes: 47, warnMinutes: 3 })
})

it.each([
  ['Rule', 'r044', 'r44', (policy: Policy) => policy.clocks.at(-1)?.rule, 'R044'],
  ['Monday', '9-12', '9 to', (policy: Policy) => policy.duty[0].week[1], [{ from: '09:00', to: '12:00' }]],
])(
  'F9 with the caret in %s publishes what stands there, and nothing nobody can read',
  async (cell, good, odd, of, is) => {
    await show()
    await until(() => box.querySelector('nav') !== null)
    if (cell === 'Rule') {
      await press('Add')
      await typeInto(field('Name'), 'Called back')
      await press('The paper')
    } else await press(/^Duty/u)
    await typeInto(field(cell), odd)
    await pressIn(field(cell), 'F9')
    expect([published(), document.activeElement]).toEqual([undefined, field(cell)])
    await typeInto(field(cell), good)
    await pressIn(field(cell), 'F9')
    await until(() => published() !== undefined)
    expect(of(published()!)).toEqual(is)
  },
)
