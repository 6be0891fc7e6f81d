import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { act, type ReactNode } from 'react'
import type { Root } from 'react-dom/client'
import { Router } from 'wouter'
import { useAddress } from '../../renderer/app/use-address.ts'
import { queries } from '../../renderer/app/api.ts'
import type { DispatchRow, TicketPage, TicketRow } from '../../shared/tickets/schema.ts'

/** Shows a part of the seat as the seat would, in a window of 1366 × 768. */
export const showIn = (root: Root, part: ReactNode) =>
  act(async () =>
    root.render(
      <MantineProvider>
        <QueryClientProvider client={queries}>
          <Router hook={useAddress}>
            <div style={{ display: 'flex', flexDirection: 'column', width: 1294, height: 728 }}>{part}</div>
          </Router>
        </QueryClientProvider>
      </MantineProvider>,
    ),
  )

/** Types into a field as a hand does. */
export const typeInto = (field: HTMLInputElement | HTMLTextAreaElement, text: string) =>
  act(async () => {
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field) as object, 'value')!.set!.call(field, text)
    field.dispatchEvent(new Event('input', { bubbles: true }))
  })

/** Presses a key with the caret in a field. */
export const pressIn = (field: HTMLElement, key: string) =>
  act(async () => {
    field.focus()
    field.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
  })

/** A case out with a technician. */
export const aTicket = (changes: Partial<TicketRow> = {}) => ({
  ...{ id: 'k1', number: 'GD-1', state: 'dispatched', createdAt: '2026-11-27T01:00:00.000Z', channel: 'phone' },
  ...{ receivedAt: '2026-11-27T01:00:00.000Z', customerId: 'u1', customerName: '食堂', contactName: '李', level: null },
  ...{ address: '', productName: '冷柜', brand: '', model: '', serialNo: '', purchasedOn: null, symptom: '不制冷' },
  ...{
    phoneShown: '138 **** 5678',
    region: '',
    category: 'unit',
    productId: null,
    handling: 'dispatch',
    policyId: null,
  },
  ...{ technicianId: 'm1', technicianName: '王工', visitFromAt: '2026-11-27T06:00:00.000Z', visitToAt: null },
  ...{ chaseCount: 0, nextDueAt: null, nextClock: null, nextIsProvisional: false, round: 1, pausedReason: null },
  ...{ roundAt: '2026-11-27T01:00:00.000Z', promisedFromAt: '2026-11-27T01:00:00.000Z' },
  ...{ closedAt: null, operatorName: '周敏', version: 3, ...changes },
})

/** Its order. */
export const anOrder = (changes: Partial<DispatchRow> = {}) => ({
  ...{ id: 'd1', number: 'PG-1', ticketId: 'k1', state: 'active', technicianId: 'm1', technicianName: '王工' },
  ...{ dispatcherName: '刘', dispatchedAt: '2026-11-27T02:00:00.000Z', visitFromAt: '2026-11-27T06:00:00.000Z' },
  ...{ visitToAt: null, cause: '', measure: '', parts: '', within3h: 'yes', rescheduleReason: '', consent: null },
  ...{ fedBackAt: null, handBackReason: '', prepared: [], attempts: [], ...changes },
})

/** The page of that case. */
export const aPage = (changes: Partial<Record<keyof TicketPage, unknown>> = {}) => ({
  ...{
    ticket: aTicket(),
    sheetNumber: 'S-1',
    warranty: null,
    deadlines: [],
    limitLayers: {},
    memberNames: {},
    plans: [],
  },
  ...{
    planOwed: 'no',
    dispatches: [anOrder()],
    chases: [],
    notes: [],
    moments: [],
    momentsAsked: [],
    arrivalAsked: false,
    withdrawals: [],
    withdrawable: [],
    mismatches: [],
    cancelled: null,
    result: null,
    earlier: [],
    ledger: null,
  },
  ...{ missing: ['result', 'ledger', 'archive'], sameFault: [], cameBack: [], ...changes },
})

/** What the station says of a member who is in. */
export const houseOf = (role: string) => ({
  needsSetUp: false,
  company: null,
  me: { id: 'm1', name: '王工', workNumber: '007', role, mustChangePassword: false },
})
