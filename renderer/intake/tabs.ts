import type { CallerMatch } from '../../shared/customers/schema.ts'
import type { CallRow, CallState } from '../../shared/intake/schema.ts'
import { type Draft, unsaid } from './draft.ts'

/** The telephone call a tab belongs to. */
export interface TabCall {
  id: string
  /** `ended` also when this seat has it no more while something had been typed here. */
  state: CallState
  /** It is not known to have ended: lost, at another seat, or answered by nobody known it may go on. */
  isElsewhere?: true
  direction: CallRow['direction']
  /** Key for look-ups; null when withheld. */
  number: string | null
  numberShown: string
  region: string
  line: string
  /** Instant the present state began. */
  sinceAt: string
}

/** One call or one register opened by hand, with what was typed so far. */
export interface IntakeTab {
  /** Id of the entry it will become. */
  id: string
  call: TabCall | null
  draft: Draft
  /** Something was typed or picked: the tab stays whatever happens to the call, and a draft of it is kept. */
  isTouched: boolean
  /** Whom the caller is, said by the operator: a customer of the archive, or a new one. */
  isPicked: boolean
  /** What was said when it was stored while the caller was still there: only to be read, gone with the hang-up. */
  saved?: string
}

/** All open tabs, in the order they were opened. */
export interface TabsState {
  tabs: readonly IntakeTab[]
  /** null: the list stands instead of a form. */
  activeId: string | null
}

/** Before the first call. */
export const noTabs: TabsState = { tabs: [], activeId: null }

/** What a row of a call is to its tab. */
export function callOf(row: CallRow): TabCall {
  const { id, state, direction, number, numberShown, region, line } = row
  const sinceAt =
    (state === 'ringing' ? row.ringAt : state === 'answered' ? row.answeredAt : row.hungUpAt) ?? row.ringAt ?? ''
  return { id, state, direction, number, numberShown, region, line, sinceAt }
}

/** Opens a tab, once; one that is open already is only shown. */
export function openTab(state: TabsState, tab: IntakeTab, isActivated: boolean): TabsState {
  if (state.tabs.some(({ id }) => id === tab.id)) return isActivated ? { ...state, activeId: tab.id } : state
  return { tabs: [...state.tabs, tab], activeId: isActivated ? tab.id : state.activeId }
}

/**
 * Brings the tabs in step with the calls of this seat. A ringing or talking call without a tab gets one; it comes to the
 * front only when no form stands there and `isTyping` is false. A call that left (another seat, hung up before the answer)
 * takes its tab along, unless something was typed. `closed` are calls this seat has finished with.
 */
export function followCalls(
  state: TabsState,
  calls: readonly CallRow[],
  {
    makeTab,
    isTyping,
    closed,
  }: { makeTab: (row: CallRow) => IntakeTab; isTyping: boolean; closed: ReadonlySet<string> },
): TabsState {
  let next = state
  const byId = new Map(calls.map((row) => [row.id, row]))
  for (const tab of state.tabs) {
    if (!tab.call) continue
    const row = byId.get(tab.call.id)
    if (tab.saved !== undefined && row?.state !== 'answered') next = closeTab(next, tab.id)
    else if (row && row.state !== 'lost') next = changeTab(next, tab.id, { call: callOf(row) })
    else if (!tab.isTouched) next = closeTab(next, tab.id)
    else if (tab.call.state !== 'ended')
      next = changeTab(next, tab.id, { call: { ...tab.call, state: 'ended', isElsewhere: true } })
  }
  for (const row of [...calls].reverse()) {
    if (row.state !== 'ringing' && row.state !== 'answered') continue
    if (closed.has(row.id) || isWritten(row) || next.tabs.some(({ call }) => call?.id === row.id)) continue
    next = openTab(next, makeTab(row), next.activeId === null && !isTyping)
  }
  return isSame(state, next) ? state : next
}

