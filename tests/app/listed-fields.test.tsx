import { createRoot, type Root } from 'react-dom/client'
import { act, createElement } from 'react'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { queries } from '../../renderer/app/api.ts'
import { fetchWords, startTexts } from '../../renderer/app/i18n.ts'
import { useListColumns } from '../../renderer/customers/use-list-columns.tsx'
import { useRegisterColumns } from '../../renderer/tickets/register-columns.tsx'
import { useTicketColumns } from '../../renderer/tickets/ticket-columns.tsx'
import { customerFields } from '../../shared/customers/fields.ts'
import { lineFields } from '../../shared/intake/fields.ts'
import type { FieldEntry } from '../../shared/kit/field-entry.ts'
import { caseFields } from '../../shared/tickets/fields.ts'
import { showIn } from './page.tsx'
import { stationThat } from './silent-station.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

interface Shown {
  id: string
  title: string
  isSortable?: boolean
  isExtra?: boolean
  cell: (row: never) => React.ReactNode
}
const nowAt = '2026-11-27T02:36:00.000Z'
const lists: Record<string, { fields: readonly FieldEntry[]; useColumns: () => readonly Shown[] }> = {
  customers: { fields: customerFields, useColumns: useListColumns },
  register: { fields: lineFields, useColumns: () => useRegisterColumns(nowAt) },
  tickets: { fields: caseFields, useColumns: () => useTicketColumns('open', nowAt) },
}
const cases = Object.entries(lists).flatMap(([list, { fields }]) =>
  fields.filter(({ listed }) => listed).map((field) => ({ list, key: field.key, field })),
)
let root: Root
let box: HTMLElement

/** The columns of a list; the cell of one of them stands on the page. */
async function columnsOf(list: string, shown?: string): Promise<readonly Shown[]> {
  let columns: readonly Shown[] = []
  const Probe = () => {
    columns = lists[list]!.useColumns()
    const cell = columns.find(({ id }) => id === shown)?.cell({ [String(shown)]: `〔${shown}〕` } as never)
    return createElement('p', null, cell)
  }
  await showIn(root, createElement(Probe))
  return columns
}

beforeAll(async () => {
  await startTexts()
  await fetchWords(['customers', 'tickets', 'intake'])
})
beforeEach(() => {
  queries.clear()
  stationThat(() => ({ failure: { kind: 'notFound', text: 'kit.table.empty' } }))
  box = document.body.appendChild(document.createElement('div'))
  root = createRoot(box)
})
afterEach(async () => {
  await act(async () => root.unmount())
  box.remove()
  vi.unstubAllGlobals()
})

describe('a field that says it stands in the list', () => {
  it.each(cases)('$key has its column in the list of $list, sorted and shown as it says', async ({ list, field }) => {
    const { key, listed } = field
    const columns = await columnsOf(list, key)
    const column = columns.find(({ id }) => id === key)
    expect([undefined, '', field.label]).not.toContain(column?.title)
    expect(box.querySelector('p')?.textContent).toBe(`〔${key}〕`)
    expect([column?.isSortable === true, column?.isExtra === true]).toEqual([
      listed?.isSortable === true,
      listed?.isExtra === true,
    ])
  })

  it('keeps its place among the others: the archive reads as it always did', async () => {
    const shown = (await columnsOf('customers')).filter(({ isExtra }) => !isExtra).map(({ id }) => id)
    expect(shown.filter((id) => !customerFields.some(({ key }) => key === id))).toEqual([
      ...['number', 'phone', 'products', 'openTickets', 'lastContactAt'],
    ])
    expect(shown.slice(0, 5)).toEqual(['name', 'number', 'category', 'phone', 'address'])
  })
})
