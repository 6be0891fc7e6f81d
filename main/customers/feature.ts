import { customerFileColumns } from '../../shared/customers/file-columns.ts'
import { listCustomersSchema } from '../../shared/customers/lists.ts'
import { customersMet } from '../house/customer-scope.ts'
import type { Feature } from '../house/feature.ts'
import { countAsked } from './count-look-ups.ts'
import { CustomerEntity, ImportRunEntity, PersonEntity, PhoneEntity } from './entities.ts'
import { listSource } from '../house/list-source.ts'
import { openImports, stopImports } from './import-runs.ts'
import { listCustomers, totalCustomers } from './list-customers.ts'
import { findCustomerIds } from './search.ts'
import { customerKinds } from './record-kinds.ts'
import { customersRouter } from './router.ts'
import { leadsToCustomers } from './rows.ts'

/** The customer archive (客户档案). */
export const customers = {
  router: customersRouter,
  entities: [CustomerEntity, ImportRunEntity, PersonEntity, PhoneEntity],
  lists: {
    'customers.list': listSource({
      right: 'customers.view',
      title: 'customers.list.title',
      wish: listCustomersSchema.omit({ after: true, limit: true }),
      told: {
        text: { label: 'lists.told.text', as: 'text' },
        category: { label: 'customers.field.category', as: 'choice', of: 'categories' },
        contactedFrom: { label: 'customers.list.lastContact', as: 'from' },
        contactedTo: { label: 'customers.list.lastContact', as: 'to' },
        createdFrom: { label: 'customers.list.created', as: 'from' },
        createdTo: { label: 'customers.list.created', as: 'to' },
        ids: { label: 'lists.told.ids', as: 'count' },
        sort: null,
      },
      columns: customerFileColumns,
      isMoving: true,
      page: listCustomers,
      count: totalCustomers,
    }),
  },
  names: [
    {
      kind: 'customers.customer',
      as: `"number" || ' ' || "name"`,
      met: (services, reader, seat, ids) => customersMet(services, reader, seat, 'customers.view', ids),
      find: findCustomerIds,
    },
    { kind: 'customers.import', as: '"fileName"' },
  ],
  records: customerKinds,
  ofCustomer: [
    { kind: 'customers.phone', column: 'customerId', erased: 'gone' },
    { kind: 'customers.person', column: 'customerId', erased: 'gone' },
  ],
  doneBy: [{ kind: 'customers.import', column: 'memberId' }],
  files: {
    import: { right: 'customers.import', isSent: true, keptDays: 30 },
    importReport: { right: 'customers.import', keptDays: 180 },
  },
  asked: countAsked,
  leadsToCustomers,
  opens: openImports,
  closes: stopImports,
} satisfies Feature
