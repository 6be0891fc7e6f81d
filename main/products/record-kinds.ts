import { productFields } from '../../shared/products/fields.ts'
import type { RecordSchema } from '../database/record-schema.ts'
import { refuseForeignCustomer } from '../house/customer-scope.ts'
import { toldFields } from '../house/field-rows.ts'
import type { RecordKind } from '../house/record-kind.ts'
import { ProductEntity } from './entities.ts'

/** Sold products, as the history of their customer shows them. */
export const productKinds: readonly RecordKind[] = [
  {
    entity: ProductEntity as unknown as RecordSchema<never>,
    fields: toldFields(productFields),
    page: 'subject',
    view: 'customers.view',
    edit: 'products.edit',
    refuse: (services, seat, customerId) =>
      services.database.read((reader) => refuseForeignCustomer(services, reader, seat, customerId)),
    undoable: ['products.add', 'products.change'],
    counter: { 'customers.import': 'history.instead.import', 'tickets.fixMismatch': 'history.instead.changeAgain' },
    nameOf: (_, { name, model }) => [name, model].filter(Boolean).join(' '),
  },
]
