import { warnMinutesOf } from '../clocks/fold.ts'
import type { Policy } from '../presets/schema.ts'
import { clocksOf, type TicketKind } from './rules.ts'
import type { TicketRow } from './schema.ts'

/** Of a case nobody has been sent for: `due` from the warning of its limit on, `late` once its deadline is over. */
export type WaitingMark = 'fine' | 'due' | 'late'

/**
 * What the next deadline of a waiting case says now (R036): the deadline as the station counts it, warned of as its limit asks. The deadline itself
 * is kept; one second more is late. `now` and the deadline are instants in UTC; without a deadline nobody is late.
 */
export function waitingMark(
  row: Pick<TicketRow, 'nextDueAt' | 'nextClock' | 'level' | 'handling' | 'round'> & Pick<TicketKind, 'kind'>,
  policy: Pick<Policy, 'clocks'>,
  now: string,
): WaitingMark {
  if (row.nextDueAt === null) return 'fine'
  const leftMs = Date.parse(row.nextDueAt) - Date.parse(now)
  if (leftMs < 0) return 'late'
  const holding = clocksOf(policy, { ...row, handling: row.round > 1 ? 'dispatch' : row.handling })
  const limit = holding.find(({ clock }) => clock === row.nextClock)
  return limit && leftMs <= warnMinutesOf(limit) * 60_000 ? 'due' : 'fine'
}
