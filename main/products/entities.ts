import type { FieldRow } from '../../shared/kit/field-entry.ts'
import { productFields } from '../../shared/products/fields.ts'
import { columnsOf, count, id, instant, refersTo, text } from '../database/columns.ts'
import { RecordSchema } from '../database/record-schema.ts'

/** A sold product with its user (产品与出厂编号档案, R166). */
export interface Product extends FieldRow<typeof productFields> {
  id: string
  customerId: string
  /** Serial in capitals without separators, for look-ups. */
  serialKey: string
  serialReversed: string
  createdAt: string
  updatedAt: string
  version: number
}

export const ProductEntity = new RecordSchema<Product>({
  name: 'Product',
  tableName: 'products_product',
  journal: { subject: 'customerId', root: 'id', quiet: ['updatedAt'] },
  columns: {
    id: id(),
    customerId: text(),
    ...columnsOf(productFields),
    serialKey: text(),
    serialReversed: text(),
    createdAt: instant(),
    updatedAt: instant(),
    version: count(),
  },
  foreignKeys: [refersTo('Customer', 'customerId', 'products_product_customer')],
  indices: [
    { name: 'products_product_of', columns: ['customerId'] },
    { name: 'products_product_serial', columns: ['serialKey', 'id'] },
    { name: 'products_product_serial_tail', columns: ['serialReversed', 'id'] },
  ],
})
