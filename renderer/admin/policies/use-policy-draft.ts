import { useEffect, useState } from 'react'
import { policyLines } from '../../../shared/admin/policy-lines.ts'
import { type PolicyDraftInput, type PolicyPlace, wholeCompany } from '../../../shared/admin/policy-schema.ts'
import { isSame, type Plain } from '../../../shared/presets/merge.ts'
import { type Path, rebased } from '../../../shared/presets/rebase.ts'
import type { Policy } from '../../../shared/presets/schema.ts'
import { newId } from '../../app/new-id.ts'
import type { Unfinished } from '../../app/use-unfinished.ts'

/** When a draft shall begin to count. */
export type From = { when: 'now' } | { when: 'tomorrow' } | { when: 'day'; on: string }

/** A draft of the policies of a layer: what was changed, from when, what open cases do. */
export interface PolicyDraft {
  id: string
  place: PolicyPlace
  /** The company's version a layer is edited over; empty for the company itself. */
  below: string
  policy: Policy
  /** As it was when editing began: what a changed figure was. */
  base: Policy
  basedOn: string
  from: From
  runningCases: 'switch' | 'finish'
  kept: readonly string[]
  reason: string
  /** Earlier states of the document, newest last. */
  undo: readonly Policy[]
  /** Places somebody else published otherwise since; what is written here stands in the draft. */
  conflicts: readonly Path[]
}

const plain = (part: unknown) => JSON.parse(JSON.stringify(part ?? null)) as Plain

/** Do two parts of the policies say the same? */
export const isSamePart = (a: unknown, b: unknown): boolean => isSame(plain(a), plain(b))

/** Number of places that differ from what counts, by part of the document. */
export function changedParts(draft: Pick<PolicyDraft, 'policy' | 'base'>): ReadonlyMap<string, number> {
  const parts = new Map<string, number>()
  for (const { part } of policyLines(plain(draft.base), plain(draft.policy)))
    parts.set(part, (parts.get(part) ?? 0) + 1)
  return parts
}

/** Where a draft is made: which layer, and what lies below it. */
export type DraftGround = Pick<PolicyDraft, 'place' | 'below'>

/** A draft on top of what counts now, to count from tomorrow on. */
export const makePolicyDraft = (
  base: Policy,
  basedOn: string,
  ground: DraftGround = { place: wholeCompany, below: '' },
): PolicyDraft => ({
  ...{ place: ground.place, below: ground.below },
  ...{ id: newId(), policy: base, base, basedOn, from: { when: 'tomorrow' } },
  ...{ runningCases: 'switch', kept: [], reason: '', undo: [], conflicts: [] },
})

/** What was already said besides the document. */
const isBegun = ({ undo, reason, from, runningCases }: PolicyDraft): boolean =>
  undo.length > 0 || reason !== '' || from.when !== 'tomorrow' || runningCases !== 'switch'

/**
 * The draft on what was published since it began: what is changed here stays, all else follows; what both changed is named. Steps of undo follow too,
 * so that going back never takes away what another published. The draft's own publication leaves nothing of it but what was typed since.
 */
export function onNewGround(draft: PolicyDraft, base: Policy, basedOn: string, ground: DraftGround): PolicyDraft {
  const fresh = makePolicyDraft(base, basedOn, ground)
  const over = (policy: Policy) => rebased(plain(draft.base), plain(policy), plain(base))
  const { document, conflicts } = over(draft.policy)
  const isPublished = draft.id === basedOn
  if (isPublished && isSame(document, plain(base))) return fresh
  const { from, runningCases, reason } = draft
  if (draft.undo.length === 0) return { ...fresh, from, runningCases, reason }
  return {
    ...(isPublished ? fresh : { ...draft, base, basedOn, below: ground.below }),
    policy: document as unknown as Policy,
    undo: draft.undo.map((policy) => over(policy).document as unknown as Policy),
    conflicts: isPublished ? [] : [...draft.conflicts, ...conflicts],
  }
}

/** Steps that can still be undone after the page was left. */
const keptSteps = 5

/** The draft while it is edited, kept over leaving the page and over a reload; it moves along with what counts. */
export function usePolicyDraft(base: Policy, basedOn: string, ground: DraftGround, kept: Unfinished<PolicyDraft>) {
  const fresh = () => makePolicyDraft(base, basedOn, ground)
  const [draft, setDraft] = useState(() => kept.left ?? fresh())
  const isTouched = draft.undo.length > 0
  if (draft.basedOn !== basedOn || draft.below !== ground.below) setDraft(onNewGround(draft, base, basedOn, ground))
  useEffect(() => {
    kept.keep(isBegun(draft) ? { ...draft, undo: draft.undo.slice(-keptSteps) } : null)
  }, [kept, draft])
  return {
    draft,
    isTouched,
    /** Another document: one step to undo. */
    edit: (part: Partial<Policy>) =>
      setDraft((before) => ({
        ...before,
        policy: { ...before.policy, ...part },
        undo: [...before.undo.slice(-99), before.policy],
      })),
    set: (part: Partial<Omit<PolicyDraft, 'policy' | 'undo'>>) => setDraft((before) => ({ ...before, ...part })),
    undo: () =>
      setDraft((before) => ({
        ...before,
        policy: before.undo.at(-1) ?? before.policy,
        undo: before.undo.slice(0, -1),
      })),
    discard: () => setDraft(fresh()),
  }
}

/** First day a draft counts; null: from now on. `tomorrow`: the company's own day after today. */
export const effectiveOnOf = ({ from }: Pick<PolicyDraft, 'from'>, tomorrow: string): string | null =>
  from.when === 'now' ? null : from.when === 'tomorrow' ? tomorrow : from.on

/** The draft as the station wants it. `tomorrow`: the company's own day after today. */
export function policyInput(draft: PolicyDraft, tomorrow: string): PolicyDraftInput {
  const { id, place, below, basedOn, runningCases, kept, reason, policy } = draft
  const effectiveOn = effectiveOnOf(draft, tomorrow)
  return { id, place, below, basedOn, effectiveOn, runningCases, kept: [...kept], reason, policy }
}
