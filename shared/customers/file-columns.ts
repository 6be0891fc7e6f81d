import { fieldColumns, type FileColumn, stampText } from '../lists/column.ts'
import { customerFields } from './fields.ts'
import type { CustomerListRow } from './schema.ts'

/** The customer's own fields that stand in the list; the telephone goes behind the category. */
const ownColumns = fieldColumns(customerFields).flatMap((own): FileColumn<CustomerListRow>[] => {
  const phone: FileColumn<CustomerListRow> = {
    id: 'phone',
    title: 'customers.field.phone',
    text: ({ phoneShown }) => phoneShown,
    isPersonal: true,
  }
  return own.id === 'category' ? [own, phone] : [own]
})

/** What the archive's list shows (客户档案). */
export const customerFileColumns: readonly FileColumn<CustomerListRow>[] = [
  { id: 'number', title: 'customers.field.number', text: ({ number }) => number },
  ...ownColumns,
  { id: 'products', title: 'customers.list.products', text: ({ products }) => products },
  { id: 'openTickets', title: 'customers.list.openTickets', text: ({ openTickets }) => openTickets },
  {
    id: 'lastContactAt',
    title: 'customers.list.lastContact',
    text: ({ lastContactAt }, { zone }) => stampText(lastContactAt, zone),
  },
  { id: 'createdAt', title: 'customers.list.created', text: ({ createdAt }, { zone }) => stampText(createdAt, zone) },
]
