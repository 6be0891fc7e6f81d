import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { queries } from '../../renderer/app/api.ts'
import { fetchWords, startTexts } from '../../renderer/app/i18n.ts'
import { setShell } from '../../renderer/app/shell-state.ts'
import { CallList } from '../../renderer/tickets/CallList.tsx'
import { type Heard, type Said, stationThat, until } from './silent-station.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

const call = (nth: number, changes = {}) => ({
  ...{ id: `c${nth}`, direction: 'in', state: 'ended', numberShown: '138 **** 5678', number: null, region: '济南' },
  ...{ line: '', to: '', ringAt: '2026-11-27T02:36:00.000Z', answeredAt: null, hungUpAt: null, memberId: null },
  ...{ memberName: '周敏', outcome: null, customerId: null, ticketId: null, registeredAt: null, ...changes },
})
let root: Root
let box: HTMLElement
let heard: Heard[]

/** The list with what the station says to its question; everything around it is told nothing. */
async function show(
  page: (input: Record<string, unknown>) => Said | Promise<Said>,
  more: (asked: Heard) => Said | Promise<Said> | undefined = () => undefined,
) {
  heard = stationThat((asked) => {
    const { procedure, input } = asked
    const said = more(asked)
    if (said) return said
    if (procedure === 'intake.recent') return page(input)
    if (procedure === 'lists.kept') return { output: { views: [], columns: null, defaultViewId: null } }
    if (procedure === 'intake.callTotals') return { output: { count: 2, isMore: false, leftOut: [], sums: null } }
    return { failure: { kind: 'notFound', text: 'kit.table.empty' } }
  })
  await act(async () =>
    root.render(
      <MantineProvider>
        <QueryClientProvider client={queries}>
          <div style={{ display: 'flex', flexDirection: 'column', width: 1200, height: 500 }}>
            <CallList />
          </div>
        </QueryClientProvider>
      </MantineProvider>,
    ),
  )
}
const said = () => box.textContent
const pages = () => heard.filter(({ procedure }) => procedure === 'intake.recent')
const rows = () => [...box.querySelectorAll<HTMLElement>('[role=rowgroup] [role=row]')]

async function search(text: string) {
  const field = box.querySelector<HTMLInputElement>('input[type=search]')!
  await act(async () => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(field, text)
    field.dispatchEvent(new Event('input', { bubbles: true }))
  })
}

beforeAll(async () => {
  await startTexts()
  await fetchWords(['tickets', 'lists', 'intake'])
})
beforeEach(() => {
  queries.clear()
  setShell({ member: { name: '主管', number: '001', may: () => false } })
  box = document.body.appendChild(document.createElement('div'))
  root = createRoot(box)
})
afterEach(async () => {
  await act(async () => root.unmount())
  box.remove()
  vi.unstubAllGlobals()
})

