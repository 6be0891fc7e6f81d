import type { CallRow } from '../../shared/intake/schema.ts'
import type { LineState } from '../app/shell-state.ts'
import type { TabCall } from './tabs.ts'

/**
 * What the strip says of this seat: the call that talks, else the ring whose form stands, else the one that rings longest, else the wrap-up of the call whose form
 * stands, else free. `nameOf` a call's id is whom the form takes the caller for, empty while nobody.
 */
export function lineOf(
  calls: readonly CallRow[],
  standing: TabCall | null,
  dialled: (line: string) => string,
  nameOf: (callId: string) => string = () => '',
): LineState {
  const noteOf = ({ id, region }: { id: string; region: string }) =>
    [nameOf(id), region].filter(Boolean).join(' · ') || undefined
  const talking = calls.find(({ state }) => state === 'answered')
  const rings = calls.filter(({ state }) => state === 'ringing')
  const call = talking ?? rings.find(({ id }) => id === standing?.id) ?? rings.at(-1)
  if (call) {
    const sinceAt = (talking ? call.answeredAt : call.ringAt) ?? call.ringAt ?? undefined
    return {
      state: talking ? 'open' : 'ringing',
      sinceAt,
      ...(call.numberShown ? { caller: { digits: call.number ?? call.numberShown, note: noteOf(call) } } : {}),
      dialled: call.line ? dialled(call.line) : undefined,
    }
  }
  if (standing?.state === 'ended' && standing.sinceAt) {
    const caller = standing.numberShown
      ? { caller: { digits: standing.number ?? standing.numberShown, note: noteOf(standing) } }
      : {}
    return { state: 'wrapUp', sinceAt: standing.sinceAt, ...caller }
  }
  return { state: 'free' }
}
