import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { queries } from '../../renderer/app/api.ts'
import { fetchWords, startTexts } from '../../renderer/app/i18n.ts'
import { setShell } from '../../renderer/app/shell-state.ts'
import { AddressLines } from '../../renderer/customers/AddressLines.tsx'
import type { CustomerRow } from '../../shared/customers/schema.ts'
import { type Said, stationThat, until } from './silent-station.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

const customer = {
  ...{ id: 'c1', address: '济南市历下区…', addressNote: '…', invoiceAddress: '', addressMasked: true },
} as CustomerRow
let root: Root
let box: HTMLElement

const show = (row: CustomerRow, may = true) =>
  act(async () => {
    setShell({ member: { name: '回访', role: 'followupUser', may: () => may } as never })
    root.render(
      <MantineProvider>
        <QueryClientProvider client={queries}>
          <AddressLines customer={row} />
        </QueryClientProvider>
      </MantineProvider>,
    )
  })
const press = (key: string) =>
  act(async () => {
    const target = document.activeElement!
    const isTaken = !target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
    // A browser clicks the button in focus by itself; a made-up key does not.
    if (!isTaken && key === 'Enter' && target instanceof HTMLButtonElement) target.click()
  })
const button = () => box.querySelector<HTMLButtonElement>('button')

beforeEach(async () => {
  await startTexts()
  await fetchWords(['customers'])
  box = document.body.appendChild(document.createElement('div'))
  root = createRoot(box)
})
afterEach(async () => {
  await act(async () => root.unmount())
  box.remove()
  vi.unstubAllGlobals()
})

describe('a covered address', () => {
  it('opens by keyboard for a reason, and covers itself again', async () => {
    const whole: Said = {
      output: {
        ...{ address: '济南市历下区解放路5号', addressNote: '走北门', invoiceAddress: '' },
        until: new Date(Date.now() + 60_000).toISOString(),
      },
    }
    const heard = stationThat(() => whole)
    await show(customer)
    expect(button()?.textContent).toContain('Show address')
    button()!.focus()
    await press('Enter')
    expect(document.activeElement?.getAttribute('role')).toBe('radio')
    await press('Enter')
    await until(() => box.textContent.includes('解放路5号'))
    expect(heard).toMatchObject([
      { procedure: 'customers.revealAddress', input: { customerId: 'c1', reason: 'Call back' } },
    ])
    expect(box.textContent).toContain('走北门')
    await act(async () => button()!.click())
    expect(box.textContent).not.toContain('解放路')
  })

  it('says why where the station refuses, and asks nothing where the role may not or nothing is covered', async () => {
    stationThat(() => ({ failure: { kind: 'notAllowed', text: 'customers.failure.revealForeign' } }))
    await show(customer)
    await act(async () => button()!.click())
    await press('Enter')
    await until(() => box.querySelector('[role=alert]') !== null)
    await act(async () => root.render(null))
    await show(customer, false)
    expect(button()).toBeNull()
    await show({ ...customer, addressMasked: false })
    expect(button()).toBeNull()
  })
})
