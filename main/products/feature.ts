import { productFields } from '../../shared/products/fields.ts'
import type { Feature } from '../house/feature.ts'
import { erasedOf } from '../house/rows-of-customer.ts'
import { ProductEntity } from './entities.ts'
import { countProducts, productRowsOf } from './product-rows.ts'
import { bySerial, bySerialTail } from './search-ways.ts'
import { productKinds } from './record-kinds.ts'
import { productsRouter } from './router.ts'

/** Sold products and their serial numbers (产品档案). */
export const products = {
  router: productsRouter,
  entities: [ProductEntity],
  names: [{ kind: 'products.product', as: `"name" || ' ' || "model"` }],
  search: [bySerial, bySerialTail],
  card: async (services, reader, { customerId, company }) => ({
    products: await productRowsOf(services, reader, customerId, company),
  }),
  counts: [{ of: 'products', count: countProducts }],
  records: productKinds,
  ofCustomer: [{ kind: 'products.product', column: 'customerId', erased: erasedOf(productFields) }],
} satisfies Feature
