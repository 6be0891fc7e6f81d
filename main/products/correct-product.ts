import type { Services } from '../api/context.ts'
import type { Tx } from '../database/database.ts'
import { ProductEntity } from './entities.ts'

/** Corrects a product's name by what was found on site (R051), inside the caller's write. */
export async function correctProduct(
  services: Services,
  tx: Tx,
  correction: { productId: string; name: string },
): Promise<void> {
  const product = await tx.findOneBy(ProductEntity, { id: correction.productId })
  if (!product) return
  await tx.update(
    ProductEntity,
    { id: product.id },
    { name: correction.name, updatedAt: services.now(), version: product.version + 1 },
  )
}

/** The customer gave another day of purchase: the file follows, unless an invoice has proved its own. */
export async function correctPurchase(
  services: Services,
  tx: Tx,
  correction: { productId: string; purchasedOn: string },
): Promise<void> {
  await tx.query(
    services.database.sql(
      `UPDATE "products_product" SET "purchasedOn" = ?, "proof" = 'told', "updatedAt" = ?, "version" = "version" + 1
       WHERE "id" = ? AND "proof" <> 'invoice'`,
    ),
    [correction.purchasedOn, services.now(), correction.productId],
  )
}
