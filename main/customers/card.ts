import type { CustomerCard } from '../../shared/customers/schema.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Reader } from '../database/database.ts'
import type { Company } from '../house/settings.ts'
import { readCustomer } from './rows.ts'
import { countEntries, readTimeline } from './timeline.ts'

const recentEntries = 10

/** Everything the intake screen shows of one customer, each feature's part of it included; the parts are asked for side by side. */
export async function readCard(
  services: Services,
  reader: Reader,
  seat: Seat,
  customerId: string,
  company: Company,
  known: string | null = null,
): Promise<CustomerCard> {
  const asking = services.features.flatMap(({ card: part }) =>
    part ? [part(services, reader, { seat, customerId, company })] : [],
  )
  const [customer, { entries, next }, parts] = await Promise.all([
    readCustomer(services, reader, seat, customerId, known),
    readTimeline(services, reader, seat, customerId, null, recentEntries),
    Promise.all(asking),
  ])
  const card: Pick<CustomerCard, 'products' | 'openTickets'> = { products: [], openTickets: [] }
  for (const part of parts) Object.assign(card, part)
  const openOf = (id: string) => card.openTickets.filter(({ productId }) => productId === id).length
  return {
    customer,
    products: card.products.map((product) => ({ ...product, openTickets: openOf(product.id) })),
    openTickets: card.openTickets,
    recent: entries,
    recentCount: next === null ? entries.length : await countEntries(services, reader, seat, customerId),
  }
}
