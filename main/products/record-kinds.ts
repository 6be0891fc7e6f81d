import type { RecordSchema } from '../database/record-schema.ts'
import type { RecordKind } from '../house/record-kind.ts'
import { ProductEntity } from './entities.ts'

/** Sold products, as the history of their customer shows them. */
export const productKinds: readonly RecordKind[] = [
  {
    entity: ProductEntity as unknown as RecordSchema<never>,
    fields: {
      ...{ name: null, model: null, serialNo: null, purchasedOn: null, acceptedOn: null },
      ...{ dealer: null, invoiceNo: null, proof: null, note: null },
    },
    page: 'subject',
    view: 'products.view',
    edit: 'products.edit',
    undoable: ['products.add', 'products.change'],
    nameOf: ({ name, model }) => [name, model].filter(Boolean).join(' '),
  },
]
