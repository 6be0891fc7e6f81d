import { count, id, instant, maybeDay, refersTo, text } from '../database/columns.ts'
import { RecordSchema } from '../database/record-schema.ts'

/** A sold product with its user (产品与出厂编号档案, R166). */
export interface Product {
  id: string
  customerId: string
  name: string
  model: string
  serialNo: string
  /** Serial in capitals without separators, for look-ups. */
  serialKey: string
  serialReversed: string
  purchasedOn: string | null
  acceptedOn: string | null
  dealer: string
  invoiceNo: string
  proof: 'invoice' | 'told' | 'none'
  note: string
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
    name: text(),
    model: text(),
    serialNo: text(),
    serialKey: text(),
    serialReversed: text(),
    purchasedOn: maybeDay(),
    acceptedOn: maybeDay(),
    dealer: text(),
    invoiceNo: text(),
    proof: text(),
    note: text(),
    createdAt: instant(),
    updatedAt: instant(),
    version: count(),
  },
  foreignKeys: [refersTo('Customer', 'customerId', 'products_product_customer')],
  indices: [
    { name: 'products_product_of', columns: ['customerId'] },
    { name: 'products_product_serial', columns: ['serialKey'] },
    { name: 'products_product_serial_tail', columns: ['serialReversed'] },
  ],
})
