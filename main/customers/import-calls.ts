import { createHash } from 'node:crypto'
import { textKey } from '../../shared/customers/import-cells.ts'
import { type ImportSummary, planImport } from '../../shared/customers/import-match.ts'
import { type CallDraft, type CustomerDraft, plainlyRead } from '../../shared/customers/import-rows.ts'
import { blankOf } from '../../shared/kit/field-entry.ts'
import { grouped } from '../../shared/kit/grouped.ts'
import { firstOffered } from '../../shared/presets/offered.ts'
import { companyOf } from '../house/settings.ts'
import type { Services } from '../api/context.ts'
import type { Reader, Tx } from '../database/database.ts'
import { addPastCalls, type PastCall, storedCalls } from '../intake/public.ts'
import { addPastTickets } from '../tickets/public.ts'
import { importCustomers, type ImportWriting } from './import-customers.ts'
import { breathe, knownOf, ownersOf, slices } from './import-known.ts'
import type { ImportSource } from './import-source.ts'
import { noteContact } from './note-contact.ts'
import { regionOf } from './region/region-of.ts'
import { regionText } from './region/region-text.ts'

type CallSource = ImportSource & { kind: 'calls' }

/** What a dry run says of a call archive: the calls that are not stored yet, and the counts. */
export interface CallPlan {
  fresh: CallDraft[]
  stored: CallDraft[]
  summary: ImportSummary
}

/** Decides which calls are new. The same call of the same file is one call, however often it is brought. */
export async function planCalls(
  services: Services,
  reader: Reader,
  source: CallSource,
  signal?: AbortSignal,
): Promise<CallPlan> {
  const { drafts, rejected } = source
  const fresh: CallDraft[] = []
  const stored: CallDraft[] = []
  const seen = new Set<string>()
  for (const part of slices(drafts)) {
    const there = await storedCalls(
      services,
      reader,
      part.map((draft) => idOf('call', draft)),
    )
    for (const draft of part) {
      const id = idOf('call', draft)
      if (there.has(id) || seen.has(id)) stored.push(draft)
      else fresh.push(draft)
      seen.add(id)
    }
    await breathe(signal)
  }
  const callers = callersOf(drafts)
  const known = await knownOf(services, reader, callers, signal)
  const { people, known: knownPeople } = planImport(callers, known.lookup).summary
  const summary: ImportSummary = {
    read: drafts.length + rejected.length,
    added: fresh.length,
    updated: 0,
    unchanged: stored.length,
    conflicts: 0,
    withConflicts: 0,
    rejected: rejected.length,
    people,
    known: knownPeople,
  }
  return { fresh, stored, summary }
}

/**
 * Writes a call archive inside the caller's write: each call with its line in the register; a caller with a name and a number is found
 * or added as a customer, and what was said becomes a closed ticket. Withheld callers keep call and line alone.
 */
export async function importCalls(
  services: Services,
  tx: Tx,
  source: CallSource,
  writing: ImportWriting,
): Promise<ImportSummary> {
  const { fresh, summary } = await planCalls(services, tx, source, writing.signal)
  const callers = callersOf(fresh)
  await importCustomers(services, tx, callers, 0, { ...writing, onDone: undefined })
  const known = await knownOf(services, tx, callers, writing.signal)
  const { language, policies } = await companyOf(tx)
  const category = firstOffered(policies.at(writing.startedAt).policy.categories)
  const lastContact = new Map<string, string>()
  let done = 0
  for (const part of slices(
    fresh.toSorted((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1)),
    200,
  )) {
    const nameless = await ownersByNumber(services, tx, part)
    const calls: PastCall[] = []
    for (const draft of part) {
      const key = draft.caller?.key ?? ''
      const named =
        draft.name === '' ? undefined : known.lookup(key).find((person) => textKey(person.name) === textKey(draft.name))
      const person = named ? known.byId.get(named.id) : undefined
      const only = draft.name === '' ? nameless.get(key) : undefined
      const customer = person ? { ...person, personId: person.firstPersonId } : only
      const hasCase = customer !== undefined && draft.complaint !== ''
      calls.push({
        callId: idOf('call', draft),
        registerId: idOf('register', draft),
        receivedAt: draft.receivedAt,
        number: key,
        raw: draft.callerText,
        region: regionFor(key, language),
        name: draft.name || (customer?.name ?? ''),
        product: draft.product,
        symptom: draft.complaint,
        customerId: customer?.id ?? null,
        personId: customer?.personId ?? null,
        address: customer?.address ?? '',
        ticketId: hasCase ? idOf('ticket', draft) : null,
      })
      if (customer) lastContact.set(customer.id, draft.receivedAt)
    }
    await addPastCalls(services, tx, calls)
    await addPastTickets(
      services,
      tx,
      calls.flatMap((call) => ticketOf(call, category) ?? []),
    )
    writing.onDone?.((done += part.length))
    await breathe(writing.signal)
  }
  for (const [customerId, at] of lastContact) await noteContact(services, tx, { customerId, number: null, at })
  writing.onDone?.(source.drafts.length)
  return summary
}

function ticketOf(call: PastCall, category: string): Parameters<typeof addPastTickets>[2][number] | null {
  const { ticketId, customerId, registerId, receivedAt, personId, name, number, address, product, symptom } = call
  if (ticketId === null || customerId === null) return null
  return {
    ...{
      id: ticketId,
      intakeId: registerId,
      receivedAt,
      customerId,
      personId,
      customerName: name,
      phone: number,
      address,
    },
    ...{ category, productName: product, symptom },
  }
}

function regionFor(number: string, language: Parameters<typeof regionText>[1]): string {
  const region = number === '' ? null : regionOf(number)
  return region === null ? '' : regionText(region, language)
}

/** Callers that can be a customer: a name and a number. */
function callersOf(drafts: readonly CallDraft[]): CustomerDraft[] {
  return drafts.flatMap(({ at, name, caller }) => {
    if (name === '' || caller === null) return []
    const said = {
      ...blankOf(plainlyRead),
      address: '',
      category: null,
      contact: '',
      oldNumber: '',
      note: '',
      product: null,
      notes: [],
    }
    return [{ at, name, nameKey: textKey(name), phones: [caller], ...said }]
  })
}

/** Numbers that belong to exactly one customer: a call without a name is theirs. */
async function ownersByNumber(services: Services, tx: Tx, drafts: readonly CallDraft[]) {
  const numbers = new Set(drafts.flatMap(({ name, caller }) => (name === '' && caller ? [caller.key] : [])))
  const owners = grouped(await ownersOf(services, tx, [...numbers]), (owner) => owner.number)
  return new Map(
    [...owners].flatMap(([number, found]) =>
      new Set(found.map((one) => one.id)).size === 1 ? [[number, found[0]!] as const] : [],
    ),
  )
}

/** An id made of what the row says, so that bringing it again finds it. */
function idOf(
  what: 'call' | 'register' | 'ticket',
  { receivedAt, callerText, name, product, complaint }: CallDraft,
): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([what, receivedAt, callerText, name, product, complaint]))
    .digest('hex')
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}
