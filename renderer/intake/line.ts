import type { CallRow } from '../../shared/intake/schema.ts'
import type { LineState } from '../app/shell-state.ts'
import type { TabCall } from './tabs.ts'

/**
 * What the strip says of this seat: the call that talks, else the one that rings, else the wrap-up of the call whose form
 * stands, else free.
 */
export function lineOf(
  calls: readonly CallRow[],
  standing: TabCall | null,
  dialled: (line: string) => string,
): LineState {
  const talking = calls.find(({ state }) => state === 'answered')
  const call = talking ?? calls.findLast(({ state }) => state === 'ringing')
  if (call) {
    const sinceAt = (talking ? call.answeredAt : call.ringAt) ?? call.ringAt ?? undefined
    return {
      state: talking ? 'open' : 'ringing',
      sinceAt,
      ...(call.numberShown
        ? { caller: { digits: call.number ?? call.numberShown, note: call.region || undefined } }
        : {}),
      dialled: call.line ? dialled(call.line) : undefined,
    }
  }
  if (standing?.state === 'ended' && standing.sinceAt) {
    const caller = standing.numberShown
      ? { caller: { digits: standing.number ?? standing.numberShown, note: standing.region || undefined } }
      : {}
    return { state: 'wrapUp', sinceAt: standing.sinceAt, ...caller }
  }
  return { state: 'free' }
}
