import { foldSteps } from './fold.ts'
import type { Calendars, ClockEntry, ClockState, WhyStep } from './schema.ts'

/**
 * What made a deadline what it is, in order: started, paused from and to, agreed, changed, stopped. Lines that counted for
 * nothing (a second stop, a pause of what stood still) are left out. Entries must be of one clock and one round.
 */
export function whyOf(entries: readonly ClockEntry[], calendars: Calendars): WhyStep[] {
  const steps: WhyStep[] = []
  let pause: { step: WhyStep; stoodMs: number } | null = null
  for (const { entry, before, state } of foldSteps(entries, calendars)) {
    if (state === null || (before?.stoppedAt != null && state.stoppedAt !== null)) continue
    if (pause && (entry.kind === 'resume' || entry.kind === 'stop')) {
      pause.step.untilAt = entry.at
      pause.step.minutes = Math.floor((state.pausedMs - pause.stoodMs) / 60_000)
      pause = null
    }
    if (!isStep(entry, before)) continue
    const { kind, at, term, pinnedAt, reason, memberId } = entry
    const step = { kind, at, untilAt: null, minutes: 0, term, pinnedAt, reason, memberId }
    steps.push(step)
    if (kind === 'pause') pause = { step, stoodMs: state.pausedMs }
  }
  return steps
}

function isStep(
  entry: ClockEntry,
  before: ClockState | null,
): entry is ClockEntry & { kind: Exclude<ClockEntry['kind'], 'resume' | 'restop' | 'withdraw'> } {
  if (entry.kind === 'resume' || entry.kind === 'restop' || entry.kind === 'withdraw') return false
  if (entry.kind === 'start') return before === null
  return entry.kind !== 'pause' || before?.pausedAt === null
}
