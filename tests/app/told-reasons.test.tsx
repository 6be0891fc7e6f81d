import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { queries } from '../../renderer/app/api.ts'
import { fetchWords, startTexts } from '../../renderer/app/i18n.ts'
import { setShell } from '../../renderer/app/shell-state.ts'
import { Timeline } from '../../renderer/customers/Timeline.tsx'
import { TicketScreen } from '../../renderer/tickets/TicketScreen.tsx'
import type { TimelineEntry } from '../../shared/customers/schema.ts'
import { mayUse } from '../../shared/admin/rights.ts'
import { anOrder, aPage, aTicket, houseOf, showIn } from './page.tsx'
import { type Said, stationThat, until } from './silent-station.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

let root: Root
let box: HTMLElement
const said = () => box.textContent

beforeAll(async () => {
  await startTexts()
  await fetchWords(['tickets', 'lists', 'history', 'admin', 'customers', 'intake'])
})
beforeEach(() => {
  queries.clear()
  setShell({ member: { name: '刘', number: '003', may: mayUse.bind(null, 'dispatcher') } })
  box = document.body.appendChild(document.createElement('div'))
  root = createRoot(box)
})
afterEach(async () => {
  await act(async () => root.unmount())
  box.remove()
  vi.unstubAllGlobals()
})

/** The page of a case as the station tells it. */
async function showPage(page: unknown) {
  stationThat(({ procedure }): Said => {
    if (procedure === 'tickets.page') return { output: page }
    if (procedure === 'admin.house') return { output: houseOf('dispatcher') }
    return { failure: { kind: 'notFound', text: 'kit.table.empty' } }
  })
  await showIn(root, <TicketScreen id="k1" firstStep={null} />)
  await until(() => box.querySelector('h1') !== null)
}

describe('a case', () => {
  it('says why it was cancelled in its head', async () => {
    await showPage(aPage({ ticket: aTicket({ state: 'cancelled' }), cancelled: { at: null, reason: '重复登记' } }))
    expect(box.querySelector('h1')!.parentElement!.textContent).toContain('重复登记')
  })

  it.each([
    ['要两个人抬', '要两个人抬'],
    ['notReached', 'customer not reached'],
  ])('says why an order came back: %s', async (handBackReason, text) => {
    const back = anOrder({ state: 'handedBack', fedBackAt: '2026-11-27T03:00:00.000Z', handBackReason })
    await showPage(aPage({ ticket: aTicket({ state: 'unassigned', technicianId: null }), dispatches: [back] }))
    expect(said()).toContain(text)
  })
})

describe('a customer’s line of time', () => {
  const entry = (kind: string, part: Partial<TimelineEntry>): TimelineEntry => ({
    ...{ id: kind, at: new Date().toISOString(), kind, title: '', detail: '', productId: null, ticketId: null },
    ...{ seconds: null, verdict: null, outcome: null, reason: '', by: '', ...part },
  })
  const show = (...entries: TimelineEntry[]) =>
    showIn(
      root,
      <Timeline entries={entries} back={new Set()} products={[]} total={1} hasMore={false} onMore={() => undefined} />,
    )

  it.each([
    ['repair', 'Repair'],
    ['complaint', 'Complaint'],
    ['consult', 'Enquiry'],
    ['callBack', 'Callback'],
    ['chase', 'Chase'],
    ['wrongNumber', 'Wrong'],
  ] as const)('calls %s by its name', async (outcome, name) => {
    await show(entry('intake.register', { outcome, title: '师傅没来' }))
    expect(box.querySelector('li b')!.textContent).toBe(name)
  })

  it('says why an order went back and why a case was given up', async () => {
    await show(
      entry('tickets.dispatch', { title: 'PG-1', verdict: 'handedBack', reason: '要两个人抬' }),
      entry('tickets.cancel', { title: 'GD-1', reason: '重复登记' }),
    )
    expect(said()).toContain('Handed back')
    expect(said()).toContain('要两个人抬')
    expect(said()).toContain('重复登记')
  })
})
