import type { CompanyRow } from '../../shared/admin/schema.ts'
import type { CustomerCard } from '../../shared/customers/schema.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Reader } from '../database/database.ts'
import { productRowsOf } from '../products/public.ts'
import { openTicketsOf } from '../tickets/public.ts'
import { readCustomer } from './rows.ts'
import { countEntries, readTimeline } from './timeline.ts'

const recentEntries = 10

/** Everything the intake screen shows of one customer. */
export async function readCard(
  services: Services,
  reader: Reader,
  seat: Seat,
  customerId: string,
  company: CompanyRow,
  known: string | null = null,
): Promise<CustomerCard> {
  const customer = await readCustomer(services, reader, seat, customerId, known)
  const openTickets = await openTicketsOf(services, reader, seat, customerId)
  const products = await productRowsOf(services, reader, customerId, openTickets, company)
  const recent = await readTimeline(services, reader, customerId, null, recentEntries)
  return {
    customer,
    products,
    openTickets,
    recent,
    recentCount: recent.length < recentEntries ? recent.length : await countEntries(services, reader, customerId),
  }
}
