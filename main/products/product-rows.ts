import { pickFields } from '../../shared/kit/field-entry.ts'
import { productFields } from '../../shared/products/fields.ts'
import type { ProductRow } from '../../shared/products/schema.ts'
import type { Company } from '../house/settings.ts'
import { warrantyVerdict } from '../../shared/products/rules.ts'
import { dayOf } from '../../shared/kit/calendar.ts'
import type { Services } from '../api/context.ts'
import { oneOf } from '../database/one-of.ts'
import type { Reader } from '../database/database.ts'
import type { Product } from './entities.ts'

/** A customer's products, newest purchase first, each with today's warranty verdict. Whoever knows its open tickets counts them. */
export async function productRowsOf(
  services: Services,
  reader: Reader,
  customerId: string,
  company: Company,
): Promise<ProductRow[]> {
  const products = (await reader.query(
    services.database.sql('SELECT * FROM "products_product" WHERE "customerId" = ? ORDER BY "purchasedOn" DESC, "id"'),
    [customerId],
  )) as Product[]
  return describeProducts(services, products, company)
}

/** Products as they cross the wire, judged by the company's preset as of today. */
export function describeProducts(services: Services, products: readonly Product[], company: Company): ProductRow[] {
  const today = dayOf(services.now(), company.timeZone)
  const preset = company.policies.at(services.now()).policy
  return products.map((product) => ({
    id: product.id,
    customerId: product.customerId,
    ...pickFields(productFields, product),
    version: product.version,
    warranty: warrantyVerdict(product, preset, today),
    openTickets: 0,
  }))
}

/** How many products customers have; those without any are absent. */
export async function countProducts(
  services: Services,
  reader: Reader,
  { customerIds }: { customerIds: readonly string[] },
): Promise<ReadonlyMap<string, number>> {
  const { where, values } = oneOf(services.database, '"customerId"', customerIds)
  const text = `SELECT "customerId", count(*) AS "n" FROM "products_product" WHERE ${where} GROUP BY "customerId"`
  const rows = (await reader.query(services.database.sql(text), values)) as {
    customerId: string
    n: number | string
  }[]
  return new Map(rows.map(({ customerId, n }) => [customerId, Number(n)]))
}
