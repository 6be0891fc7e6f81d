import { lineFields } from '../../shared/intake/fields.ts'
import type { Outcome } from '../../shared/intake/outcomes.ts'
import type { Channel, handlings, RecordIntake, RecordIntakeInput } from '../../shared/intake/schema.ts'
import type { CallerMatch, CustomerCard } from '../../shared/customers/schema.ts'
import type { FieldKey } from '../../shared/kit/field-entry.ts'
import { groupPhone } from '../../shared/kit/phone.ts'
import type { RegisterField } from '../../shared/presets/schema.ts'
import { promiseAnswer } from '../../shared/tickets/rules-gates.ts'
import type { ProductRow } from '../../shared/products/schema.ts'
import { readPurchaseDay } from './purchase-day.ts'

/** Where a value came from: 来电号码, 档案带出, 发票已核. */
export type Source = 'caller' | 'file' | 'invoice'

/** Fields that are typed; everything else in a draft is chosen. */
export type TextField = FieldKey<typeof lineFields> | 'phone' | 'acceptedOn' | 'dealer' | 'parts' | 'rescheduleReason'

/** Nothing is said yet; a day is text, too, while it is typed. */
export const unsaid = Object.fromEntries(lineFields.map(({ key }) => [key, ''])) as Record<
  FieldKey<typeof lineFields>,
  string
>

/**
 * What stands in the form, as typed: a day may be 3.18 or still half a date. Ids are made once, so that the
 * entry can be sent twice. Instants UTC.
 */
export interface Draft extends Record<TextField, string> {
  id: string
  callId: string | null
  receivedAt: string
  channel: Channel
  outcome: Outcome
  customerId: string | null
  newCustomerId: string
  personId: string | null
  productId: string | null
  newProductId: string
  ticketId: string
  category: RecordIntake['category']
  /** 事由; empty: the trade's first. */
  kind: string
  handling: (typeof handlings)[number]
  visitFromAt: string | null
  visitToAt: string | null
  technicianId: string | null
  /** For the promise sentence; the station knows the name itself. */
  technicianName: string
  within3h: 'yes' | 'no' | null
  consent: 'agreed' | 'refused' | null
  /** Ticket this call was already counted on as a chase (催办): it is not counted again. */
  chasedTicketId: string | null
  /** Masked number of the archive: the customer has one, this seat may not see it whole. */
  phoneOnFile: string
  sources: Partial<Record<TextField, Source>>
}

/** An empty form. `makeId` gives a fresh id each time. */
export function emptyDraft(start: Pick<Draft, 'callId' | 'receivedAt' | 'channel'>, makeId: () => string): Draft {
  return {
    ...start,
    id: makeId(),
    newCustomerId: makeId(),
    newProductId: makeId(),
    ticketId: makeId(),
    outcome: 'repair',
    customerId: null,
    personId: null,
    productId: null,
    category: '',
    ...unsaid,
    phone: '',
    acceptedOn: '',
    dealer: '',
    parts: '',
    rescheduleReason: '',
    kind: '',
    handling: 'dispatch',
    visitFromAt: null,
    visitToAt: null,
    technicianId: null,
    technicianName: '',
    within3h: null,
    consent: null,
    chasedTicketId: null,
    phoneOnFile: '',
    sources: {},
  }
}

/** One typed field changed: its source is now the operator. */
export function typed(draft: Draft, field: TextField, value: string): Draft {
  const { [field]: _gone, ...sources } = draft.sources
  return { ...draft, [field]: value, sources }
}

/** The customer of a card taken over: name, person, number, address. `number` is the caller's own, else the archive's stands masked. */
export function withCustomer(
  draft: Draft,
  { customer }: Pick<CustomerCard, 'customer'>,
  match: Pick<CallerMatch, 'personId'> | null,
  number: string | null,
): Draft {
  const wanted = customer.people.find((person) => person.id === match?.personId)
  const person = wanted ?? customer.people.find((each) => each.leftOn === null)
  const primary = customer.phones.find((phone) => phone.isPrimary) ?? customer.phones[0]
  const fileNumber = primary && !primary.masked ? primary.shown : ''
  const phone = number === null ? fileNumber : groupPhone(number)
  return {
    ...withProduct(draft, null),
    customerId: customer.id,
    personId: person?.id ?? null,
    customerName: customer.name,
    contactName: person?.name ?? '',
    category: customer.category,
    address: customer.address,
    phone,
    phoneOnFile: phone === '' ? (primary?.shown ?? '') : '',
    sources: {
      customerName: 'file',
      ...(person ? { contactName: 'file' as const } : {}),
      ...(customer.address ? { address: 'file' as const } : {}),
      ...(phone === '' && !primary ? {} : { phone: number === null ? ('file' as const) : ('caller' as const) }),
    },
  }
}

