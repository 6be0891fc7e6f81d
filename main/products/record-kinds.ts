import type { RecordSchema } from '../database/record-schema.ts'
import { refuseForeignCustomer } from '../house/customer-scope.ts'
import type { RecordKind } from '../house/record-kind.ts'
import { ProductEntity } from './entities.ts'

/** Sold products, as the history of their customer shows them. */
export const productKinds: readonly RecordKind[] = [
  {
    entity: ProductEntity as unknown as RecordSchema<never>,
    fields: {
      name: { label: 'products.field.name' },
      model: { label: 'products.field.model' },
      serialNo: { label: 'products.field.serialNo' },
      purchasedOn: { label: 'products.field.purchasedOn', as: 'day' },
      acceptedOn: { label: 'products.field.acceptedOn', as: 'day' },
      dealer: { label: 'products.field.dealer' },
      invoiceNo: { label: 'products.field.invoiceNo' },
      proof: { label: 'products.field.proof', as: 'code', words: (code) => `products.proof.${code}` },
      note: { label: 'products.field.note' },
    },
    page: 'subject',
    view: 'products.view',
    edit: 'products.edit',
    refuse: (services, seat, customerId) =>
      services.database.read((reader) => refuseForeignCustomer(services, reader, seat, customerId)),
    undoable: ['products.add', 'products.change'],
    counter: { 'customers.import': 'history.instead.import', 'tickets.fixMismatch': 'history.instead.changeAgain' },
    nameOf: (_, { name, model }) => [name, model].filter(Boolean).join(' '),
  },
]
