import { In } from 'typeorm'
import type { Services } from '../api/context.ts'
import type { Reader, Tx } from '../database/database.ts'
import { removeRows } from '../house/rows-of-customer.ts'
import { CustomerEntity } from './entities.ts'
import { removeCustomerTexts } from './texts.ts'

/** Ids of the customers that came from one source (`sample`, `import:…`). */
export async function customersFrom(services: Services, reader: Reader, source: string): Promise<string[]> {
  const text = services.database.sql('SELECT "id" FROM "customers_customer" WHERE "source" = ?')
  return ((await reader.query(text, [source])) as { id: string }[]).map(({ id }) => id)
}

/** Takes customers out with all that points at them, whichever feature keeps it. What the audit chain says of them stays. */
export async function removeCustomers(services: Services, tx: Tx, ids: readonly string[]): Promise<void> {
  const { database } = services
  await removeRows(services, tx, ids)
  for (let from = 0; from < ids.length; from += 500) {
    const some = ids.slice(from, from + 500)
    const marks = some.map(() => '?').join(', ')
    const rows = (await tx.query(
      database.sql(`SELECT "seq" FROM "customers_customer" WHERE "id" IN (${marks})`),
      some,
    )) as { seq: number }[]
    await removeCustomerTexts(
      database,
      tx,
      rows.map(({ seq }) => Number(seq)),
    )
    await tx.delete(CustomerEntity, { id: In(some) })
  }
}
