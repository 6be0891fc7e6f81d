import type { Feature } from '../house/feature.ts'
import { CustomerEntity, ImportRunEntity, PersonEntity, PhoneEntity } from './entities.ts'
import { stopImports } from './import-runs.ts'
import { dropLeftStages } from './import-stage.ts'
import { customerKinds } from './record-kinds.ts'
import { customersRouter } from './router.ts'
import { leadsToCustomers } from './rows.ts'

/** The customer archive (客户档案). */
export const customers = {
  router: customersRouter,
  entities: [CustomerEntity, ImportRunEntity, PersonEntity, PhoneEntity],
  names: [
    { kind: 'customers.customer', as: `"number" || ' ' || "name"` },
    { kind: 'customers.import', as: '"fileName"' },
  ],
  records: customerKinds,
  ofCustomer: [
    { kind: 'customers.phone', column: 'customerId' },
    { kind: 'customers.person', column: 'customerId' },
  ],
  doneBy: [{ kind: 'customers.import', column: 'memberId' }],
  files: {
    import: { right: 'customers.import', keptDays: 30 },
    importReport: { right: 'customers.import', keptDays: 180 },
  },
  leadsToCustomers,
  opens: dropLeftStages,
  closes: stopImports,
} satisfies Feature
