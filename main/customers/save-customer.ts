import type { z } from 'zod'
import type { CustomerRow, customerInputSchema } from '../../shared/customers/schema.ts'
import { Failure } from '../../shared/kit/failure.ts'
import { readPhone, reversePhone } from '../../shared/kit/phone.ts'
import { audit } from '../house/audit.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Tx } from '../database/database.ts'
import { putText } from '../database/search/text-index.ts'
import { addCustomer, namesOf } from './add-customer.ts'
import { CustomerEntity, PersonEntity, type Phone, PhoneEntity } from './entities.ts'
import { nameKeysOf } from './name-keys.ts'
import { readCustomer } from './rows.ts'

type Input = z.output<typeof customerInputSchema>

/**
 * Adds or changes an archive record with its people and phones, sent whole. A phone that came masked is sent back unchanged
 * by its id and keeps its number. A stale version is refused.
 */
export async function saveCustomer(services: Services, seat: Seat, input: Input): Promise<CustomerRow> {
  await services.database.write(async (tx) => {
    const before = await tx.findOneBy(CustomerEntity, { id: input.id })
    if (before && input.version !== undefined && before.version !== input.version)
      throw new Failure('changedByOther', 'customers.failure.changedByOther')
    const customer =
      before ??
      (await addCustomer(services, tx, seat, { id: input.id, name: input.name, phones: [], source: 'archive' }))
    const { name, category, address, addressNote, invoiceAddress, bestTime, note } = input
    await tx.update(
      CustomerEntity,
      { id: input.id },
      {
        ...{ name, ...nameKeysOf(name), category, address, addressNote, invoiceAddress, bestTime, note },
        updatedAt: services.now(),
        version: before ? before.version + 1 : 1,
      },
    )
    const people = await writePeople(tx, input)
    await writePhones(tx, input)
    const names = namesOf(input, people)
    await putText(tx, services.database.engine, customer.seq, { names, address }, false)
    await audit(services, tx, seat, {
      action: before ? 'customers.change' : 'customers.add',
      subject: `customer:${input.id}`,
      details: { people: people.length, phones: input.phones.length },
    })
  })
  services.changes.announce({ feature: 'customers', id: input.id })
  return services.database.read((reader) => readCustomer(services, reader, seat, input.id))
}

/** A customer always has somebody to talk to: without people it is its own. */
async function writePeople(tx: Tx, input: Input): Promise<{ name: string }[]> {
  const standing = await tx.findBy(PersonEntity, { customerId: input.id })
  if (input.people.length === 0 && standing.length > 0) return standing
  const kept = new Set(input.people.map((person) => person.id))
  for (const person of standing) if (!kept.has(person.id)) await tx.delete(PersonEntity, { id: person.id })
  for (const [position, person] of input.people.entries()) {
    const { pinyin, initials } = nameKeysOf(person.name)
    const row = { ...person, leftOn: person.leftOn ?? null, customerId: input.id, pinyin, initials, position }
    const isKnown = standing.some((known) => known.id === person.id)
    if (!isKnown && (await tx.existsBy(PersonEntity, { id: person.id }))) throw strangeId(`people.${position}.id`)
    await (isKnown ? tx.update(PersonEntity, { id: person.id }, row) : tx.insert(PersonEntity, row))
  }
  return input.people
}

async function writePhones(tx: Tx, input: Input): Promise<void> {
  const standing = await tx.findBy(PhoneEntity, { customerId: input.id })
  const kept = new Set(input.phones.map((phone) => phone.id))
  for (const phone of standing) if (!kept.has(phone.id)) await tx.delete(PhoneEntity, { id: phone.id })
  for (const [position, phone] of input.phones.entries()) {
    const known = standing.find((row) => row.id === phone.id)
    const place = { position, isPrimary: position === 0, note: phone.note, personId: phone.personId ?? null }
    if (known && phone.raw.includes('*')) {
      await tx.update(PhoneEntity, { id: phone.id }, place)
      continue
    }
    const read = readPhone(phone.raw)
    if (!read) throw new Failure('invalid', 'customers.failure.phoneUnreadable', {}, `phones.${position}.raw`)
    const numbers = {
      number: read.key,
      reversed: reversePhone(read.key),
      extension: read.extension ?? '',
      kind: read.kind,
      raw: phone.raw,
    }
    if (known) await tx.update(PhoneEntity, { id: phone.id }, { ...place, ...numbers })
    else {
      if (await tx.existsBy(PhoneEntity, { id: phone.id })) throw strangeId(`phones.${position}.id`)
      const row: Phone = { id: phone.id, customerId: input.id, ...place, ...numbers, pickedAt: null, usedAt: null }
      await tx.insert(PhoneEntity, row)
    }
  }
}

/** An id that belongs to another record, or stands twice in one. */
function strangeId(field: string): Failure {
  return new Failure('invalid', 'admin.failure.invalid', {}, field)
}
