import type { Seat, Services } from '../api/context.ts'
import type { Tx } from '../database/database.ts'
import { recordsOf } from '../database/records.ts'
import { ProductEntity } from './entities.ts'

/** Corrects a product's name by what was found on site (R051), inside the caller's write. */
export async function correctProduct(
  services: Services,
  tx: Tx,
  seat: Seat,
  correction: { productId: string; name: string },
): Promise<void> {
  const records = recordsOf(services, tx, seat, 'products.correct')
  const product = await records.lock(ProductEntity, correction.productId)
  if (product) await records.change(ProductEntity, product, { name: correction.name, updatedAt: services.now() })
}

/** The day of acceptance was told where the file had none: a day that stands there is not changed by hearsay. */
export async function noteAcceptance(
  services: Services,
  tx: Tx,
  seat: Seat,
  told: { productId: string; acceptedOn: string },
): Promise<void> {
  const records = recordsOf(services, tx, seat, 'products.correct')
  const product = await records.lock(ProductEntity, told.productId)
  if (!product || product.acceptedOn !== null) return
  await records.change(ProductEntity, product, { acceptedOn: told.acceptedOn, updatedAt: services.now() })
}

/** The customer gave another day of purchase: the file follows, unless an invoice has proved its own. */
export async function correctPurchase(
  services: Services,
  tx: Tx,
  seat: Seat,
  correction: { productId: string; purchasedOn: string },
): Promise<void> {
  const records = recordsOf(services, tx, seat, 'products.correct')
  const product = await records.lock(ProductEntity, correction.productId)
  if (!product || product.proof === 'invoice') return
  const { purchasedOn } = correction
  await records.change(ProductEntity, product, { purchasedOn, proof: 'told', updatedAt: services.now() })
}
