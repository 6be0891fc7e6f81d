import { flushSync } from 'react-dom'
import { isTextField } from '../app/hotkeys.ts'
import { isPlaced } from '../app/keep-focus.ts'
import { draftNow, tabsNow } from './tab-store.ts'
import { awaitsCaller } from './tabs.ts'
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

const tries = 10
const pauseMs = 50

/**
 * After a key that changed what is shown: leads to the first gap of the form that stands, to the callers to choose from (their
 * digits are keys only outside of fields), to what was stored, or to the list. Who writes meanwhile is left alone.
 */
export function focusShown(trade: Trade, left = tries): void {
  setTimeout(
    () => {
      const at = document.activeElement
      if ((isTextField(at) && !isPlaced(at)) || focusNow(trade) || left === 0) return
      focusShown(trade, left - 1)
    },
    left === tries ? 0 : pauseMs,
  )
}

function focusNow(trade: Trade): boolean {
  const { tabs, activeId } = tabsNow()
  const tab = tabs.find(({ id }) => id === activeId)
  if (!tab) return focusOn('[role="tabpanel"] [role="grid"]')
  if (tab.saved !== undefined) return focusOn('#intake-saved')
  if (awaitsCaller(tab) && focusOn('[data-caller-list] button[aria-pressed]')) return true
  return focusFirstGap(tab.id, trade, 'dispatch') || focusField('symptom') || focusOn('#intake-primary')
}

function focusOn(selector: string): boolean {
  const element = document.querySelector<HTMLElement>(selector)
  element?.focus()
  return element !== null
}