/** Registered, or closed with its outcome: it may still be talking. */
const isWritten = ({ registeredAt, outcome }: CallRow) => registeredAt !== null || outcome !== null

/** Changes named parts of one tab. */
export function changeTab(state: TabsState, id: string, part: Partial<IntakeTab>): TabsState {
  return { ...state, tabs: state.tabs.map((tab) => (tab.id === id ? { ...tab, ...part } : tab)) }
}

/** Takes a tab away; the first call that still waits comes to the front, else the neighbour, else the list. */
export function closeTab(state: TabsState, id: string): TabsState {
  const at = state.tabs.findIndex((tab) => tab.id === id)
  if (at < 0) return state
  const tabs = state.tabs.filter((tab) => tab.id !== id)
  if (state.activeId !== id) return { ...state, tabs }
  const waiting = tabs.find(({ call }) => call?.state === 'ringing' || call?.state === 'answered')
  return { tabs, activeId: (waiting ?? tabs[Math.min(at, tabs.length - 1)])?.id ?? null }
}

/** Stored: with the caller still there the tab stays, to be read (`said`), until the hang-up; else it goes. */
export function storeTab(state: TabsState, id: string, said: string): TabsState {
  const tab = state.tabs.find((each) => each.id === id)
  const isTalking = tab?.call?.state === 'answered'
  return isTalking ? changeTab(state, id, { saved: said, isTouched: false }) : closeTab(state, id)
}

/** The tab after the active one, round and round. */
export function nextTab(state: TabsState): TabsState {
  const at = state.tabs.findIndex(({ id }) => id === state.activeId)
  return { ...state, activeId: state.tabs[(at + 1) % Math.max(1, state.tabs.length)]?.id ?? null }
}

/** Tabs that stand in the row, in order, when there is room for `most`; the active one always, a call that merely rings last. */
export function shownTabs({ tabs, activeId }: TabsState, most: number): IntakeTab[] {
  const rank = ({ id, call, isTouched }: IntakeTab) =>
    id === activeId ? 0 : call?.state === 'answered' ? 1 : isTouched || call?.state !== 'ringing' ? 2 : 3
  const byRank = [...tabs].sort((a, b) => rank(a) - rank(b))
  const shown = new Set(byRank.slice(0, Math.max(1, most)))
  return tabs.filter((tab) => shown.has(tab))
}

/** Who is called or calls, as far as the form knows: the person, else the customer. Empty while nobody is chosen. */
export const nameOf = ({ draft }: Pick<IntakeTab, 'draft'>) => draft.contactName || draft.customerName

/** The one match a number can mean; null with none, with several, or with guesses only. */
export function soleMatch(matches: readonly CallerMatch[]): CallerMatch | null {
  const [first, ...more] = matches.filter(({ guess }) => !guess)
  return first && more.length === 0 ? first : null
}

/** Nobody said who calls, and nothing was written where the archive would write. */
export function awaitsCaller({ call, draft, isPicked, saved }: IntakeTab): boolean {
  const { customerId, customerName, contactName, address, productName, serialNo } = draft
  const isBlank = [customerName, contactName, address, productName, serialNo].every((text) => text === '')
  return call?.number != null && saved === undefined && !isPicked && customerId === null && isBlank
}

/** A tab as it was kept; anything else is no tab. */
export function readTab(value: unknown): IntakeTab | null {
  const tab = value as Partial<IntakeTab> | null
  const isTab =
    typeof tab?.id === 'string' && typeof tab.draft?.id === 'string' && typeof tab.draft.receivedAt === 'string'
  if (!isTab) return null
  const draft = { ...unsaid, ...tab.draft } // an older page knew fewer fields
  return { call: null, isTouched: true, isPicked: false, ...tab, draft } as IntakeTab
}

const isSame = (a: TabsState, b: TabsState) =>
  a.activeId === b.activeId && a.tabs.length === b.tabs.length && JSON.stringify(a.tabs) === JSON.stringify(b.tabs)
