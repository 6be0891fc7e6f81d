import { missingFields } from '../../shared/intake/rules.ts'
import type { Policy, RegisterField } from '../../shared/presets/schema.ts'
import { promiseGate } from '../../shared/tickets/rules-gates.ts'
import { type Draft, judged, knownFields } from './draft.ts'
import { readPurchaseDay } from './purchase-day.ts'

/** A field of the form that can be led to. */
export type Gap = RegisterField | 'technicianId' | 'rescheduleReason' | 'consent' | 'visitTyped'

/** Fields by the place they have on the screen, so that "the first gap" is the first one seen. */
const order: readonly Gap[] = [
  'customerName',
  'contactName',
  'phone',
  'productName',
  'serialNo',
  'purchasedOn',
  'dealer',
  'acceptedOn',
  'symptom',
  'level',
  'address',
  'visitFromAt',
  'technicianId',
  'within3h',
  'rescheduleReason',
  'consent',
]

/**
 * What is still to be filled before saving, or before somebody is sent: the preset's fields (R010, R014), the window and
 * the technician, and for a visit later than promised the reason and the customer's consent (R044). In order of the form.
 */
export function gapsOf(draft: Draft, preset: Policy, today: string, purpose: 'save' | 'dispatch'): Gap[] {
  const missing = new Set<Gap>(missingFields(judged(draft, today), preset, purpose, knownFields(draft)))
  if (purpose === 'dispatch' && draft.outcome === 'repair' && draft.handling === 'dispatch') {
    for (const field of promiseGate(draft, preset.promise).missing) missing.add(field)
    if (draft.visitFromAt && !draft.technicianId && draft.consent !== 'refused') missing.add('technicianId')
  }
  return order.filter((field) => missing.has(field))
}

/** Days of the past that are typed. */
export const dayFields = ['purchasedOn', 'acceptedOn'] as const

/** A day of purchase or acceptance was typed that is none, or lies ahead. */
export const isDayUnreadable = (draft: Draft, today: string, field: (typeof dayFields)[number]) =>
  draft[field].trim() !== '' && readPurchaseDay(draft[field], today) === undefined
