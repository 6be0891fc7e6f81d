import { newId } from '../app/new-id.ts'
import { useSyncExternalStore } from 'react'
import type { CallerMatch, CustomerCard } from '../../shared/customers/schema.ts'
import type { CallRow } from '../../shared/intake/schema.ts'
import { groupPhone } from '../../shared/kit/phone.ts'
import { dropDraft, holdDraft, letDraftsGo, saveDraft } from '../app/drafts.ts'
import { isTextField } from '../app/hotkeys.ts'
import { emptyDraft, type Draft, withCaller } from './draft.ts'
import * as move from './tabs.ts'
import type { IntakeTab, TabsState } from './tabs.ts'
import { stationNow } from '../kit/station-clock.ts'
import { endSaveRest, restSaving } from './save-rest.ts'

let state: TabsState = move.noTabs
let member = ''
const closedCalls = new Set<string>()
const listeners = new Set<() => void>()
const writing = new Map<string, { next: IntakeTab | null; run: Promise<void> }>()

const keyOf = (id: string) => `${prefixOf(member)}${id}`

/** Drafts of one member on this computer. */
export const prefixOf = (memberId: string) => `intake.${memberId}.`

function change(next: TabsState) {
  if (next === state) return
  state = next
  for (const listener of listeners) listener()
}

/** The tabs of this window. They outlive the screen: another page may be looked at meanwhile. */
export function useTabs(): TabsState {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => state,
  )
}

/** The tabs now, outside of a component. */
export const tabsNow = () => state

/** Another member sits down: their tabs are not these. */
export function seatMember(memberId: string): void {
  if (member === memberId) return
  void letDraftsGo(prefixOf(member))
  member = memberId
  closedCalls.clear()
  change(move.noTabs)
}

/** A register opened by hand (信函, 来访, or a call without a telephone line). Answers its id. */
export function openByHand(
  channel: Draft['channel'],
  receivedAt: string,
  prepare: (draft: Draft) => Draft = (draft) => draft,
): string {
  const draft = prepare(emptyDraft({ callId: null, receivedAt, channel }, newId))
  endSaveRest()
  change(
    move.openTab(
      state,
      { id: draft.id, call: null, draft, isTouched: false, isPicked: draft.customerId !== null },
      true,
    ),
  )
  return draft.id
}

/** A tab of a call of this seat, brought to the front: an ended one from the list, or one just called back. */
export function openCall(row: CallRow, channel: Draft['channel']): void {
  closedCalls.delete(row.id)
  endSaveRest()
  const known = state.tabs.find(({ call }) => call?.id === row.id)
  change(known ? { ...state, activeId: known.id } : move.openTab(state, tabOfCall(row, channel), true))
}

/** A kept tab put back without coming to the front of a form that stands. */
export function restoreTab(tab: IntakeTab): void {
  change(move.openTab(state, { ...tab, isTouched: true }, state.activeId === null))
}

/** A form to be corrected, brought to the front. */
export function openDraft(draft: Draft): void {
  const tab: IntakeTab = { id: draft.id, call: null, draft, isTouched: true, isPicked: draft.customerId !== null }
  change(move.openTab(state, tab, true))
  keep(tab)
}

/** Brings the tabs in line with the calls; takes the focus only from somebody who is not typing. */
export function followCallRows(rows: readonly CallRow[], channel: Draft['channel']): void {
  const isTyping = isTextField(document.activeElement)
  const { activeId } = state
  change(move.followCalls(state, rows, { makeTab: (row) => tabOfCall(row, channel), isTyping, closed: closedCalls }))
  if (activeId !== null && state.activeId !== activeId) restSaving()
}

function tabOfCall(row: CallRow, channel: Draft['channel']): IntakeTab {
  const receivedAt = row.ringAt ?? row.answeredAt ?? row.hungUpAt ?? stationNow()
  const draft = emptyDraft({ callId: row.id, receivedAt, channel }, newId)
  const isShown = row.number !== null
  const phone = isShown ? { phone: groupPhone(row.number ?? ''), sources: { phone: 'caller' as const } } : {}
  return { id: draft.id, call: move.callOf(row), draft: { ...draft, ...phone }, isTouched: false, isPicked: false }
}

/** Changes a draft and keeps it: from the first key press on nothing of it is lost. */
export function changeDraft(id: string, turn: (draft: Draft) => Draft, more: Partial<IntakeTab> = {}): void {
  const tab = state.tabs.find((each) => each.id === id)
  if (!tab || tab.saved !== undefined) return
  const changed = { ...tab, ...more, draft: turn(tab.draft), isTouched: true }
  change(move.changeTab(state, id, changed))
  keep(changed)
}

/** The one person the number can mean is taken without a key. A tab in which nothing was typed still leaves with its call. */
export function takeCaller(id: string, card: CustomerCard, match: CallerMatch): void {
  const tab = state.tabs.find((each) => each.id === id)
  if (!tab?.call || !move.awaitsCaller(tab)) return
  const taken = { ...tab, draft: withCaller(tab.draft, card, match, tab.call.number), isPicked: true }
  change(move.changeTab(state, id, taken))
  if (tab.isTouched) keep(taken)
}

/** The draft of a tab as it stands this moment. */
export const draftNow = (id: string) => state.tabs.find((tab) => tab.id === id)?.draft

/** Shows a tab, or the list. */
export function activate(id: string | null): void {
  endSaveRest()
  change({ ...state, activeId: id })
}
/** After the last comes the first. */
export function goToNextTab(): void {
  endSaveRest()
  change(move.nextTab(state))
}

/** The entry is stored: its draft goes, and its tab unless the caller is still there. `said` is read there. */
export function storeTab(id: string, said: string): void {
  const tab = state.tabs.find((each) => each.id === id)
  if (tab?.call) closedCalls.add(tab.call.id)
  if (state.activeId === id) restSaving()
  change(move.storeTab(state, id, said))
  keep({ id } as IntakeTab, true)
}

/** The entry is closed without a word, or thrown away: tab and kept draft go, and the call does not open a tab again. */
export function finishTab(id: string): void {
  const tab = state.tabs.find((each) => each.id === id)
  if (tab?.call) closedCalls.add(tab.call.id)
  if (state.activeId === id) restSaving()
  change(move.closeTab(state, id))
  keep({ id } as IntakeTab, true)
}

/** Throws an entry away; the answer brings it back. A call stays among those not yet registered. */
export function discardTab(id: string): () => void {
  const tab = state.tabs.find((each) => each.id === id)
  finishTab(id)
  return () => {
    if (!tab) return
    if (tab.call) closedCalls.delete(tab.call.id)
    change(move.openTab(state, tab, true))
    if (tab.isTouched) keep(tab)
  }
}

/** One write at a time for each tab, always ending with the newest. */
function keep(tab: IntakeTab, isGone = false) {
  const entry = writing.get(tab.id)
  const next = isGone ? null : tab
  if (entry) {
    entry.next = next
    return
  }
  const job = { next, run: Promise.resolve() }
  writing.set(tab.id, job)
  job.run = (async () => {
    let written: IntakeTab | null | undefined
    while (written !== job.next) {
      written = job.next
      if (written) await Promise.all([holdDraft(keyOf(tab.id)), saveDraft(keyOf(tab.id), written)])
      else await dropDraft(keyOf(tab.id)).finally(() => letDraftsGo(keyOf(tab.id)))
    }
    writing.delete(tab.id)
  })().catch((error: unknown) => {
    writing.delete(tab.id)
    console.error('the draft could not be kept', error)
  })
}
