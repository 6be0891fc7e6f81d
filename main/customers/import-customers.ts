import { type ImportPlan, type PlannedRow, planImport } from '../../shared/customers/import-match.ts'
import { type CustomerDraft, plainlyRead } from '../../shared/customers/import-rows.ts'
import { pickFields } from '../../shared/kit/field-entry.ts'
import type { Language } from '../../shared/kit/words.ts'
import { firstOffered } from '../../shared/presets/offered.ts'
import { companyOf } from '../house/settings.ts'
import type { Services } from '../api/context.ts'
import { bringRecords } from '../database/bring-records.ts'
import type { Reader, Tx } from '../database/database.ts'
import type { RecordSchema } from '../database/record-schema.ts'
import { makeProduct, ProductEntity } from '../products/public.ts'
import { type CustomerOrigin, makeCustomer, makePerson, makePhone, namesOf } from './add-customer.ts'
import { type Customer, CustomerEntity, type Person, PersonEntity, type Phone, PhoneEntity } from './entities.ts'
import { type Block, takeBlock } from './import-block.ts'
import { breathe, type KnownCustomers, knownOf, slices } from './import-known.ts'
import { noteOf } from './import-source.ts'
import { completeCustomer, type Target, targetOf } from './import-update.ts'
import { putNewCustomerTexts } from './texts.ts'

/** Who brings the rows, and where the writer says how far it is. */
export interface ImportWriting {
  runId: string
  memberId: string | null
  /** Instant of the run: every new customer bears it. */
  startedAt: string
  signal?: AbortSignal
  onDone?: (rows: number) => void
}

/** How a writer gets its transaction: a turn of its own each time, or always the same open one. */
export type Turns = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>

/** What a file of customers will do, and the customers that rests on. */
export interface CustomersPlan {
  plan: ImportPlan
  known: KnownCustomers
}

/**
 * A turn takes about this long, so that no register waits longer for its own. Shorter ones cost more in all: each writes the pages of every
 * index it touches.
 */
const turnMs = 250
const [fewestATurn, mostATurn] = [250, 2000]
const rowsAStatement = 80

/** Decides what every row does. */
export async function planCustomers(
  services: Services,
  reader: Reader,
  drafts: readonly CustomerDraft[],
  rejected: number,
  signal?: AbortSignal,
): Promise<CustomersPlan> {
  const known = await knownOf(services, reader, drafts, signal)
  return { plan: planImport(drafts, known.lookup, rejected), known }
}

/** Decides and writes inside the caller's write: all of it, or with a throw nothing. */
export async function importCustomers(
  services: Services,
  tx: Tx,
  drafts: readonly CustomerDraft[],
  rejected: number,
  writing: ImportWriting,
): Promise<ImportPlan> {
  const planned = await planCustomers(services, tx, drafts, rejected, writing.signal)
  const block = await takeBlock(services, tx, planned.plan.summary.added)
  await addNew(services, (work) => work(tx), planned.plan, block, writing)
  await completeKnown(services, tx, planned, writing)
  return planned.plan
}

/** Adds the new customers with what later rows of the file bring them. */
export async function addNew(
  services: Services,
  turns: Turns,
  { rows, summary }: ImportPlan,
  block: Block,
  writing: ImportWriting,
): Promise<void> {
  if (summary.added === 0) return
  const { language, policies } = await services.database.read(companyOf)
  const category = firstOffered(policies.at(writing.startedAt).policy.categories)
  const merging = rows.filter((row) => row.kind === 'update' && row.existingId === null)
  const mergedOnto = new Set(merging.map((row) => row.mergesWithRow))
  const targets = new Map<number, Target>()
  const said = { language, source: `import:${writing.runId}` }
  const fresh = rows.filter((row) => row.kind === 'new')
  let nth = 0
  for (let size = fewestATurn; nth < fresh.length;) {
    const made = fresh.slice(nth, nth + size).map((row) => {
      const origin = { seq: block.seq + nth, number: block.numberOf(nth), category, memberId: writing.memberId }
      nth++
      return makeAll(services, row, { ...origin, now: writing.startedAt }, said)
    })
    let tookMs = 0
    await turns(async (tx) => {
      const from = performance.now()
      await insertAll(services, tx, made)
      tookMs = performance.now() - from
    })
    size = Math.round(Math.min(mostATurn, Math.max(fewestATurn, (size * turnMs) / Math.max(1, tookMs))))
    for (const one of made) if (mergedOnto.has(one.at)) targets.set(one.at, newTarget(one))
    writing.onDone?.(nth)
    await breathe(writing.signal)
  }
  for (const part of slices(merging, fewestATurn)) {
    await turns(async (tx) => {
      for (const row of part)
        await completeCustomer(services, tx, row, found(targets.get(row.mergesWithRow ?? -1)), writing)
    })
    writing.onDone?.((nth += part.length))
    await breathe(writing.signal)
  }
}

