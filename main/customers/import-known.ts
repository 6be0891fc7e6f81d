import { setImmediate as nextTurn } from 'node:timers/promises'
import { textKey } from '../../shared/customers/import-cells.ts'
import type { ExistingPerson, PersonLookup } from '../../shared/customers/import-match.ts'
import { type CustomerDraft, plainlyRead, type PlainlyRead } from '../../shared/customers/import-rows.ts'
import { type FieldEntry, pickFields } from '../../shared/kit/field-entry.ts'
import { grouped } from '../../shared/kit/grouped.ts'
import type { Services } from '../api/context.ts'
import type { Reader } from '../database/database.ts'
import { productFactsOf } from '../products/public.ts'
import { noteAlone } from './import-source.ts'

/** A customer the file speaks of, with what a write needs besides. */
export interface KnownCustomer extends ExistingPerson {
  seq: number
  storedNote: string
  peopleNames: string[]
  firstPersonId: string | null
  phoneCount: number
}

/** Those the station already has of the customers a file speaks of. */
export interface KnownCustomers {
  lookup: PersonLookup
  byId: ReadonlyMap<string, KnownCustomer>
}

const batch = 400
const plainColumns = plainlyRead.map(({ key }: FieldEntry) => `, "${key}"`).join('')

/** Looks up who of the file is there already: the same name and a number of the file. */
export async function knownOf(
  services: Services,
  reader: Reader,
  drafts: readonly Pick<CustomerDraft, 'nameKey' | 'phones'>[],
  signal?: AbortSignal,
): Promise<KnownCustomers> {
  const wanted = new Set<string>()
  const numbers = new Set<string>()
  for (const { nameKey, phones } of drafts) {
    for (const { key } of phones) {
      numbers.add(key)
      wanted.add(`${key} ${nameKey}`)
    }
  }
  const found = new Map<string, string>()
  for (const keys of slices([...numbers])) {
    for (const { number, id, name } of await ownersOf(services, reader, keys)) {
      if (wanted.has(`${number} ${textKey(name)}`)) found.set(id, name)
    }
    await breathe(signal)
  }
  const byId = new Map<string, KnownCustomer>()
  const byNumber = new Map<string, KnownCustomer[]>()
  for (const ids of slices([...found.keys()])) {
    for (const known of await readKnown(services, reader, ids)) {
      byId.set(known.id, known)
      for (const key of known.phoneKeys) byNumber.set(key, [...(byNumber.get(key) ?? []), known])
    }
    await breathe(signal)
  }
  return { lookup: (key) => byNumber.get(key) ?? [], byId }
}

/** Customers by their numbers, whatever their names: calls without a name find theirs so. */
export async function ownersOf(
  services: Services,
  reader: Reader,
  numbers: readonly string[],
): Promise<{ number: string; id: string; name: string; address: string; category: string; personId: string | null }[]> {
  if (numbers.length === 0) return []
  return (await reader.query(
    services.database.sql(
      `SELECT p."number", p."personId", c."id", c."name", c."address", c."category" FROM "customers_phone" p
       JOIN "customers_customer" c ON c."id" = p."customerId"
       WHERE p."number" IN (${places(numbers)}) ORDER BY c."seq"`,
    ),
    [...numbers],
  )) as { number: string; id: string; name: string; address: string; category: string; personId: string | null }[]
}

/** Customers by id, as they stand. At most some hundreds at a time. */
export async function readKnown(services: Services, reader: Reader, ids: readonly string[]): Promise<KnownCustomer[]> {
  const { database } = services
  const ask = async <Row>(text: string): Promise<Row[]> =>
    (await reader.query(database.sql(`${text} IN (${places(ids)})`), [...ids])) as Row[]
  const customers = await ask<
    {
      id: string
      seq: number
      name: string
      address: string
      category: string
      note: string
    } & PlainlyRead
  >(`SELECT "id", "seq", "name", "address", "category", "note"${plainColumns} FROM "customers_customer" WHERE "id"`)
  const ofCustomer = (row: { customerId: string }) => row.customerId
  const phones = grouped(
    await ask<{ customerId: string; number: string }>(
      'SELECT "customerId", "number" FROM "customers_phone" WHERE "customerId"',
    ),
    ofCustomer,
  )
  const people = grouped(
    await ask<{ customerId: string; id: string; name: string; position: number }>(
      'SELECT "customerId", "id", "name", "position" FROM "customers_person" WHERE "customerId"',
    ),
    ofCustomer,
  )
  const products = grouped(await productFactsOf(services, reader, ids), ofCustomer)
  return customers.map((customer) => {
    const { id, seq, name, address, category, note } = customer
    const own = (people.get(id) ?? []).toSorted((a, b) => a.position - b.position)
    const numbers = (phones.get(id) ?? []).map((phone) => phone.number)
    return {
      id,
      seq,
      name,
      address,
      category,
      contact: own.find((person) => textKey(person.name) !== textKey(name))?.name ?? '',
      ...pickFields(plainlyRead, customer),
      note: noteAlone(note),
      storedNote: note,
      phoneKeys: numbers,
      phoneCount: numbers.length,
      peopleNames: own.map((person) => person.name),
      firstPersonId: own[0]?.id ?? null,
      products: (products.get(id) ?? []).map(({ customerId: _, ...facts }) => facts),
    }
  })
}

const places = (values: readonly unknown[]): string => values.map(() => '?').join(', ')

/** Pieces of a long list, each small enough for one statement. */
export function* slices<Value>(values: readonly Value[], size = batch): Generator<Value[]> {
  for (let at = 0; at < values.length; at += size) yield values.slice(at, at + size)
}

/** Lets requests, progress and cancel have their turn; stops here when the run was cancelled. */
export async function breathe(signal?: AbortSignal): Promise<void> {
  await nextTurn()
  signal?.throwIfAborted()
}
