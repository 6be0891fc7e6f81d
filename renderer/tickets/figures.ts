import type { BoardFigures } from '../../shared/tickets/board.ts'
import { minutesUntil } from '../kit/spans.ts'

/** One figure of the board's top row and where its rows stand. */
export interface Figure {
  id:
    | 'late'
    | 'dueSoon'
    | 'unassigned'
    | 'complaints'
    | 'followupsLate'
    | 'lostCalls'
    | 'callsToday'
    | 'answeredInTime'
    | 'closedToday'
  /** null: nothing to count yet (no call answered today). */
  value: number | null
  /** What its words name besides: the seconds a call is to be picked up in. */
  count?: number
  /** A verdict only where a limit is past or near; zero is plain. */
  verdict: 'late' | 'warn' | null
  /** Minutes the oldest one waits, null when none does. */
  oldestMinutes: number | null
  /** Address of its rows; `#lost` is the list on the board itself. */
  path: string
}

const rowsAt: Readonly<Record<Figure['id'], string>> = {
  late: '/tickets/view/late',
  dueSoon: '/tickets/view/dueSoon',
  unassigned: '/tickets/view/unassigned',
  complaints: '/tickets/register/complaint',
  followupsLate: '/tickets/register/followUpLate',
  lostCalls: '#lost',
  callsToday: '/tickets/calls',
  answeredInTime: '/tickets/calls',
  closedToday: '/tickets/view/closed',
}

const waited = (at: string | null, nowAt: string) => (at === null ? null : Math.max(0, -minutesUntil(at, nowAt)))

/** The ten-second answer: what burns at the left, how the day goes at the right. Red and amber only in the first two. */
export function boardRow(board: BoardFigures, nowAt: string): { burning: Figure[]; day: Figure[] } {
  const figure = (id: Figure['id'], value: number | null, more: Partial<Figure> = {}): Figure => ({
    id,
    value,
    verdict: null,
    oldestMinutes: null,
    path: rowsAt[id],
    ...more,
  })
  return {
    burning: [
      figure('late', board.late, { verdict: board.late > 0 ? 'late' : null }),
      figure('dueSoon', board.dueSoon, { verdict: board.dueSoon > 0 ? 'warn' : null }),
      figure('unassigned', board.unassigned, { oldestMinutes: waited(board.oldestUnassignedAt, nowAt) }),
      figure('complaints', board.complaints),
      figure('followupsLate', board.followupsLate),
      figure('lostCalls', board.lostCalls, { oldestMinutes: waited(board.oldestLostAt, nowAt) }),
    ],
    day: [
      figure('callsToday', board.callsToday),
      figure('answeredInTime', board.answeredInTime, { count: board.answerSeconds }),
      figure('closedToday', board.closedToday),
    ],
  }
}
