import { useMemo } from 'react'
import { deadlinesFor } from '../../shared/tickets/rules.ts'
import type { Deadline } from '../../shared/clocks/schema.ts'
import { useEntry } from './entry-context.ts'

/** The limits this entry will run under, from the moment it came in; the station reckons the same when it is stored. */
export function useDeadlines(): Deadline[] {
  const { draft, trade } = useEntry()
  const { preset, calendar, nowAt } = trade
  const { receivedAt, kind, level, handling, outcome, visitFromAt, consent } = draft
  return useMemo(() => {
    if (outcome !== 'repair') return []
    const agreed = consent === 'agreed' && visitFromAt ? { agreedVisit: visitFromAt } : {}
    return deadlinesFor(
      preset,
      { kind: kind || preset.kinds[0].code, level, handling },
      { received: receivedAt, ...agreed },
      calendar,
      nowAt,
    )
  }, [preset, calendar, nowAt, receivedAt, kind, level, handling, outcome, visitFromAt, consent])
}
