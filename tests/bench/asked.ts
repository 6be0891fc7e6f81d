import { newId } from '../../main/new-id.ts'
import { shownDigits } from '../../shared/kit/phone.ts'
import type { RawSide, Statement } from './raw-side.ts'
import { below, seeded } from './seeded.ts'

/** What is asked, drawn from the archive itself with a fixed seed. */
export async function samplesOf(raw: RawSide, size: number, count: number) {
  const random = seeded(7)
  const customers = []
  for (let nth = 0; nth < count; nth += 1) {
    const [row] = await raw.all(
      'SELECT c."name", c."address", c."initials", c."pinyin", p."number", d."serialKey" FROM "customers_customer" c JOIN "customers_phone" p ON p."customerId" = c."id" JOIN "products_product" d ON d."customerId" = c."id" WHERE c."seq" = ? LIMIT 1',
      [1 + below(random, size)],
    )
    customers.push(row as Record<'name' | 'address' | 'initials' | 'pinyin' | 'number' | 'serialKey', string>)
  }
  const slice = (text: string, length: number) => {
    const from = below(random, Math.max(1, text.length - length))
    return text.slice(from, from + length)
  }
  return {
    numbers: customers.map(({ number }) => number),
    phoneTail: customers.map(({ number }) => number.slice(-shownDigits)),
    name: customers.map(({ name }) => name.slice(-2)),
    initials: customers.map(({ initials }) => initials),
    pinyin: customers.map(({ pinyin }) => pinyin),
    serial: customers.map(({ serialKey }) => serialKey.slice(0, 8)),
    address: customers.map(({ address }) => slice(address.replace(/^.*?[区县]/u, ''), 5)),
  }
}

/** A call of today as the telephone system tells it: who asks for this number asks for a caller. */
export function callOf(number: string): Statement {
  const id = newId()
  const at = new Date().toISOString()
  return [
    `INSERT INTO "intake_call" ("id", "externalId", "direction", "state", "number", "raw", "toRaw", "line", "region", "startedAt", "ringAt",
       "answeredAt", "hungUpAt", "extension", "note", "outcome", "registeredAt", "tries")
     VALUES (?, ?, 'in', 'ended', ?, ?, '', '', '', ?, ?, ?, ?, '', '', 'consult', ?, 0)`,
    [id, `bench-${id}`, number, number, at, at, at, at, at],
  ]
}

/** A new call of a known customer about a product of theirs. */
export async function registerInput(raw: RawSide, size: number, random: () => number) {
  const [known] = (await raw.all(
    `SELECT c."id", c."name", c."address", p."number", d."id" AS "productId", d."name" AS "productName", d."purchasedOn" FROM "customers_customer" c
     JOIN "customers_phone" p ON p."customerId" = c."id" JOIN "products_product" d ON d."customerId" = c."id" WHERE c."seq" = ? LIMIT 1`,
    [1 + below(random, size)],
  )) as [Record<'id' | 'name' | 'address' | 'number' | 'productId' | 'productName' | 'purchasedOn', string>]
  return {
    id: newId(),
    receivedAt: new Date().toISOString(),
    channel: 'phone',
    outcome: 'repair',
    customerId: known.id,
    newCustomerId: newId(),
    productId: known.productId,
    newProductId: newId(),
    ticketId: newId(),
    customerName: known.name,
    contactName: known.name,
    phone: known.number,
    address: known.address,
    productName: known.productName,
    purchasedOn: known.purchasedOn,
    symptom: '左眼有火花但点不着，右眼正常',
    level: '',
    handling: 'dispatch',
  }
}
