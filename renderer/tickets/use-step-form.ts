import { createContext, use, useRef, useState } from 'react'
import { isSentOther } from '../app/api.ts'
import { keepDraft } from '../app/drafts.ts'
import { newId } from '../app/new-id.ts'
import { besidePlace, fitsForm, isUntyped, type KeptStep, type StepDraftPlace, type TicketNow } from './step-draft.ts'

/** The ticket the open form stands on, and where the form is kept. */
export const StepDraftContext = createContext<StepDraftPlace | null>(null)

/** How a ticket stands that went on under an open form. */
export interface GoneOn extends TicketNow {
  /** Somebody else was sent meanwhile. */
  isSentAnew: boolean
}

/** What the head of a form says of its draft. */
export interface StepDraft {
  /** The ticket is not any more what this form was opened on: nothing is sent until `takeOver`. Null also where the step is sound on any state. */
  goneOn: GoneOn | null
  /** What was typed stays; from now on it is meant for the ticket as it stands. */
  takeOver: () => void
  /** `stale`: the ticket went on meanwhile, nothing of it is filled in until it is taken. */
  state: 'none' | 'kept' | 'stale'
  savedAt: string | null
  take: () => void
  /** Empties the form; the answer brings it back. */
  discard: () => () => void
}

/** The form of one step, kept as it is typed. */
export interface StepForm<Value> {
  /** Id of the record to be made; the same for the draft's whole life. */
  id: string
  /** Version of the ticket the form was opened on, or last taken over to: never one that only arrived meanwhile. */
  version: number
  value: Value
  set: (part: Partial<Value>) => void
  draft: StepDraft
  /** The save was refused. Where other words stand under the id, what was typed is from now on a record of its own: it would be let go as stored. */
  refused: (error: unknown) => void
  /** The station has it. */
  forget: () => void
  /** It waits to be sent, a record of its own: the next form is empty. What was typed lies beside until the station has it, and comes back if it is refused. */
  setAside: () => void
}

/**
 * The fields of a step's form. What is typed outlives Esc, a reload and a crash. `revive` lets go what no longer holds when a
 * draft is filled in again; `isOnVersion`: the step changes what was seen of the ticket, so it waits where that went on.
 */
export function useStepForm<Value extends object>(
  makeEmpty: () => Value,
  { revive = (kept) => kept, isOnVersion = false }: { revive?: (kept: Value) => Value; isOnVersion?: boolean } = {},
): StepForm<Value> {
  const place = use(StepDraftContext)
  if (!place) throw new Error('the form of a step stands on a ticket')
  const [seen, setSeen] = useState(place.now)
  const [empty] = useState(makeEmpty)
  const [found] = useState(() => {
    const { kept } = place
    if (!kept || !fitsForm(kept.value, empty)) return null
    return { id: kept.id, value: revive(kept.value), isStale: kept.version !== place.now.version }
  })
  const isTakenAtOnce = found !== null && !found.isStale
  const [state, setState] = useState<StepDraft['state']>(found ? (found.isStale ? 'stale' : 'kept') : 'none')
  const [typed, setTyped] = useState(() => ({
    id: isTakenAtOnce ? found.id : newId(),
    value: isTakenAtOnce ? found.value : empty,
  }))
  // Two fields may change in one press: each builds on what the one before left.
  const latest = useRef(typed)
  const keep = (next: typeof typed, { version } = seen) => {
    latest.current = next
    setTyped(next)
    if (place.key === null) return
    const kept: KeptStep<Value> = { ...next, version }
    keepDraft(place.key, isUntyped(next.value, empty) ? null : kept)
  }
  const takeOver = (next: typeof typed) => {
    setSeen(place.now)
    keep(next, place.now)
  }
  const wentOn = isOnVersion && seen.version !== place.now.version
  return {
    ...typed,
    version: seen.version,
    set: (part) => keep({ ...latest.current, value: { ...latest.current.value, ...part } }),
    draft: {
      goneOn: wentOn ? { ...place.now, isSentAnew: sentTo(place.now) !== sentTo(seen) } : null,
      takeOver: () => takeOver(latest.current),
      state,
      savedAt: place.savedAt,
      take: () => {
        if (found) takeOver({ id: found.id, value: found.value })
        setState('kept')
      },
      discard: () => {
        const before = state === 'stale' && found ? { id: found.id, value: found.value } : latest.current
        setState('none')
        keep({ id: newId(), value: empty })
        return () => {
          keep(before)
          setState('kept')
        }
      },
    },
    refused: (error) => isSentOther(error) && keep({ ...latest.current, id: newId() }),
    forget: () => place.key !== null && keepDraft(place.key, null),
    setAside: () => {
      if (place.key === null) return
      const aside = besidePlace(place.key, latest.current.id)
      keepDraft(aside, { ...latest.current, version: seen.version })
      if (aside !== place.key) keepDraft(place.key, null)
    },
  }
}

const sentTo = ({ state, technicianId }: TicketNow) => (state === 'dispatched' ? technicianId : null)
