import type { CaseKind } from '../../shared/presets/schema.ts'
import { saysNothing } from '../../shared/kit/seen-text.ts'
import { type Draft, typed, withVisit } from './draft.ts'

/**
 * A usual fault chosen or let go. In an empty symptom, or in one that only repeats the fault chosen before, its words are
 * written too; what the operator wrote stays. `words` are the faults by code in the member's language.
 */
export function withFault(draft: Draft, code: string | null, words: Readonly<Record<string, string>>): Draft {
  const chosen = { ...draft, fault: code ?? '' }
  const isOwnText = !saysNothing(draft.symptom) && draft.symptom !== words[draft.fault]
  return isOwnText ? chosen : typed(chosen, 'symptom', code === null ? '' : (words[code] ?? ''))
}

/** 事由 chosen: a kind that begins on the phone sends nobody yet. A code nobody offers changes nothing. */
export function withKind(draft: Draft, code: string, kinds: readonly CaseKind[]): Draft {
  const kind = kinds.find((each) => each.code === code)
  if (!kind) return draft
  const named = { ...draft, kind: code }
  return kind.handling === draft.handling ? named : { ...withVisit(named, null, null), handling: kind.handling }
}
