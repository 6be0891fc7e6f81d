import { createContext, useContext } from 'react'
import { flushSync } from 'react-dom'

/** What a cell tells the field inside it, so label, error and star are wired once. */
export interface LedgerField {
  id: string
  labelId: string
  describedBy: string | undefined
  isRequired: boolean
  isInvalid: boolean
}

/** What the cell tells the input inside of it. */
export const LedgerFieldContext = createContext<LedgerField | null>(null)

/** The cell around this field, or null outside of a form. */
export const useLedgerField = () => useContext(LedgerFieldContext)

/** Attributes for an input inside a cell, Mantine's (`variant="unstyled"`) or plain. */
export function useLedgerInput() {
  const field = useLedgerField()
  if (!field) return {}
  return {
    id: field.id,
    'aria-describedby': field.describedBy,
    'aria-invalid': field.isInvalid || undefined,
    'aria-required': field.isRequired || undefined,
    'data-ledger-field': '',
  }
}

/** The fields of a form in the order of speech. */
const fieldsOf = (form: HTMLElement) =>
  [...form.querySelectorAll<HTMLElement>('[data-ledger-field]')].filter(
    (field) => !field.hasAttribute('disabled') && !field.hasAttribute('readonly') && field.offsetParent !== null,
  )

/** Puts the caret into the field after `from`; false at the end of the form. What is no field of the form keeps the caret. */
export function focusNextField(form: HTMLElement, from: Element, step: 1 | -1 = 1): boolean {
  const fields = fieldsOf(form)
  const at = fields.findIndex((field) => field === from || field.parentElement?.contains(from) === true)
  if (at === -1) return true
  const next = fields[at + step]
  next?.focus()
  if (next instanceof HTMLInputElement) next.select()
  return next !== undefined
}

/** Puts the caret into the first field that is invalid or required and empty; false when there is none. */
export function focusFirstGap(form: HTMLElement): boolean {
  const cell = form.querySelector<HTMLElement>('[data-ledger-gap]')
  const field = cell?.querySelector<HTMLElement>('[data-ledger-field]')
  field?.focus()
  return field !== null && field !== undefined
}

/**
 * Lets a field read what is typed in it, as when it is left, and keeps the caret there: who saves by key saves what stands in the field.
 * The caret goes from the field to the field, so nobody takes it for lost.
 */
export function settleField(field: EventTarget): void {
  flushSync(() => field.dispatchEvent(new FocusEvent('focusout', { bubbles: true, relatedTarget: field })))
}

/** Puts the caret into the first cell marked `data-unread`, whose text cannot be read and is therefore in no draft; false when there is none. */
export function focusUnread(place: HTMLElement): boolean {
  const field = place.querySelector<HTMLElement>('[data-unread]')
  field?.focus()
  return field !== null
}
