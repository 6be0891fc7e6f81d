import { act, useState } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { queries } from '../../renderer/app/api.ts'
import { fetchWords, startTexts } from '../../renderer/app/i18n.ts'
import { LimitsPart } from '../../renderer/admin/policies/LimitsPart.tsx'
import { LedgerCell, LedgerForm } from '../../renderer/kit/LedgerForm.tsx'
import { LedgerInput } from '../../renderer/kit/LedgerInput.tsx'
import { presetById } from '../../shared/presets/catalog.ts'
import type { Policy } from '../../shared/presets/schema.ts'
import { showIn, typeInto } from './page.tsx'
import { stationThat } from './silent-station.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

const base = presetById('P32')!
let root: Root
let box: HTMLElement
let policy: Policy

beforeAll(async () => {
  await startTexts()
  await fetchWords(['admin'])
})
beforeEach(() => {
  queries.clear()
  stationThat(({ procedure }) => ({
    output: procedure === 'admin.trades' ? [] : { days: 30, isCut: false, rows: [] },
  }))
  box = document.body.appendChild(document.createElement('div'))
  root = createRoot(box)
})
afterEach(async () => {
  await act(async () => root.unmount())
  box.remove()
  vi.unstubAllGlobals()
})

function Draft({ below }: { below: Policy | null }) {
  const [draft, setDraft] = useState(base)
  policy = draft
  return (
    <LimitsPart
      draft={{ policy: draft, base, runningCases: 'switch' }}
      below={below}
      problemOf={() => undefined}
      onChange={(part) => setDraft({ ...draft, ...part })}
    />
  )
}
const show = (below: Policy | null = null) => showIn(root, <Draft below={below} />)
const labelled = (label: string) => {
  const found = [...box.querySelectorAll<HTMLElement>('button, input, select')].find(
    (each) =>
      each.getAttribute('aria-label') === label ||
      each.textContent === label ||
      [...((each as HTMLInputElement).labels ?? [])].some(({ textContent }) => textContent === label),
  )
  if (!found) throw new Error(`nothing is called ${label}`)
  return found
}
const press = (label: string) => act(async () => labelled(label).click())
const choose = (label: string, value: string) =>
  act(async () => {
    const select = labelled(label) as HTMLSelectElement
    Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value')!.set!.call(select, value)
    select.dispatchEvent(new Event('change', { bubbles: true }))
  })

it('a limit says where its figure is from as its deadlines do on a case, and then whose paper lent it', async () => {
  await show()
  const sourceOf = (clock: string) => {
    const row = base.clocks.findIndex((each) => each.clock === clock)
    return box.querySelectorAll('tbody tr')[row]!.textContent
  }
  expect(sourceOf('assign')).toContain('House default · From the paper of')
  expect(sourceOf('visit')).toContain(`Paper, ${base.clocks.find(({ clock }) => clock === 'visit')!.rule}`)
  expect(sourceOf('wait')).toMatch(/House default(?! ·)/u)
})

it('a limit is added, said from what until what and for whom, and what cannot work is said beside its field', async () => {
  await show()
  await press('Add')
  expect(policy.clocks).toHaveLength(base.clocks.length + 1)
  await choose('Counts from', 'finished')
  const until = labelled('Counts until')
  expect(until.getAttribute('aria-invalid')).toBe('true')
  const told = document.getElementById(until.getAttribute('aria-describedby')!)
  expect(told?.textContent).toContain(`Limit no. ${policy.clocks.length} ends with what it begins with`)
  await choose('Counts until', 'followedUp')
  expect(labelled('Counts until').getAttribute('aria-invalid')).toBeNull()
  await choose('Level', base.levels[0]!.code)
  await choose('Kind of case', base.kinds[0]!.code)
  const { level, kind, startsAt, endsAt } = policy.clocks.at(-1)!
  expect({ level, kind, startsAt, endsAt }).toEqual({
    ...{ level: base.levels[0]!.code, kind: base.kinds[0]!.code, startsAt: 'finished', endsAt: 'followedUp' },
  })
  const row = [...box.querySelectorAll('tbody > tr')].at(-2)!
  expect(row.textContent).toContain(`${base.levels[0]!.text.en} · ${base.kinds[0]!.text.en}`)
})

it('a limit that is taken away says what open cases do with it, and is put back as it was', async () => {
  await show()
  const first = base.clocks[0]!
  await press(`Edit ${first.text.en}`)
  await press(`Remove ${first.text.en}`)
  expect(policy.clocks).not.toContain(first)
  expect(box.querySelector('ul[aria-label="Removed"]')?.textContent).toContain('no longer counted')
  await press(`Put ${first.text.en} back`)
  expect(policy.clocks).toContain(first)
})

it('a layer takes nothing of the company away', async () => {
  await show(base)
  const name = base.clocks[0]!.text.en
  await press(`Edit ${name}`)
  expect((labelled('Level') as HTMLSelectElement).disabled).toBe(true)
  expect(() => labelled(`Remove ${name}`)).toThrow()
})

it('where a limit is from is chosen, with its rule; what is no rule is said and not taken', async () => {
  await show()
  await press('Add')
  await press('The paper')
  const rule = () => labelled('Rule') as HTMLInputElement
  expect(rule().getAttribute('aria-invalid')).toBe('true')
  await typeInto(rule(), 'r44')
  await act(async () => rule().dispatchEvent(new FocusEvent('focusout', { bubbles: true })))
  expect([policy.clocks.at(-1)!.rule, rule().value]).toEqual(['house', 'r44'])
  await typeInto(rule(), 'r044、R045')
  await act(async () => rule().dispatchEvent(new FocusEvent('focusout', { bubbles: true })))
  expect(policy.clocks.at(-1)).toMatchObject({ rule: 'R044 R045', source: { from: 'paper' } })
})

it.each([
  ['Counts from', 'finished'],
  ['Counts until', 'followedUp'],
  ['Kind of case', base.kinds[0]!.code],
])('a limit whose %s is changed no longer claims its paper', async (cell, value) => {
  await show()
  expect(base.clocks[0]!.source.from).not.toBe('own')
  await press(`Edit ${base.clocks[0]!.text.en}`)
  await choose(cell, value)
  expect(policy.clocks[0]).toMatchObject({ rule: 'house', source: { from: 'own' } })
})

it('Enter in a cell that is no field of the form leaves the caret there', async () => {
  await showIn(
    root,
    <LedgerForm label="form">
      <LedgerCell label="why">
        <LedgerInput value="" onChange={() => undefined} />
      </LedgerCell>
      <Draft below={null} />
    </LedgerForm>,
  )
  const cell = box.querySelector<HTMLInputElement>('tbody input')!
  await act(async () => {
    cell.focus()
    cell.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }))
  })
  expect(document.activeElement).toBe(cell)
})
