import { blankOf, type FieldKey, pickFields } from '../../shared/kit/field-entry.ts'
import { productFields } from '../../shared/products/fields.ts'
import type { ProductInput, ProductRow } from '../../shared/products/schema.ts'
import { type Base, besideStored, type FieldConflict } from '../kit/beside-stored.ts'

/** Everything two people can change in a product at once. */
export type ProductField = FieldKey<typeof productFields>

/** A product being typed. `base`: as stored when its form was opened; null for a new one. */
export type ProductDraft = Required<Omit<ProductInput, 'version'>> & { base: Base<ProductField> }

/** A product nobody has described yet. */
export const newProductDraft = (id: string, customerId: string): ProductDraft => ({
  id,
  customerId,
  ...blankOf(productFields),
  base: null,
})

/** The product as stored, ready to be edited. */
export function productDraftOf(product: ProductRow): ProductDraft {
  const { id, customerId } = product
  return { id, customerId, ...pickFields(productFields, product), base: product }
}

const keys = productFields.map(({ key }) => key)

/** A draft beside the product as it is stored now (see `besideStored`). */
export const productBeside = (
  draft: ProductDraft,
  stored: ProductRow | undefined,
): { draft: ProductDraft; conflicts: FieldConflict<ProductField>[] } => besideStored(draft, stored, keys)

/** What is sent. `version`: what the editor has seen of the stored one. */
export function productInputOf(draft: ProductDraft, version: number | undefined): ProductInput {
  const { base: _, ...input } = draft
  return { ...input, ...(version === undefined ? {} : { version }) }
}
