import type { CompanyRow } from '../../shared/admin/schema.ts'
import type { CustomerCard } from '../../shared/customers/schema.ts'
import { policyInHand } from '../app/use-policies.ts'
import { withCustomer, withProduct } from './draft.ts'
import { openByHand } from './tab-store.ts'

/** 登记来电: a tab of the intake screen about this customer, with the only product there is. Then go to `/intake`. */
export function startIntake(card: CustomerCard, company: CompanyRow, nowAt: string): void {
  const [product, ...others] = card.products
  openByHand(policyInHand()?.channels[0].code ?? 'phone', nowAt, (draft) => {
    const taken = withCustomer(draft, card, null, null)
    return product && others.length === 0 ? withProduct(taken, product) : taken
  })
}
