import { type Draft, typed } from './draft.ts'

/**
 * A usual fault chosen or let go. In an empty symptom, or in one that only repeats the fault chosen before, its words are
 * written too; what the operator wrote stays. `words` are the faults by code in the member's language.
 */
export function withFault(draft: Draft, code: string | null, words: Readonly<Record<string, string>>): Draft {
  const chosen = { ...draft, fault: code ?? '' }
  const isOwnText = draft.symptom.trim() !== '' && draft.symptom !== words[draft.fault]
  return isOwnText ? chosen : typed(chosen, 'symptom', code === null ? '' : (words[code] ?? ''))
}
