import { flushSync } from 'react-dom'
import { draftNow } from './tab-store.ts'
import { type Gap, gapsOf } from './gaps.ts'
import type { TextField } from './draft.ts'
import type { Trade } from './use-trade.ts'

/** Puts the caret into a field of the form; false where the form has no such field now. */
export function focusField(field: Gap | TextField): boolean {
  const input = document.querySelector<HTMLElement>(`[data-intake-field="${field}"] [data-ledger-field]`)
  input?.focus()
  if (input instanceof HTMLInputElement) input.select()
  return input !== null
}

/** Leads to the first thing still missing before somebody is sent, or before saving; true when there was one. */
export function focusFirstGap(tabId: string, { preset, today }: Trade, purpose: 'save' | 'dispatch'): boolean {
  const draft = draftNow(tabId)
  if (!draft) return false
  flushSync(() => undefined)
  return gapsOf(draft, preset, today, purpose).some((field) => focusField(field))
}
