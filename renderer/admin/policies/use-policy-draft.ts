import { useState } from 'react'
import { policyLines } from '../../../shared/admin/policy-lines.ts'
import { type PolicyDraftInput, type PolicyPlace, wholeCompany } from '../../../shared/admin/policy-schema.ts'
import { isSame, type Plain } from '../../../shared/presets/merge.ts'
import type { Policy } from '../../../shared/presets/schema.ts'
import { newId } from '../../app/new-id.ts'

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
  ...ground,
  ...{ id: newId(), policy: base, base, basedOn, from: { when: 'tomorrow' } },
  ...{ runningCases: 'switch', kept: [], reason: '', undo: [] },
})

/** The draft while it is edited; starts anew from what counts when nothing was changed and that moves on. */
export function usePolicyDraft(base: Policy, basedOn: string, ground: DraftGround) {
  const fresh = () => makePolicyDraft(base, basedOn, ground)
  const [draft, setDraft] = useState(fresh)
  const isTouched = draft.undo.length > 0
  if (!isTouched && (draft.basedOn !== basedOn || draft.below !== ground.below)) setDraft(fresh())
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