/** A product of the customer taken over, or none: its fields are emptied for a new one. */
export function withProduct(draft: Draft, product: ProductRow | null): Draft {
  const fields = {
    productName: product?.name ?? '',
    model: product?.model ?? '',
    serialNo: product?.serialNo ?? '',
    purchasedOn: product?.purchasedOn ?? '',
    acceptedOn: product?.acceptedOn ?? '',
    dealer: product?.dealer ?? '',
  }
  const sources = { ...draft.sources }
  for (const field of Object.keys(fields) as (keyof typeof fields)[]) {
    if (fields[field] === '') delete sources[field]
    else sources[field] = field === 'purchasedOn' && product?.proof === 'invoice' ? 'invoice' : 'file'
  }
  return { ...draft, ...fields, productId: product?.id ?? null, sources }
}

/** The caller of a card taken over, with the product that stands first. */
export function withCaller(
  draft: Draft,
  card: Pick<CustomerCard, 'customer' | 'products'>,
  match: Pick<CallerMatch, 'personId'> | null,
  number: string | null,
): Draft {
  const taken = withCustomer(draft, card, match, number)
  return card.products[0] ? withProduct(taken, card.products[0]) : taken
}

/** A new customer: the archive's person is let go, the caller's number and what was typed about the fault stay. */
export function asNewCustomer(draft: Draft, number: string | null): Draft {
  return {
    ...withProduct(draft, null),
    customerId: null,
    personId: null,
    customerName: '',
    contactName: '',
    category: '',
    address: '',
    phone: number === null ? '' : groupPhone(number),
    phoneOnFile: '',
    sources: number ? { phone: 'caller' } : {},
  }
}

/** A window chosen for the visit; `within3h` follows from it where the trade promises a time and the window leaves no doubt (R044). */
export function withVisit(
  draft: Draft,
  visit: { fromAt: string; toAt: string | null; technicianId: string | null; name: string } | null,
  promiseMinutes: number | null,
): Draft {
  return {
    ...draft,
    handling: 'dispatch',
    visitFromAt: visit?.fromAt ?? null,
    visitToAt: visit?.toAt ?? null,
    technicianId: visit?.technicianId ?? null,
    technicianName: visit?.name ?? '',
    within3h: visit && promiseMinutes !== null ? promiseAnswer(visit, draft.receivedAt, promiseMinutes) : null,
  }
}

/** Fields the archive holds for the chosen customer although this seat cannot see them whole. */
export const knownFields = (draft: Draft): RegisterField[] => (draft.phoneOnFile && draft.customerId ? ['phone'] : [])

/** What `missingFields` looks at: the purchase day as a day, or nothing while it cannot be read. */
export const judged = (draft: Draft, today: string) => ({
  ...draft,
  ...daysOf(draft, today),
})

const daysOf = (draft: Draft, today: string) => ({
  purchasedOn: readPurchaseDay(draft.purchasedOn, today) ?? null,
  acceptedOn: readPurchaseDay(draft.acceptedOn, today) ?? null,
})

/** The entry as the station wants it. Only a dispatch names the technician and what was promised. */
export function inputOf(draft: Draft, today: string, isDispatch: boolean): RecordIntakeInput {
  const { sources: _sources, phoneOnFile: _phone, technicianName: _name, chasedTicketId: _chased, ...rest } = draft
  const input = { ...rest, ...daysOf(draft, today) }
  const isRepair = draft.outcome === 'repair'
  if (isRepair && draft.handling === 'dispatch') return isDispatch ? input : { ...input, technicianId: null }
  return { ...input, ...noVisit }
}

const noVisit = {
  visitFromAt: null,
  visitToAt: null,
  technicianId: null,
  within3h: null,
  rescheduleReason: '',
  consent: null,
}

/** The form again from an entry the station refused later, for correcting. Sending it keeps its ids. */
export function draftOf(input: RecordIntakeInput, makeId: () => string): Draft {
  const blank = emptyDraft({ callId: null, receivedAt: input.receivedAt, channel: input.channel }, makeId)
  const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value != null))
  return { ...blank, ...given } as Draft
}