describe('a list', () => {
  it('on its way shows neither rows nor that there are none', async () => {
    let answer: (said: Said) => void = () => undefined
    await show(() => new Promise<Said>((resolve) => (answer = resolve)))
    await until(() => pages().length > 0)
    expect(rows()).toEqual([])
    expect(said()).not.toContain('No calls yet')
    await act(async () => answer({ output: { rows: [call(1)], next: null } }))
    await until(() => rows().length === 1)
  })

  it('without a row says so, and what fills it', async () => {
    await show(() => ({ output: { rows: [], next: null } }))
    await until(() => said().includes('No calls yet'))
    expect(said()).toContain('Every call stands here')
  })

  it('whose search or condition finds nothing says that, not that it is empty', async () => {
    await show(({ text }) => ({ output: { rows: text === '' ? [call(1)] : [], next: null } }))
    await until(() => rows().length === 1)
    await search('9999')
    await until(() => said().includes('Nothing found'))
    expect(pages().at(-1)?.input).toMatchObject({ text: '9999' })
    expect(said()).not.toContain('No calls yet')
  })

  it('that is refused says why in place, and is asked again at a press', async () => {
    let tries = 0
    await show(() => {
      tries += 1
      return tries === 1
        ? { failure: { kind: 'ruleBroken', text: 'kit.list.narrow' } }
        : { output: { rows: [call(1)], next: null } }
    })
    await until(() => [...box.querySelectorAll('button')].some(({ textContent }) => /again/i.test(textContent)))
    await act(async () =>
      [...box.querySelectorAll('button')].find(({ textContent }) => /again/i.test(textContent))!.click(),
    )
    await until(() => rows().length === 1)
  })

  it('without its station says that nothing is lost, and keeps its search', async () => {
    await show(() => 'silence')
    await until(() => [...box.querySelectorAll('button')].some(({ textContent }) => /again/i.test(textContent)))
    expect(box.querySelector('input[type=search]')).not.toBeNull()
  })

  it('keeps its rows one line high whatever stands in them', async () => {
    const long = '济南市历下区解放路街道办事处大润发商业广场后门三号楼地下一层食堂后厨'.repeat(4)
    await show(() => ({ output: { rows: [call(1), call(2, { region: long, memberName: long })], next: null } }))
    await until(() => rows().length === 2)
    const [short, tall] = rows().map((row) => row.getBoundingClientRect().height)
    expect(tall).toBe(short)
    for (const cell of rows()[1]!.querySelectorAll('[role=gridcell] > span'))
      expect(cell.getBoundingClientRect().right).toBeLessThanOrEqual(
        cell.parentElement!.getBoundingClientRect().right + 1,
      )
  })

  it('too wide for its place is scrolled sideways under its first column, in every row and the head', async () => {
    await show(() => ({ output: { rows: [call(1), call(2)], next: null } }))
    await until(() => rows().length === 2)
    const grid = box.querySelector<HTMLElement>('[role=grid]')!
    grid.style.maxWidth = '400px'
    grid.style.setProperty('--gd-surface', 'rgb(255, 255, 255)')
    expect(grid.scrollWidth).toBeGreaterThan(grid.clientWidth)
    grid.scrollLeft = 200
    const edge = grid.getBoundingClientRect().left
    for (const row of box.querySelectorAll('[role=row]')) {
      const [first, second] = [...row.children].map((cell) => cell.getBoundingClientRect())
      expect(first!.left).toBeCloseTo(edge, 0)
      expect(second!.left).toBeLessThan(edge)
      const seen = document.elementFromPoint(first!.left + 20, first!.top + first!.height / 2)
      expect(row.children[0]!.contains(seen)).toBe(true)
      expect(getComputedStyle(row.children[0]!).backgroundColor).toBe('rgb(255, 255, 255)')
    }
  })

  it('shows and keeps every column that was pressed, though an older answer of the station comes between', async () => {
    const answers: ((said: Said) => void)[] = []
    await show(
      () => ({ output: { rows: [call(1)], next: null } }),
      ({ procedure }) =>
        procedure === 'lists.keep' ? new Promise<Said>((resolve) => answers.push(resolve)) : undefined,
    )
    await until(() => rows().length === 1)
    const button = [...box.querySelectorAll('button')].find(({ textContent }) => textContent.startsWith('Columns'))!
    await act(async () => button.click())
    const ticks = () => [...document.querySelectorAll<HTMLInputElement>('li input[type=checkbox]')]
    const nameOf = (tick: HTMLInputElement) => tick.parentElement!.textContent
    await until(() => ticks().length > 2)
    const [first, second] = ticks().map(nameOf)
    await act(async () => ticks()[0]!.click())
    await act(async () => queries.invalidateQueries({ queryKey: [['lists', 'kept']] }))
    await until(() => heard.filter(({ procedure }) => procedure === 'lists.kept').length === 2)
    await act(async () =>
      ticks()
        .find((tick) => nameOf(tick) === second)!
        .click(),
    )
    const shown = () => ticks().flatMap((tick) => (tick.checked ? [nameOf(tick)] : []))
    expect(shown()).not.toContain(first)
    expect(shown()).not.toContain(second)
    const sent = () => heard.flatMap(({ procedure, input }) => (procedure === 'lists.keep' ? [input['columns']] : []))
    await act(async () => answers[0]!({ output: null }))
    await until(() => sent().length === 2)
    expect((sent() as string[][]).map(({ length }) => length)).toEqual([shown().length + 1, shown().length])
    await act(async () => answers[1]!({ failure: { kind: 'busy', text: 'kit.table.empty' } }))
    await until(() => shown().includes(second!))
    expect(shown()).not.toContain(first)
  })
})
