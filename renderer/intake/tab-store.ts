import { newId } from '../app/new-id.ts'
import type { CallerMatch, CustomerCard } from '../../shared/customers/schema.ts'
import type { CallRow } from '../../shared/intake/schema.ts'
import { groupPhone } from '../../shared/kit/phone.ts'
import { dropDraft, holdDraft, letDraftsGo, saveDraft } from '../app/drafts.ts'
import { isTextField } from '../app/hotkeys.ts'
import { emptyDraft, type Draft, withCaller } from './draft.ts'
import * as move from './tabs.ts'
import type { IntakeTab, TabsState } from './tabs.ts'
import { pageValue, usePageValue } from '../kit/page-value.ts'
import { stationNow } from '../kit/station-clock.ts'
import { endSaveRest, restSaving } from './save-rest.ts'

const inWindow = pageValue<TabsState>(move.noTabs)
let member = ''
const closedCalls = new Set<string>()
const writing = new Map<string, { next: IntakeTab | null; run: Promise<void> }>()

const keyOf = (id: string) => `${prefixOf(member)}${id}`

/** Drafts of one member on this computer. */
export const prefixOf = (memberId: string) => `intake.${memberId}.`

/** The tabs of this window. They outlive the screen: another page may be looked at meanwhile. */
export const useTabs = (): TabsState => usePageValue(inWindow)

/** The tabs now, outside of a component. */
export const tabsNow = inWindow.now

const tabOf = (id: string) => tabsNow().tabs.find((tab) => tab.id === id)

/** Another member sits down: their tabs are not these. */
export function seatMember(memberId: string): void {
  if (member === memberId) return
  void letDraftsGo(prefixOf(member))
  member = memberId
  closedCalls.clear()
  inWindow.set(move.noTabs)
}

/** A register opened by hand (信函, 来访, or a call without a telephone line). Answers its id. */
export function openByHand(
  channel: Draft['channel'],
  receivedAt: string,
  prepare: (draft: Draft) => Draft = (draft) => draft,
): string {
  const draft = prepare(emptyDraft({ callId: null, receivedAt, channel }, newId))
  endSaveRest()
  inWindow.set(
    move.openTab(
      tabsNow(),
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
  const known = tabsNow().tabs.find(({ call }) => call?.id === row.id)
  inWindow.set(known ? { ...tabsNow(), activeId: known.id } : move.openTab(tabsNow(), tabOfCall(row, channel), true))
}

/** A kept tab put back without coming to the front of a form that stands. */
export function restoreTab(tab: IntakeTab): void {
  inWindow.set(move.openTab(tabsNow(), { ...tab, isTouched: true }, tabsNow().activeId === null))
}

/** A form to be corrected, brought to the front. */
export function openDraft(draft: Draft): void {
  const tab: IntakeTab = { id: draft.id, call: null, draft, isTouched: true, isPicked: draft.customerId !== null }
  inWindow.set(move.openTab(tabsNow(), tab, true))
  keep(tab)
}

/** Brings the tabs in line with the calls; takes the focus only from somebody who is not typing. */
export function followCallRows(rows: readonly CallRow[], channel: Draft['channel']): void {
  const isTyping = isTextField(document.activeElement)
  const { activeId } = tabsNow()
  inWindow.set(
    move.followCalls(tabsNow(), rows, { makeTab: (row) => tabOfCall(row, channel), isTyping, closed: closedCalls }),
  )
  if (activeId !== null && tabsNow().activeId !== activeId) restSaving()
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
  const tab = tabOf(id)
  if (!tab || tab.saved !== undefined) return
  const changed = { ...tab, ...more, draft: turn(tab.draft), isTouched: true }
  inWindow.set(move.changeTab(tabsNow(), id, changed))
  keep(changed)
}

/** The one person the number can mean is taken without a key. A tab in which nothing was typed still leaves with its call. */
export function takeCaller(id: string, card: CustomerCard, match: CallerMatch): void {
  const tab = tabOf(id)
  if (!tab?.call || !move.awaitsCaller(tab)) return
  const taken = { ...tab, draft: withCaller(tab.draft, card, match, tab.call.number), isPicked: true }
  inWindow.set(move.changeTab(tabsNow(), id, taken))
  if (tab.isTouched) keep(taken)
}

/** The draft of a tab as it stands this moment. */
export const draftNow = (id: string) => tabOf(id)?.draft

/** Shows a tab, or the list. */
export function activate(id: string | null): void {
  endSaveRest()
  inWindow.set({ ...tabsNow(), activeId: id })
}
/** After the last comes the first. */
export function goToNextTab(): void {
  endSaveRest()
  inWindow.set(move.nextTab(tabsNow()))
}

/** The entry is stored: its draft goes, and its tab unless the caller is still there. `said` is read there. */
export function storeTab(id: string, said: string): void {
  const tab = tabOf(id)
  if (tab?.call) closedCalls.add(tab.call.id)
  if (tabsNow().activeId === id) restSaving()
  inWindow.set(move.storeTab(tabsNow(), id, said))
  keep({ id } as IntakeTab, true)
}

/** The entry is closed without a word, or thrown away: tab and kept draft go, and the call does not open a tab again. */
export function finishTab(id: string): void {
  const tab = tabOf(id)
  if (tab?.call) closedCalls.add(tab.call.id)
  if (tabsNow().activeId === id) restSaving()
  inWindow.set(move.closeTab(tabsNow(), id))
  keep({ id } as IntakeTab, true)
}

/** Throws an entry away; the answer brings it back. A call stays among those not yet registered. */
export function discardTab(id: string): () => void {
  const tab = tabOf(id)
  finishTab(id)
  return () => {
    if (!tab) return
    if (tab.call) closedCalls.delete(tab.call.id)
    inWindow.set(move.openTab(tabsNow(), tab, true))
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
