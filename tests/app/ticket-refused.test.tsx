import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { queries } from '../../renderer/app/api.ts'
import { fetchWords, startTexts } from '../../renderer/app/i18n.ts'
import { setShell } from '../../renderer/app/shell-state.ts'
import { Asked } from '../../renderer/kit/Asked.tsx'
import { NoticeLine } from '../../renderer/kit/NoticeLine.tsx'
import { TicketScreen } from '../../renderer/tickets/TicketScreen.tsx'
import { mayUse } from '../../shared/admin/rights.ts'
import { aPage, aTicket, houseOf, showIn, typeInto } from './page.tsx'
import { type Heard, type Said, stationThat, until } from './silent-station.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

let root: Root
let box: HTMLElement
let heard: Heard[]
let isGivenBack = false
const said = () => box.textContent
const button = (text: RegExp) => [...box.querySelectorAll('button')].find((each) => text.test(each.textContent))
const refusal: Said = { failure: { kind: 'notAllowed', text: 'tickets.failure.notYours' } }

async function show(role: 'technician' | 'dispatcher', firstStep: string | null) {
  setShell({ member: { name: '王工', number: '007', may: mayUse.bind(null, role) } })
  heard = stationThat(({ procedure }): Said => {
    if (procedure === 'tickets.page') return isGivenBack ? refusal : { output: aPage() }
    if (procedure === 'admin.house') return { output: houseOf(role) }
    if (procedure === 'tickets.handBack') {
      isGivenBack = role === 'technician'
      return { output: aTicket({ state: 'unassigned', technicianId: null }) }
    }
    return { failure: { kind: 'notFound', text: 'kit.table.empty' } }
  })
  location.hash = '#/tickets/k1'
  await showIn(
    root,
    <>
      <TicketScreen id="k1" firstStep={firstStep} />
      <NoticeLine />
    </>,
  )
}

beforeAll(async () => {
  await startTexts()
  await fetchWords(['tickets', 'lists', 'history', 'admin'])
})
beforeEach(() => {
  queries.clear()
  isGivenBack = false
  box = document.body.appendChild(document.createElement('div'))
  root = createRoot(box)
})
afterEach(async () => {
  await act(async () => root.unmount())
  box.remove()
  location.hash = ''
  vi.unstubAllGlobals()
})

describe('a page the station gives no more', () => {
  it('says so, keeps what was typed, offers no step and the way out', async () => {
    await show('technician', 'result')
    await until(() => box.querySelector('[aria-label="Result"] textarea') !== null)
    await typeInto(box.querySelector<HTMLTextAreaElement>('[aria-label="Result"] textarea')!, '换了压缩机')
    isGivenBack = true
    await act(async () => queries.invalidateQueries({ queryKey: [['tickets']] }))
    await until(() => box.querySelector('[role=alert] a[href="#/tickets"]') !== null)
    expect(box.querySelector('[role=alert]')!.textContent).toContain('not')
    expect(box.querySelector<HTMLTextAreaElement>('[aria-label="Result"] textarea')!.value).toBe('换了压缩机')
    expect(box.querySelector('[role=toolbar]')!.textContent).not.toMatch(/Result|Hand back/)
  })

  it('stands above what was answered before, wherever one asks', async () => {
    const data = { data: 'as it was', error: null, isError: false, refetch: () => undefined } as never
    stationThat(() => refusal)
    await showIn(root, <Asked query={data}>{(text) => <p>{text as string}</p>}</Asked>)
    expect(box.querySelector('[role=alert]')).toBeNull()
    const { client } = await import('../../renderer/app/api.ts')
    const error = await client.customers.card.query({ customerId: 'u1' }).catch((thrown: unknown) => thrown)
    const refused = { ...(data as object), error, isError: true } as never
    await showIn(
      root,
      <Asked query={refused} wayOut={{ href: '#/customers', text: 'Back' }}>
        {(text) => <p>{text as string}</p>}
      </Asked>,
    )
    expect(said()).toContain('as it was')
    expect(box.querySelector('[role=alert] a[href="#/customers"]')).not.toBeNull()
  })
})

describe('a case handed back', () => {
  it.each([
    ['technician', '#/tickets'],
    ['dispatcher', '#/tickets/k1'],
  ] as const)('by the %s is said, and leads to %s', async (role, place) => {
    await show(role, 'handBack')
    await until(() => box.querySelector('[aria-label="Hand back"] input, [aria-label="Hand back"] textarea') !== null)
    await typeInto(box.querySelector<HTMLInputElement>('[aria-label="Hand back"] input')!, '客户改期')
    await act(async () => button(/^F9/)!.click())
    await until(() => said().includes('Handed back: GD-1'))
    expect(heard.find(({ procedure }) => procedure === 'tickets.handBack')?.input).toMatchObject({ reason: '客户改期' })
    expect(location.hash).toBe(place)
  })
})
