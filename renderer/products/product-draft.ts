import { blankOf, type FieldKey, pickFields } from '../../shared/kit/field-entry.ts'
import { productFields } from '../../shared/products/fields.ts'
import type { ProductInput, ProductRow } from '../../shared/products/schema.ts'

/** A product being typed; `version` is absent for a new one. */
export type ProductDraft = Required<Omit<ProductInput, 'version'>> & { version: number | undefined }

/** A product nobody has described yet. */
export const newProductDraft = (id: string, customerId: string): ProductDraft => ({
  id,
  customerId,
  ...blankOf(productFields),
  version: undefined,
})

/** The product as stored, ready to be edited. */
export function productDraftOf(product: ProductRow): ProductDraft {
  const { id, customerId, version } = product
  return { id, customerId, ...pickFields(productFields, product), version }
}

const keys = productFields.map(({ key }) => key)
/** Everything two people can change in a product at once. */
export type ProductField = FieldKey<typeof productFields>

/** Fields where what is stored now differs from what is typed, once somebody else has saved. */
export function productConflicts(
  draft: ProductDraft,
  stored: ProductRow | undefined,
): { field: ProductField; mine: string; theirs: string }[] {
  if (!stored || draft.version === undefined || draft.version === stored.version) return []
  const theirs = productDraftOf(stored)
  return keys
    .filter((field) => (draft[field] ?? '') !== (theirs[field] ?? ''))
    .map((field) => ({ field, mine: draft[field] ?? '', theirs: theirs[field] ?? '' }))
}

/** What is sent. `version`: what the editor has seen of the stored one. */
export function productInputOf(draft: ProductDraft, version: number | undefined): ProductInput {
  const { version: _, ...input } = draft
  return { ...input, ...(version === undefined ? {} : { version }) }
}
