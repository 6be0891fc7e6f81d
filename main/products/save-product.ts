import type { z } from 'zod'
import { Failure } from '../../shared/kit/failure.ts'
import type { productInputSchema, ProductRow } from '../../shared/products/schema.ts'
import { audit } from '../house/audit.ts'
import { companyOf } from '../house/settings.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Tx } from '../database/database.ts'
import { addProduct, serialKeyOf } from './add-product.ts'
import { type Product, ProductEntity } from './entities.ts'
import { describeProducts } from './product-rows.ts'

/** Adds or changes a sold product; a stale version is refused, nothing is overwritten silently. */
export async function saveProduct(
  services: Services,
  seat: Seat,
  input: z.output<typeof productInputSchema>,
): Promise<ProductRow> {
  const product = await services.database.write(async (tx) => {
    const before = await tx.findOneBy(ProductEntity, { id: input.id })
    if (!before) await refuseUnknownCustomer(services, tx, input.customerId)
    const after = before ? changed(services, before, input) : await addProduct(services, tx, input)
    if (before) await tx.update(ProductEntity, { id: before.id }, after)
    await audit(services, tx, seat, {
      action: before ? 'products.change' : 'products.add',
      subject: `product:${after.id}`,
      details: { customerId: after.customerId },
    })
    return after
  })
  services.changes.announce({ feature: 'products', id: product.id })
  const company = await services.database.read(companyOf)
  return describeProducts(services, [product], [], company)[0]!
}

async function refuseUnknownCustomer({ database }: Services, tx: Tx, customerId: string): Promise<void> {
  const found = (await tx.query(database.sql('SELECT 1 FROM "customers_customer" WHERE "id" = ?'), [
    customerId,
  ])) as unknown[]
  if (found.length === 0) throw new Failure('notFound', 'customers.failure.gone', {}, 'customerId')
}

function changed(
  services: Services,
  before: Product,
  { version, ...input }: z.output<typeof productInputSchema>,
): Product {
  if (version !== undefined && version !== before.version)
    throw new Failure('changedByOther', 'products.failure.changedByOther')
  const serialKey = serialKeyOf(input.serialNo)
  return {
    ...before,
    ...input,
    customerId: before.customerId,
    purchasedOn: input.purchasedOn ?? null,
    acceptedOn: input.acceptedOn ?? null,
    serialKey,
    serialReversed: [...serialKey].reverse().join(''),
    updatedAt: services.now(),
    version: before.version + 1,
  }
}
