import type { Right } from '../../shared/admin/rights.ts'
import type { Feature } from '../../shared/kit/features.ts'
import { pageValue, usePageValue } from '../kit/page-value.ts'

/** What the shell shows of the surroundings. Features write their part with `setShell`, the shell only reads. */
export interface ShellState {
  /** Which door stands before the shell; `signedIn` opens it, `unknown` until the station has said. */
  entrance: 'unknown' | 'firstRun' | 'newPassword' | 'signedOut' | 'signedIn'
  line: LineState
  lost: { count: number; oldestAt?: string }
  station: 'connecting' | 'online' | 'offline'
  /** Commands of this member in the outbox. */
  waitingToSend: number
  /** Commands of this member kept on this computer that no key of it opens. */
  unreadable: number
  /** Commands that other members of this computer left in the outbox. */
  othersWaiting: number
  member: ShellMember | null
  /** Counts on the rail by feature; 0 or absent shows none. */
  badges: Readonly<Partial<Record<Feature, number>>>
}

/** The telephone of this seat, as the strip shows it. */
export interface LineState {
  state: 'free' | 'ringing' | 'open' | 'held' | 'wrapUp'
  /** Instant this state began; its age runs in the strip. */
  sinceAt?: string
  /** Digits as they came, and what is known of the number (place, carrier). */
  caller?: { digits: string; note?: string }
  /** Name of the line that was dialled. */
  dialled?: string
}

/** Who sits here. */
export interface ShellMember {
  /** Seat or staff number such as 018, may be empty. */
  number: string
  name: string
  may: (right: Right) => boolean
}

const shell = pageValue<ShellState>({
  entrance: 'unknown',
  line: { state: 'free' },
  lost: { count: 0 },
  station: 'connecting',
  waitingToSend: 0,
  unreadable: 0,
  othersWaiting: 0,
  member: null,
  badges: {},
})

/** Changes the named parts and repaints who reads them. */
export function setShell(part: Partial<ShellState>): void {
  shell.set({ ...shell.now(), ...part })
}

/** The count on a feature's place in the rail. */
export function setBadge(feature: Feature, count: number): void {
  setShell({ badges: { ...shell.now().badges, [feature]: count } })
}

/** One part of the shell's state; the selector must give the same value for the same state. */
export const useShell = <Part>(select: (state: ShellState) => Part): Part => usePageValue(shell, select)
