import { counterOf, formatNumber } from '../../shared/admin/rules.ts'
import { type ImportPlan, type PlannedRow, planImport } from '../../shared/customers/import-match.ts'
import { dayOf } from '../../shared/kit/calendar.ts'
import { companyOf, nextBlock } from '../admin/public.ts'
import type { Services } from '../api/context.ts'
import type { Tx } from '../database/database.ts'
import { putNewTexts } from '../database/search/text-index.ts'
import { insertRows } from '../database/write-rows.ts'
import { makeProduct } from '../products/public.ts'
import { type CustomerOrigin, makeCustomer, makePerson, makePhone, namesOf } from './add-customer.ts'
import type { Customer, Person, Phone } from './entities.ts'
import { breathe, knownOf, slices } from './import-known.ts'
import { type ImportSource, noteOf } from './import-source.ts'
import { completeCustomer, type Target, targetOf } from './import-update.ts'

/** Who brings the rows, and where the writer says how far it is. */
export interface ImportWriting {
  runId: string
  memberId: string | null
  signal?: AbortSignal
  onDone?: (rows: number) => void
}

/** Few enough that a request never waits long for its turn. */
const rowsAStatement = 80

/** Decides and writes a customer archive inside the caller's write: all of it, or with a throw nothing. */
export async function importCustomers(
  services: Services,
  tx: Tx,
  source: ImportSource & { kind: 'customers' },
  writing: ImportWriting,
): Promise<ImportPlan['summary']> {
  const known = await knownOf(services, tx, source.drafts, writing.signal)
  const plan = planImport(source.drafts, known.lookup, source.rejected.length)
  const targets = await addNew(services, tx, plan.rows, writing)
  let nth = plan.summary.added
  for (const row of plan.rows) {
    if (row.kind !== 'update') continue
    const standing = row.existingId === null ? undefined : known.byId.get(row.existingId)
    const key = row.existingId ?? String(row.mergesWithRow)
    const target = targets.get(key) ?? (standing && targetOf(standing))
    if (!target) throw new Error('a row of an import belongs to no customer')
    targets.set(key, target)
    await completeCustomer(services, tx, row, target)
    if (++nth % 50 === 0) await breathe(writing.signal)
    writing.onDone?.(nth)
  }
  writing.onDone?.(plan.rows.length)
  return plan.summary
}

/** Adds the new customers; answers those that later rows of the file will complete, by the row they came from. */
async function addNew(
  services: Services,
  tx: Tx,
  rows: readonly PlannedRow[],
  writing: ImportWriting,
): Promise<Map<string, Target>> {
  const fresh = rows.filter((row) => row.kind === 'new')
  const targets = new Map<string, Target>()
  if (fresh.length === 0) return targets
  const company = await companyOf(tx)
  const now = services.now()
  const today = dayOf(now, company.timeZone)
  const scheme = company.numbers.customer
  let seq = await nextBlock(services, tx, 'customers.seq', fresh.length)
  let figure = await nextBlock(services, tx, `customers:${counterOf(scheme, today)}`, fresh.length)
  const mergedOnto = new Set(
    rows.flatMap((row) => (row.kind === 'update' && row.mergesWithRow !== null ? [row.mergesWithRow] : [])),
  )
  let done = 0
  for (const part of slices(fresh, rowsAStatement)) {
    const made = part.map((row) => {
      const origin = { seq: seq++, number: formatNumber(scheme, today, figure++), now, memberId: writing.memberId }
      return makeAll(services, row, origin, { language: company.language, source: `import:${writing.runId}` })
    })
    await insertRows(
      services.database,
      tx,
      'customers_customer',
      made.map(({ customer }) => customer),
    )
    await insertRows(
      services.database,
      tx,
      'customers_person',
      made.map(({ person }) => person),
    )
    for (const phones of slices(
      made.flatMap((one) => one.phones),
      rowsAStatement,
    )) {
      await insertRows(services.database, tx, 'customers_phone', phones)
    }
    await insertRows(
      services.database,
      tx,
      'products_product',
      made.flatMap(({ product }) => product ?? []),
    )
    await putNewTexts(
      tx,
      services.database.engine,
      made.map(({ customer, person }) => ({
        seq: customer.seq,
        names: namesOf(customer, [person]),
        address: customer.address,
      })),
    )
    for (const one of made) if (mergedOnto.has(one.at)) targets.set(String(one.at), newTarget(one))
    writing.onDone?.((done += part.length))
    await breathe(writing.signal)
  }
  return targets
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
  { language, source }: { language: Parameters<typeof noteOf>[1]; source: string },
): Made {
  const id = services.newId()
  const { name, address } = draft
  const note = noteOf(draft, language)
  const customer = makeCustomer({ id, name, address, category: draft.category ?? undefined, note, source }, origin)
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
    productOfRow: new Map(product ? [[at, product.id]] : []),
  }
}
