import { textKey } from './import-cells.ts'
import type { ProductDraft } from './import-rows.ts'

/** The fields of a product two writings are compared by. */
export const productFields = ['name', 'model', 'serialNo', 'purchasedOn', 'dealer'] as const
export type ProductField = (typeof productFields)[number]

const key = (product: ProductDraft, field: ProductField): string => textKey(product[field] ?? '')
const agree = (a: ProductDraft, b: ProductDraft, field: ProductField): boolean => {
  const [left, right] = [key(a, field), key(b, field)]
  return left === '' || right === '' || left === right
}

/**
 * Whether two writings mean one product of one customer: the same serial number, or, where one of them has none, nothing in name, model
 * and purchase day that speaks against it. Filling in what one lacks can only keep two writings the same, never part them; this is what
 * makes a second import of a file plan nothing.
 */
export function isSameProduct(a: ProductDraft, b: ProductDraft): boolean {
  const [left, right] = [key(a, 'serialNo'), key(b, 'serialNo')]
  if (left !== '' && right !== '') return left === right && agree(a, b, 'model')
  return agree(a, b, 'name') && agree(a, b, 'model') && agree(a, b, 'purchasedOn')
}

/** The product among `known` that the draft means: first one that already says everything, else the first that is the same. */
export function findProduct<Known extends ProductDraft>(
  known: readonly Known[],
  draft: ProductDraft,
): Known | undefined {
  const same = known.filter((product) => isSameProduct(product, draft))
  return same.find((product) => missingFields(product, draft).length === 0) ?? same[0]
}

/** Fields the draft can fill in the known product. */
export function missingFields(known: ProductDraft, draft: ProductDraft): ProductField[] {
  return productFields.filter((field) => key(known, field) === '' && key(draft, field) !== '')
}

/** Fields in which both say something, but not the same. */
export function differingFields(known: ProductDraft, draft: ProductDraft): ProductField[] {
  return productFields.filter((field) => !agree(known, draft, field))
}
