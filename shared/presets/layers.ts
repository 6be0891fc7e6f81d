import { itemsByKey, mergeDocuments, type Plain } from './merge.ts'
import { type Policy, type PolicyProblem, policyProblems, policySchema } from './schema.ts'

/** A piece of a layer that what lies under it cannot carry, and why: not whole without what it changes there, or a contradiction with it. */
export interface LeftOut {
  part: string
  /** Of a list of known things (see `itemsByKey`); null for a part itself. */
  key: string | null
  reason: 'groundGone' | PolicyProblem['reason']
}

/** Policies with a layer over them, and what of it could not be laid. */
export interface Laid {
  policy: Policy
  leftOut: LeftOut[]
}

type Part = keyof Policy
type Piece = Pick<LeftOut, 'part' | 'key'> & { layer: Plain }

/**
 * Lays a layer over policies that hold. What it changes may have gone from under it since, and so may the level or kind of case it speaks of: such
 * a piece is left out and named, all others count. Never throws for what was published.
 */
export function laidOver(ground: Policy, layer: Plain | undefined): Laid {
  const whole = policySchema.safeParse(mergeDocuments(ground as unknown as Plain, layer))
  if (whole.success && policyProblems(whole.data).length === 0) return { policy: whole.data, leftOut: [] }
  return piecesOf(layer).reduce<Laid>(
    ({ policy, leftOut }, { part, key, layer: piece }) => {
      const merged = mergeDocuments(policy as unknown as Plain, piece) as unknown as Policy
      const read = policySchema.shape[part as Part].safeParse(merged[part as Part])
      const next = { ...policy, [part]: read.data } as Policy
      const reason = read.success ? policyProblems(next)[0]?.reason : 'groundGone'
      return reason ? { policy, leftOut: [...leftOut, { part, key, reason }] } : { policy: next, leftOut }
    },
    { policy: ground, leftOut: [] },
  )
}

/** Each item of a list and each other part by itself, in the order of the document: levels and kinds before the limits that name them. */
function piecesOf(layer: Plain | undefined): Piece[] {
  const parts = (layer ?? {}) as Readonly<Record<string, Plain | undefined>>
  return Object.keys(policySchema.shape).flatMap((part): Piece[] => {
    const value = parts[part]
    if (value === undefined) return []
    const items = itemsByKey(value)
    if (!items) return [{ part, key: null, layer: { [part]: value } }]
    return [...items].map(([key, item]) => ({ part, key, layer: { [part]: [item] } }))
  })
}
