import type { Feature } from '../house/feature.ts'
import { ProductEntity } from './entities.ts'
import { productsRouter } from './router.ts'

/** Sold products and their serial numbers (产品档案). */
export const products = {
  router: productsRouter,
  entities: [ProductEntity],
  names: [{ kind: 'products.product', as: `"name" || ' ' || "model"` }],
  ofCustomer: [{ kind: 'products.product', column: 'customerId' }],
} satisfies Feature
