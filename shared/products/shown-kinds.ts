import type { ShownKinds } from '../kit/shown-kinds.ts'

/** Where a seat shows what changed here. */
export const productsShown: ShownKinds = {
  'products.product': ['customers', 'products', 'tickets'],
}
