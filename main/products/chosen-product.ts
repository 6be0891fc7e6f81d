import { type FieldRow, pickFields } from '../../shared/kit/field-entry.ts'
import { productFields } from '../../shared/products/fields.ts'
import type { Services } from '../api/context.ts'
import type { Reader } from '../database/database.ts'
import { serialKeyOf } from './add-product.ts'
import type { Product } from './entities.ts'

/** What the file knows of a product that the desk has chosen. */
export type ChosenProduct = Pick<Product, 'id' | 'name' | 'model' | 'serialNo' | 'purchasedOn'>

/** A product of a customer; null where he has none of that id. */
export async function chosenProduct(
  services: Services,
  reader: Reader,
  customerId: string,
  productId: string,
): Promise<ChosenProduct | null> {
  const text = `SELECT "id", "name", "model", "serialNo", "purchasedOn" FROM "products_product" WHERE "id" = ? AND "customerId" = ?`
  const [row] = (await reader.query(services.database.sql(text), [productId, customerId])) as ChosenProduct[]
  return row ?? null
}

/** The fields of a product as they stand on file; null where it is gone. */
export async function productBeside(
  services: Services,
  reader: Reader,
  productId: string,
): Promise<FieldRow<typeof productFields> | null> {
  const text = services.database.sql('SELECT * FROM "products_product" WHERE "id" = ?')
  const [product] = (await reader.query(text, [productId])) as Product[]
  return product ? pickFields(productFields, product) : null
}

/** What a warranty is judged by. */
export type Purchase = Pick<Product, 'purchasedOn' | 'acceptedOn' | 'proof'>

/** When and how a product was bought; null where it is gone. */
export async function purchaseOf(services: Services, reader: Reader, productId: string): Promise<Purchase | null> {
  const text = services.database.sql(
    'SELECT "purchasedOn", "acceptedOn", "proof" FROM "products_product" WHERE "id" = ?',
  )
  const [row] = (await reader.query(text, [productId])) as Purchase[]
  return row ?? null
}

/** A product of a customer filed since an instant that may be the one described: the same name, and no serial number or model that says otherwise. */
export async function productJustMade(
  services: Services,
  reader: Reader,
  described: { customerId: string; name: string; model: string; serialNo: string; since: string },
): Promise<string | null> {
  const text = `SELECT "id", "name", "model", "serialKey" FROM "products_product" WHERE "customerId" = ? AND "createdAt" >= ? ORDER BY "createdAt", "id"`
  const { customerId, since } = described
  const rows = (await reader.query(services.database.sql(text), [customerId, since])) as (Pick<
    Product,
    'id' | 'name' | 'model'
  > & {
    serialKey: string
  })[]
  const agrees = (filed: string, said: string) => filed === '' || said === '' || filed === said
  const serialKey = serialKeyOf(described.serialNo)
  return (
    rows.find(
      ({ name, model, serialKey: filed }) =>
        name === described.name && agrees(model, described.model) && agrees(filed, serialKey),
    )?.id ?? null
  )
}