/** Completes the customers that stood before the import, inside the caller's write. */
export async function completeKnown(
  services: Services,
  tx: Tx,
  { plan, known }: CustomersPlan,
  writing: ImportWriting,
): Promise<void> {
  const targets = new Map<string, Target>()
  let nth = 0
  for (const row of plan.rows) {
    if (row.kind !== 'update' || row.existingId === null) continue
    const target = targets.get(row.existingId) ?? targetOf(found(known.byId.get(row.existingId)))
    targets.set(row.existingId, target)
    await completeCustomer(services, tx, row, target, writing)
    if (++nth % 50 === 0) await breathe(writing.signal)
  }
  writing.onDone?.(plan.rows.length)
}

function found<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('a row of an import belongs to no customer')
  return value
}

async function insertAll({ database }: Services, tx: Tx, made: readonly Made[]): Promise<void> {
  const bring = async <Row extends { id: string }>(entity: RecordSchema<Row>, rows: readonly Row[]) => {
    for (const part of slices(rows, rowsAStatement)) await bringRecords(database, tx, entity, part)
  }
  await bring(
    CustomerEntity,
    made.map(({ customer }) => customer),
  )
  await bring(
    PersonEntity,
    made.map(({ person }) => person),
  )
  await bring(
    PhoneEntity,
    made.flatMap(({ phones }) => phones),
  )
  await bring(
    ProductEntity,
    made.flatMap(({ product }) => product ?? []),
  )
  const texts = made.map(({ customer, person }) => ({
    ...{ seq: customer.seq, names: namesOf(customer, [person]), address: customer.address },
  }))
  for (const part of slices(texts, rowsAStatement)) await putNewCustomerTexts(database, tx, part)
}

interface Made {
  at: number
  customer: Customer
  person: Person
  phones: Phone[]
  product: ReturnType<typeof makeProduct> | null
}

function makeAll(
  services: Services,
  { at, draft }: PlannedRow,
  origin: CustomerOrigin,
  { language, source }: { language: Language; source: string },
): Made {
  const id = services.newId()
  const { name, address } = draft
  const note = noteOf(draft, language)
  const customer = makeCustomer(
    { ...pickFields(plainlyRead, draft), id, name, address, category: draft.category ?? undefined, note, source },
    origin,
  )
  const person = makePerson(services, { customerId: id, name, contactName: draft.contact })
  const seen = new Set<string>()
  const phones = draft.phones
    .filter(({ key }) => !seen.has(key) && seen.add(key))
    .map((phone, position) =>
      makePhone(services, { customerId: id, personId: person.id, phone, raw: phone.key, position }),
    )
  const product = draft.product && makeProduct({ ...draft.product, id: services.newId(), customerId: id }, origin.now)
  return { at, customer, person, phones, product }
}

function newTarget({ at, customer, person, phones, product }: Made): Target {
  return {
    customerId: customer.id,
    seq: customer.seq,
    name: customer.name,
    address: customer.address,
    note: customer.note,
    names: [person.name],
    personId: person.id,
    phoneCount: phones.length,
    isFresh: true,
    productOfRow: new Map(product ? [[at, product.id]] : []),
  }
}
