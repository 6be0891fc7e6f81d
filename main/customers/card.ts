import type { CustomerCard } from '../../shared/customers/schema.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Reader } from '../database/database.ts'
import type { Company } from '../house/settings.ts'
import { readCustomer } from './rows.ts'
import { countEntries, readTimeline } from './timeline.ts'

const recentEntries = 10

/** Everything the intake screen shows of one customer, each feature's part of it included. */
export async function readCard(
  services: Services,
  reader: Reader,
  seat: Seat,
  customerId: string,
  company: Company,
  known: string | null = null,
): Promise<CustomerCard> {
  const customer = await readCustomer(services, reader, seat, customerId, known)
  const card: Pick<CustomerCard, 'products' | 'openTickets'> = { products: [], openTickets: [] }
  for (const { card: part } of services.features)
    if (part) Object.assign(card, await part(services, reader, { seat, customerId, company }))
  const openOf = (id: string) => card.openTickets.filter(({ productId }) => productId === id).length
  const { entries, next } = await readTimeline(services, reader, seat, customerId, null, recentEntries)
  return {
    customer,
    products: card.products.map((product) => ({ ...product, openTickets: openOf(product.id) })),
    openTickets: card.openTickets,
    recent: entries,
    recentCount: next === null ? entries.length : await countEntries(services, reader, seat, customerId),
  }
}
