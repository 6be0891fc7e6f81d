import type { Services } from '../api/context.ts'
import type { Reader } from '../database/database.ts'
import type { Records } from '../database/records.ts'
import { serialFindersOf } from './add-product.ts'
import { type Product, ProductEntity } from './entities.ts'

/** What an archive file may say of a product. */
export type ProductFacts = Pick<Product, 'id' | 'customerId' | 'name' | 'model' | 'serialNo' | 'purchasedOn' | 'dealer'>

/** Products of many customers, oldest first. At most some hundreds of ids at a time. */
export async function productFactsOf(
  services: Services,
  reader: Reader,
  customerIds: readonly string[],
): Promise<ProductFacts[]> {
  if (customerIds.length === 0) return []
  return (await reader.query(
    services.database.sql(
      `SELECT "id", "customerId", "name", "model", "serialNo", "purchasedOn", "dealer" FROM "products_product"
       WHERE "customerId" IN (${customerIds.map(() => '?').join(', ')}) ORDER BY "createdAt", "id"`,
    ),
    [...customerIds],
  )) as ProductFacts[]
}

/** Fills in what the archive did not know of a product, inside the caller's write. */
export async function fillProduct(
  services: Services,
  records: Records,
  id: string,
  facts: Partial<Pick<Product, 'name' | 'model' | 'serialNo' | 'purchasedOn' | 'dealer'>>,
): Promise<void> {
  const product = await records.lock(ProductEntity, id)
  if (!product) return
  const finders = facts.serialNo ? serialFindersOf(facts.serialNo) : {}
  await records.change(ProductEntity, product, { ...facts, ...finders, updatedAt: services.now() })
}
