import type { z } from 'zod'
import { Failure } from '../../shared/kit/failure.ts'
import { fillFields } from '../../shared/kit/field-entry.ts'
import { productFields } from '../../shared/products/fields.ts'
import type { productInputSchema, ProductRow } from '../../shared/products/schema.ts'
import { dayOf } from '../../shared/kit/calendar.ts'
import { laterDay } from '../../shared/products/rules.ts'
import { audit } from '../house/audit.ts'
import { refuseForeignCustomer } from '../house/customer-scope.ts'
import { firstStored } from '../house/first-stored.ts'
import { sayOvertaken } from '../house/overtaken.ts'
import { companyOf } from '../house/settings.ts'
import type { Seat, Services } from '../api/context.ts'
import { isCustomer } from '../customers/public.ts'
import { type Locked, type Records, recordsOf } from '../database/records.ts'
import { addProduct, serialFindersOf } from './add-product.ts'
import { type Product, ProductEntity } from './entities.ts'
import { describeProducts } from './product-rows.ts'
import { productKinds } from './record-kinds.ts'

type Input = z.output<typeof productInputSchema>

/**
 * Adds or changes a sold product. What others changed since the version the editor saw stays; the same field changed by both is refused with
 * both values. Without a version it is a new product, and sent twice it is stored once.
 */
export async function saveProduct(services: Services, seat: Seat, input: Input): Promise<ProductRow> {
  const { database } = services
  const write = database.write(async (tx) => {
    const isNew = input.version === undefined
    const records = recordsOf(services, tx, seat, isNew ? 'products.add' : 'products.change')
    const stands = await firstStored(services, tx, isNew ? 'products.save' : null, input, async () => {
      const product = await records.lock(ProductEntity, input.id)
      await refuseForeignCustomer(services, tx, seat, product?.customerId ?? input.customerId)
      return product
    })
    if (stands && isNew) return stands
    const ahead = laterDay(input, dayOf(services.now(), (await companyOf(tx)).timeZone))
    if (ahead) throw new Failure('invalid', 'products.failure.dayAhead', {}, ahead)
    if (!stands && !(await isCustomer(services, tx, input.customerId)))
      throw new Failure('notFound', 'customers.failure.gone', {}, 'customerId')
    const after = stands
      ? await changeProduct(services, records, stands, input, input.version!)
      : await addProduct(services, tx, seat, input)
    if (after === stands) return stands
    await audit(services, tx, seat, {
      action: isNew ? 'products.add' : 'products.change',
      subject: `product:${after.id}`,
      details: { customerId: after.customerId },
    })
    return after
  })
  const product = await write.catch(sayOvertaken(services, seat, productKinds, 'products.failure.changedByOther'))
  const company = await database.read(companyOf)
  return describeProducts(services, [product], company)[0]!
}

/** The product after the save; the very row that stood when nothing is to be changed. */
async function changeProduct(
  services: Services,
  records: Records,
  stands: Locked<Product>,
  input: Input,
  seen: number,
): Promise<Locked<Product>> {
  const changes = await records.merged(ProductEntity, stands, seen, {
    ...fillFields(productFields, input),
    proof: input.proof,
  })
  if (Object.keys(changes).length === 0) return stands
  return records.change(ProductEntity, stands, {
    ...changes,
    ...(changes.serialNo === undefined ? {} : serialFindersOf(changes.serialNo)),
    updatedAt: services.now(),
  })
}
