import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { memberDraftOf } from '../../renderer/admin/member-draft.ts'
import { MemberForm } from '../../renderer/admin/MemberForm.tsx'
import { queries } from '../../renderer/app/api.ts'
import { fetchWords, startTexts } from '../../renderer/app/i18n.ts'
import { VisitGrid } from '../../renderer/tickets/VisitGrid.tsx'
import type { MemberListRow } from '../../shared/admin/schema.ts'
import { showIn } from './page.tsx'
import { type Said, stationThat, until } from './silent-station.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

let root: Root
let box: HTMLElement

beforeAll(async () => {
  await startTexts()
  await fetchWords(['tickets', 'lists', 'history', 'admin', 'door'])
})
beforeEach(() => {
  queries.clear()
  box = document.body.appendChild(document.createElement('div'))
  root = createRoot(box)
})
afterEach(async () => {
  await act(async () => root.unmount())
  box.remove()
  vi.unstubAllGlobals()
})

it('an account with open cases is disabled at the second press; the first shows what is still to do', async () => {
  const stored = {
    ...{ id: 'm7', login: 'wang', name: '王工', workNumber: '007', role: 'technician', status: 'active' },
    ...{ extension: '', phone: '', region: '', department: '', rowScope: 'all', mustChangePassword: false },
    ...{ createdAt: '2026-11-27T01:00:00.000Z', version: 2, waitsUntil: null },
  } as unknown as MemberListRow
  const first = [{ id: 'k1', number: 'GD-1', customerName: '食堂', visitFromAt: null }]
  const heard = stationThat(({ procedure }): Said => {
    if (procedure === 'tickets.workOf') return { output: { cases: 3, visits: 2, first } }
    if (procedure === 'admin.saveMember') return { output: { ...stored, status: 'disabled' } }
    return { failure: { kind: 'notFound', text: 'kit.table.empty' } }
  })
  const saved = () => heard.filter(({ procedure }) => procedure === 'admin.saveMember').length
  const draft = { ...memberDraftOf(stored), status: 'disabled' as const }
  await showIn(root, <MemberForm stored={stored} draft={draft} onDraft={() => undefined} onDone={() => undefined} />)
  await until(() => box.textContent.includes('3 open cases and 2 agreed visits'))
  expect(box.querySelector('a[href="#/tickets/k1"]')).not.toBeNull()
  const press = () =>
    act(async () => [...box.querySelectorAll('button')].find((b) => /F9/.test(b.textContent))!.click())
  await press()
  expect(saved()).toBe(0)
  expect(box.textContent).toContain('Disable anyway')
  await press()
  await until(() => saved() === 1)
})

it('visits of a disabled technician stay on the board in a row that says so and takes no more', async () => {
  const load = (id: string, isDisabled: boolean) => ({
    ...{ id, name: id, region: '', isDisabled, openTickets: 1 },
    today: [
      {
        ...{ ticketId: `k-${id}`, number: 'GD-1', fromAt: '2026-11-27T06:00:00.000Z', toAt: null, title: '食堂' },
        ...{ state: 'dispatched', late: false },
      },
    ],
  })
  stationThat(() => ({ failure: { kind: 'notFound', text: 'kit.table.empty' } }))
  const query = { data: [load('在', false), load('走', true)], isError: false, error: null } as never
  const placing = { target: null, drag: null } as never
  await showIn(
    root,
    <VisitGrid query={query} nowAt="2026-11-27T02:00:00.000Z" on="2026-11-27" zone="Asia/Shanghai" placing={placing} />,
  )
  const row = (name: string) => box.querySelector(`section[aria-label="${name}"]`)!
  expect(row('走').textContent).toContain('Disabled')
  expect(row('走').querySelector('a[href="#/tickets/k-走"]')).not.toBeNull()
  expect(row('走').querySelector('[data-technician]')).toBeNull()
  expect(row('在').textContent).not.toContain('Disabled')
  expect(row('在').querySelector('[data-technician]')).not.toBeNull()
})
