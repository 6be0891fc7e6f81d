import { clockKey, type Policy } from '../presets/schema.ts'
import { clocksOf, type TicketKind } from './rules.ts'

/** One limit of one case that was met, or is late and still runs (`metAt` null). */
export interface PastLimit extends TicketKind {
  clock: string
  dueAt: string
  metAt: string | null
  /** Seconds it took of the time it runs in; null while it runs. */
  ranSeconds: number | null
}

/** Whether a limit can be kept: from the cases it held for. Percentiles by the nearest rank; null where there is no such case. */
export interface LimitFigures {
  /** `clock/level/kind`, as `clockKey` writes it. */
  key: string
  cases: number
  kept: number
  /** Minutes behind the limit, by the clock on the wall, of those not kept. */
  lateP50Minutes: number | null
  lateP90Minutes: number | null
  /** Minutes taken, of the time the limit runs in: half of the cases, and nine of ten, took no longer. */
  ranP50Minutes: number | null
  ranP90Minutes: number | null
}

/** Figures of every limit of a policy, in its order; a case counts for the limit that would hold for it now. */
export function limitFigures(policy: Pick<Policy, 'clocks'>, past: readonly PastLimit[], now: string): LimitFigures[] {
  const byKey = new Map(
    policy.clocks.map((clock) => [clockKey(clock), { cases: 0, late: [] as number[], ran: [] as number[] }]),
  )
  const holding = new Map<string, string | undefined>()
  for (const { clock, kind, level, handling, dueAt, metAt, ranSeconds } of past) {
    const facts = [clock, kind ?? '', level, handling].join('/')
    if (!holding.has(facts)) {
      const found = clocksOf(policy, { kind, level, handling }).find((each) => each.clock === clock)
      holding.set(facts, found && clockKey(found))
    }
    const figures = byKey.get(holding.get(facts) ?? '')
    if (!figures) continue
    figures.cases += 1
    // Exactly at the limit still passes (R036).
    const lateMs = Date.parse(metAt ?? now) - Date.parse(dueAt)
    if (lateMs > 0) figures.late.push(lateMs / 60_000)
    if (ranSeconds !== null) figures.ran.push(ranSeconds / 60)
  }
  return [...byKey].map(([key, { cases, late, ran }]) => ({
    ...{ key, cases, kept: cases - late.length },
    ...{ lateP50Minutes: nearestRank(late, 0.5), lateP90Minutes: nearestRank(late, 0.9) },
    ...{ ranP50Minutes: nearestRank(ran, 0.5), ranP90Minutes: nearestRank(ran, 0.9) },
  }))
}

function nearestRank(values: readonly number[], part: number): number | null {
  const sorted = [...values].sort((a, b) => a - b)
  const found = sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)]
  return found === undefined ? null : Math.ceil(found)
}
