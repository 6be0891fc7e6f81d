import type { Failure } from '../../shared/kit/failure.ts'
import { type FieldRow, fillFields } from '../../shared/kit/field-entry.ts'
import { productFields } from '../../shared/products/fields.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Tx } from '../database/database.ts'
import { type Locked, recordsOf } from '../database/records.ts'
import { type Product, ProductEntity } from './entities.ts'

/** A product as a register entry or an import knows it. */
export interface ProductDraft extends Partial<FieldRow<typeof productFields>> {
  id: string
  customerId: string
  name: string
}

/** Serial in capitals, letters and digits only: DG2503-0417 and dg 2503 0417 are the same. */
export function serialKeyOf(serialNo: string): string {
  return serialNo
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
}

/** Adds a sold product (R166), inside the caller's write. Sent twice it is stored once; `taken` refuses an id that stands. */
export async function addProduct(
  services: Services,
  tx: Tx,
  seat: Seat | null,
  draft: ProductDraft,
  taken?: Failure,
): Promise<Locked<Product>> {
  const records = recordsOf(services, tx, seat, 'products.add')
  const already = await records.lock(ProductEntity, draft.id)
  if (already && taken) throw taken
  return already ?? records.add(ProductEntity, makeProduct(draft, services.now()))
}

/** The row of a new product. Every product of the archive begins here. */
export function makeProduct(draft: ProductDraft, now: string): Product {
  return {
    id: draft.id,
    customerId: draft.customerId,
    ...fillFields(productFields, draft),
    ...serialFindersOf(draft.serialNo ?? ''),
    proof: draft.proof ?? (draft.purchasedOn ? 'told' : 'none'),
    createdAt: now,
    updatedAt: now,
    version: 1,
  }
}

/** What a serial number is found by, from its start and from its end. */
export function serialFindersOf(serialNo: string): Pick<Product, 'serialKey' | 'serialReversed'> {
  const serialKey = serialKeyOf(serialNo)
  return { serialKey, serialReversed: [...serialKey].reverse().join('') }
}
