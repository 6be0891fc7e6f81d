import type { z } from 'zod'
import type { customerInputSchema } from '../../shared/customers/schema.ts'
import { Failure } from '../../shared/kit/failure.ts'
import { type ListRow, mergeLists } from '../../shared/kit/merge.ts'
import { type PhoneHome, readPhone, reversePhone } from '../../shared/kit/phone.ts'
import { type OpenEntry, rewound } from '../database/journal.ts'
import type { RecordSchema } from '../database/record-schema.ts'
import { clashBy, Overtaken, type Records } from '../database/records.ts'
import { type Person, PersonEntity, type Phone, PhoneEntity } from './entities.ts'
import { nameKeysOf } from './name-keys.ts'

type Input = z.output<typeof customerInputSchema>

/** People of a customer as the editor wants them; without any they stay: a customer always has somebody to talk to. Answers whether something changed. */
export async function keepPeople(records: Records, input: Input, since: readonly OpenEntry[]): Promise<boolean> {
  const stands = await records.lockWhere(PersonEntity, { customerId: input.id })
  if (input.people.length === 0 && stands.length > 0) return false
  const wanted = input.people.map(({ id, name, title, note, leftOn }) => {
    const { pinyin, initials } = nameKeysOf(name)
    return { id, customerId: input.id, name, pinyin, initials, title, note, leftOn: leftOn ?? null }
  })
  return keepRows(records, PersonEntity, stands, since, wanted, {
    field: 'people',
    made: (row, position): Person => ({ ...row, position }),
    placed: (position) => ({ position }),
  })
}

/** Phones of a customer as the editor wants them; a masked one keeps its number. Answers whether something changed. */
export async function keepPhones(
  records: Records,
  input: Input,
  since: readonly OpenEntry[],
  home: PhoneHome,
): Promise<boolean> {
  const stands = await records.lockWhere(PhoneEntity, { customerId: input.id })
  const wanted = input.phones.map((phone, nth): WantedPhone => {
    const place = { id: phone.id, note: phone.note, personId: phone.personId ?? null }
    const known = stands.find((row) => row.id === phone.id)
    if ((known || wasThere(since, phone.id)) && phone.raw.includes('*')) return place
    const number = numberOf(phone.raw, nth, home)
    const isSame = known?.number === number.number && known.extension === number.extension
    return isSame ? place : { ...place, ...number }
  })
  refuseTwice(stands, wanted)
  const seen = rewound(stands, PhoneEntity.kind, since)
  const theirs = stands.filter(({ id }) => ![...seen, ...wanted].some((row) => row.id === id))
  const kept = wanted.filter((phone) => stands.some(({ id }) => id === phone.id) || !theirs.some(isSameAs(phone)))
  return keepRows(records, PhoneEntity, stands, since, kept, {
    field: 'phones',
    made: (row, position): Phone => {
      const { id, note, personId, number, reversed = '', extension = '', kind = '', raw = '' } = row
      if (number === undefined) throw strangeId(`phones.${position}.id`)
      return {
        ...{ id, customerId: input.id, personId, number, reversed, extension, raw, kind, note },
        ...{ isPrimary: position === 0, position, pickedAt: null, usedAt: null },
      }
    },
    placed: (position) => ({ position, isPrimary: position === 0 }),
  })
}

/** A phone as it was sent: without digits it was masked, or they are the ones that stand. */
type WantedPhone = Pick<Phone, 'id' | 'note' | 'personId'> & Partial<ReturnType<typeof numberOf>>

const isSameAs =
  (phone: Partial<Phone>) =>
  (other: Partial<Phone>): boolean =>
    phone.number === other.number && phone.extension === other.extension

/** A number stands once with a customer; one that already stood twice does not hold up a save. */
function refuseTwice(stands: readonly Phone[], wanted: readonly WantedPhone[]): void {
  const rows = wanted.map((phone) => ({ ...stands.find(({ id }) => id === phone.id), ...phone }))
  const isNew = (at: number) => wanted[at]!.number !== undefined
  for (const [nth, phone] of rows.entries())
    if (isNew(nth) && rows.some((other, at) => (at < nth || (at > nth && !isNew(at))) && isSameAs(phone)(other)))
      throw new Failure('invalid', 'customers.failure.phoneTwice', {}, `phones.${nth}.raw`)
}

/** A number that was masked on the editor's screen and removed meanwhile. */
const wasThere = (since: readonly OpenEntry[], id: string) => since.some((entry) => entry.recordId === id)

interface Keeping<Row, Wanted> {
  /** Where the list stands in what was sent. */
  field: string
  made: (wanted: Wanted, position: number) => Row
  placed: (position: number) => Partial<Row>
}

async function keepRows<Row extends { id: string; position: number }, Wanted extends { id: string }>(
  records: Records,
  entity: RecordSchema<Row>,
  rows: Awaited<ReturnType<typeof records.lockWhere<Row>>>,
  since: readonly OpenEntry[],
  wanted: readonly Wanted[],
  { field, made, placed }: Keeping<Row, Wanted>,
): Promise<boolean> {
  const stands = [...rows].sort((one, other) => one.position - other.position)
  const seen = rewound(stands as Row[], entity.kind, since).sort((one, other) => one.position - other.position)
  const merged = mergeLists(asList(seen), asList(stands), asList(wanted))
  if (merged.clashes.length > 0)
    throw new Overtaken(merged.clashes.map((clash) => clashBy({ ...clash, kind: entity.kind }, since)))
  for (const id of merged.removes)
    await records.remove(
      entity,
      stands.find((row) => row.id === id)!,
    )
  let isChanged = merged.removes.length > 0
  for (const [position, id] of merged.order.entries()) {
    const row = stands.find((known) => known.id === id)
    if (!row) {
      const nth = wanted.findIndex((one) => one.id === id)
      if ((await records.lock(entity, id)) || wanted.findLastIndex((one) => one.id === id) !== nth)
        throw strangeId(`${field}.${nth}.id`)
      await records.add(entity, made(wanted[nth]!, position))
      isChanged = true
      continue
    }
    const own = merged.changes.find((change) => change.id === id)?.changes
    if (own || row.position !== position) isChanged = true
    await records.change(entity, row, { ...(own as Partial<Row>), ...placed(position) })
  }
  return isChanged
}

const asList = (rows: readonly object[]) => rows as unknown as readonly ListRow[]

function numberOf(raw: string, nth: number, home: PhoneHome) {
  const read = readPhone(raw, home)
  if (!read) throw new Failure('invalid', 'customers.failure.phoneUnreadable', {}, `phones.${nth}.raw`)
  const { key: number, kind } = read
  return { number, reversed: reversePhone(number), extension: read.extension ?? '', kind, raw }
}

/** An id that belongs to another record, or stands twice in one. */
function strangeId(field: string): Failure {
  return new Failure('invalid', 'admin.failure.invalid', {}, field)
}
