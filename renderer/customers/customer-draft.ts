import { customerFields } from '../../shared/customers/fields.ts'
import type { CustomerInput, CustomerRow } from '../../shared/customers/schema.ts'
import { blankOf, type FieldRow, pickFields } from '../../shared/kit/field-entry.ts'
import { type PhoneHome, readPhones } from '../../shared/kit/phone.ts'
import { saysNothing } from '../../shared/kit/seen-text.ts'
import { type FieldConflict, weighed } from '../kit/beside-stored.ts'

/** A person as edited. */
export interface PersonDraft {
  id: string
  name: string
  title: string
  note: string
  leftOn: string | null
}

/** A number as edited. */
export interface PhoneDraft {
  id: string
  /** As typed; as the station masked it while `isKept`. */
  raw: string
  personId: string | null
  note: string
  /** The number stands as it is stored; only its place and owner can change. */
  isKept: boolean
}

/** A customer being typed. `base` is what the editor saw when it began; null for a new one. */
export interface CustomerDraft extends FieldRow<typeof customerFields> {
  id: string
  base: CustomerRow | null
  people: PersonDraft[]
  phones: PhoneDraft[]
}

const draftFields = [...customerFields.map(({ key }) => key), 'people', 'phones'] as const
/** Everything two people can change in a customer at once. */
export type DraftField = (typeof draftFields)[number]

type Lists = Pick<CustomerDraft, 'people' | 'phones'>

function listsOf(customer: CustomerRow): Lists {
  return {
    people: customer.people.map(({ id, name, title, note, leftOn }) => ({ id, name, title, note, leftOn })),
    phones: customer.phones.map(({ id, shown, personId, note }) => ({ id, raw: shown, personId, note, isKept: true })),
  }
}

/** A stored customer, ready to be changed. */
export function draftOf(customer: CustomerRow): CustomerDraft {
  return { id: customer.id, base: customer, ...pickFields(customerFields, customer), ...listsOf(customer) }
}

/** A new customer with one person and one phone to fill in; the three ids are made by the seat. */
export function newDraft(id: string, personId: string, phoneId: string): CustomerDraft {
  return {
    id,
    base: null,
    ...blankOf(customerFields),
    people: [{ id: personId, name: '', title: '', note: '', leftOn: null }],
    phones: [{ id: phoneId, raw: '', personId, note: '', isKept: false }],
  }
}

/** People or phones as one line, to be compared and shown. */
export const peopleText = (people: readonly PersonDraft[]): string =>
  people.map(({ name, title, leftOn }) => [name, title, leftOn].filter(Boolean).join(' ')).join('、')

/** All numbers in one line, to be shown beside the other seat's. */
export const phonesText = ({ people, phones }: Lists): string =>
  phones
    .map(({ raw, personId }) => [raw, people.find(({ id }) => id === personId)?.name].filter(Boolean).join(' '))
    .join('、')

const textOf = (draft: CustomerDraft, field: DraftField): string =>
  field === 'people' ? peopleText(draft.people) : field === 'phones' ? phonesText(draft) : draft[field]

/**
 * A draft beside what is stored now: fields only the other side changed are taken over, fields both changed are
 * conflicts, where what was typed stays. Nothing to do while nobody else has saved.
 */
export function besideStored(
  draft: CustomerDraft,
  stored: CustomerRow,
): { draft: CustomerDraft; conflicts: FieldConflict<DraftField>[] } {
  if (draft.base === null || draft.base.version === stored.version) return { draft, conflicts: [] }
  const of = (each: CustomerDraft) => (field: DraftField) => textOf(each, field)
  const { taken, conflicts } = weighed(draftFields, {
    ...{ was: of(draftOf(draft.base)), mine: of(draft), theirs: of(draftOf(stored)) },
  })
  return { draft: taken.reduce((merged, field) => takeTheirs(merged, field, stored), draft), conflicts }
}

/** The draft with one field as it is stored now. */
export function takeTheirs(draft: CustomerDraft, field: DraftField, stored: CustomerRow): CustomerDraft {
  return { ...draft, [field]: draftOf(stored)[field] }
}

/** The draft whose own text of one field is to stand over what is stored now. */
export function keepMine(draft: CustomerDraft, field: DraftField, stored: CustomerRow): CustomerDraft {
  return { ...draft, base: draft.base && { ...draft.base, [field]: stored[field] } }
}

/** Text keys of what keeps the draft from being saved, by `name` or `phone/<id>`. */
export function draftGaps(draft: CustomerDraft, home: PhoneHome): Readonly<Record<string, string>> {
  const gaps: Record<string, string> = {}
  if (saysNothing(draft.name)) gaps.name = 'customers.form.needName'
  for (const { id, raw, isKept } of draft.phones)
    if (!isKept && !saysNothing(raw) && readPhones(raw, home).phones.length === 0)
      gaps[`phone/${id}`] = 'customers.failure.phoneUnreadable'
  return gaps
}

/** What is sent: rows left empty are no rows. `version` is what the editor has seen of the stored one. */
export function inputOf(draft: CustomerDraft, version: number | undefined): CustomerInput {
  const people = draft.people.filter((person) => !saysNothing(person.name))
  const phones = draft.phones.filter(({ raw }) => !saysNothing(raw))
  return {
    ...{ id: draft.id, ...pickFields(customerFields, draft), people },
    phones: phones.map((phone) => ({
      id: phone.id,
      raw: phone.raw,
      note: phone.note,
      personId: people.some((person) => person.id === phone.personId) ? phone.personId : null,
    })),
    ...(version === undefined ? {} : { version }),
  }
}

/** True when something was typed that is not stored. */
export function isDirty(draft: CustomerDraft): boolean {
  const was = draft.base ? inputOf(draftOf(draft.base), undefined) : inputOf(newDraft(draft.id, '', ''), undefined)
  return JSON.stringify(inputOf(draft, undefined)) !== JSON.stringify(was)
}
