import { createContext, use, useRef, useState } from 'react'
import { keepDraft } from '../app/drafts.ts'
import { newId } from '../app/new-id.ts'
import { fitsForm, isUntyped, type KeptStep, type StepDraftPlace } from './step-draft.ts'

/** Where the open form is kept; null keeps nothing. */
export const StepDraftContext = createContext<StepDraftPlace | null>(null)

/** What the head of a form says of its draft. */
export interface StepDraft {
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
  value: Value
  set: (part: Partial<Value>) => void
  draft: StepDraft
  /** The station has it. */
  forget: () => void
}

/**
 * The fields of a step's form. What is typed outlives Esc, a reload and a crash. `revive` lets go what no longer holds when a
 * draft is filled in again.
 */
export function useStepForm<Value extends object>(
  makeEmpty: () => Value,
  revive: (kept: Value) => Value = (kept) => kept,
): StepForm<Value> {
  const place = use(StepDraftContext)
  const [empty] = useState(makeEmpty)
  const [found] = useState(() => {
    const kept = place?.kept
    if (!kept || !fitsForm(kept.value, empty)) return null
    return { id: kept.id, value: revive(kept.value), isStale: kept.version !== place.version }
  })
  const isTakenAtOnce = found !== null && !found.isStale
  const [state, setState] = useState<StepDraft['state']>(found ? (found.isStale ? 'stale' : 'kept') : 'none')
  const [typed, setTyped] = useState(() => ({
    id: isTakenAtOnce ? found.id : newId(),
    value: isTakenAtOnce ? found.value : empty,
  }))
  // Two fields may change in one press: each builds on what the one before left.
  const latest = useRef(typed)
  const keep = (next: typeof typed) => {
    latest.current = next
    setTyped(next)
    if (!place) return
    const kept: KeptStep<Value> = { ...next, version: place.version }
    keepDraft(place.key, isUntyped(next.value, empty) ? null : kept)
  }
  return {
    ...typed,
    set: (part) => keep({ ...latest.current, value: { ...latest.current.value, ...part } }),
    draft: {
      state,
      savedAt: place?.savedAt ?? null,
      take: () => {
        if (found) keep({ id: found.id, value: found.value })
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
    forget: () => place && keepDraft(place.key, null),
  }
}
