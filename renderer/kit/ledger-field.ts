import { createContext, useContext } from 'react'

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
