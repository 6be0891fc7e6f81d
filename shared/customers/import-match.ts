import { z } from 'zod'
import type { Phone } from '../kit/phone.ts'
import { textKey } from './import-cells.ts'
import { differingFields, findProduct, missingFields, type ProductField } from './import-products.ts'
import { pickFields } from '../kit/field-entry.ts'
import { plainlyRead, type PlainlyRead } from './import-rows.ts'
import type { CustomerDraft, ImportNote, ProductDraft } from './import-rows.ts'

/** A product the station already has. */
export interface ExistingProduct extends ProductDraft {
  id: string
}

/** A customer the station already has, found through one of the numbers of the file. */
export interface ExistingPerson extends PlainlyRead {
  id: string
  name: string
  /** Keys of shared/kit/phone.ts. */
  phoneKeys: readonly string[]
  address: string
  category: string | null
  contact: string
  note: string
  products: readonly ExistingProduct[]
}

/** Everybody the station knows under a number; the writer looks the numbers of the file up beforehand. */
export type PersonLookup = (phoneKey: string) => readonly ExistingPerson[]

/** What of a known customer a row may complete. */
export type PersonField = keyof (PlainlyRead & Record<'address' | 'category' | 'contact' | 'note', string>)

/**
 * One thing a row brings to its customer. A product is new, or completes one: of the station (`productId`) or of an earlier row of the file
 * (`ofRow`).
 */
export type ImportChange =
  | { what: 'phone'; phone: Phone }
  | { what: 'field'; field: PersonField; value: string }
  | { what: 'product'; product: ProductDraft }
  | { what: 'productField'; productId: string | null; ofRow: number | null; field: ProductField; value: string }

/** Both sides differ and both say something; what is there stays. */
export interface ImportConflict {
  field: PersonField | `product.${ProductField}`
  kept: string
  inFile: string
}

/**
 * What one row will do. `existingId` is the customer of the station, `mergesWithRow` the first row of the same customer in the file.
 * A `new` row becomes a customer with everything its draft holds, so it lists no changes.
 */
export interface PlannedRow {
  at: number
  kind: 'new' | 'update' | 'unchanged' | 'conflict'
  existingId: string | null
  mergesWithRow: number | null
  changes: readonly ImportChange[]
  conflicts: readonly ImportConflict[]
  notes: readonly ImportNote[]
  draft: CustomerDraft
}

/** Rows by kind (`withConflicts` also counts updates that hit one), and the different customers they speak of. */
export const importSummarySchema = z.object({
  read: z.number(),
  added: z.number(),
  updated: z.number(),
  unchanged: z.number(),
  conflicts: z.number(),
  withConflicts: z.number(),
  rejected: z.number(),
  /** Different customers among the usable rows; `known` of them the station already had. */
  people: z.number(),
  known: z.number(),
})
export type ImportSummary = z.output<typeof importSummarySchema>

/** What an import will do, row by row, before anything is written. */
export interface ImportPlan {
  rows: PlannedRow[]
  summary: ImportSummary
}

interface Person {
  existingId: string | null
  firstRow: number
  phones: Set<string>
  fields: Record<PersonField, string>
  products: (ProductDraft & { id: string | null; row: number | null })[]
}

const personFields: readonly PersonField[] = [
  ...(['address', 'category', 'contact', 'note'] as const),
  ...plainlyRead.map(({ key }) => key),
]

/**
 * Decides row by row what an import will do, without doing it. The same name (spaces aside) and a shared number is one customer, also over
 * several rows (A shares a number with B, B another with C); another name on the same number is another person. Rows complete and add,
 * never overwrite, so a second import of the same file changes nothing.
 */
export function planImport(drafts: readonly CustomerDraft[], lookup: PersonLookup, rejected = 0): ImportPlan {
  const groups = groupRows(drafts, lookup)
  // Most customers have one row: their draft stands for them until a second row needs more.
  const people = new Map<number, Person | CustomerDraft>()
  const summary: ImportSummary = {
    read: drafts.length + rejected,
    added: 0,
    updated: 0,
    unchanged: 0,
    conflicts: 0,
    withConflicts: 0,
    rejected,
    people: 0,
    known: 0,
  }
  const rows = drafts.map((draft, i): PlannedRow => {
    const group = groups.of(i)
    const known = people.get(group) ?? groups.existing(group)
    if (!known) people.set(group, draft)
    const row = known ? planOnto(remember(people, group, known, draft.at), draft) : planNew(draft)
    summary[counter[row.kind]]++
    if (row.conflicts.length > 0) summary.withConflicts++
    return row
  })
  summary.people = people.size
  for (const person of people.values()) if ('existingId' in person && person.existingId !== null) summary.known++
  return { rows, summary }
}

const counter = { new: 'added', update: 'updated', unchanged: 'unchanged', conflict: 'conflicts' } as const
const nothing: readonly never[] = []

function planNew(draft: CustomerDraft): PlannedRow {
  const { at, notes } = draft
  return { at, kind: 'new', existingId: null, mergesWithRow: null, changes: nothing, conflicts: nothing, notes, draft }
}

function remember(
  people: Map<number, Person | CustomerDraft>,
  group: number,
  known: Person | CustomerDraft | ExistingPerson,
  at: number,
): Person {
  if ('existingId' in known) return known
  const isDraft = 'nameKey' in known
  const products = isDraft ? (known.product ? [{ ...known.product, id: null }] : []) : known.products
  const person: Person = {
    existingId: isDraft ? null : known.id,
    firstRow: isDraft ? known.at : at,
    phones: new Set(isDraft ? known.phones.map((phone) => phone.key) : known.phoneKeys),
    fields: {
      ...{ address: known.address, category: known.category ?? '', contact: known.contact, note: known.note },
      ...pickFields(plainlyRead, known),
    },
    products: products.map((product) => ({ ...product, row: isDraft ? known.at : null })),
  }
  people.set(group, person)
  return person
}

function planOnto(person: Person, draft: CustomerDraft): PlannedRow {
  const changes: ImportChange[] = []
  const conflicts: ImportConflict[] = []
  for (const phone of draft.phones) {
    if (person.phones.has(phone.key)) continue
    person.phones.add(phone.key)
    changes.push({ what: 'phone', phone })
  }
  for (const field of personFields) {
    const value = draft[field] ?? ''
    const kept = person.fields[field]
    if (value === '') continue
    if (kept === '') {
      person.fields[field] = value
      changes.push({ what: 'field', field, value })
    } else if (!saysAlready(field, kept, value)) conflicts.push({ field, kept, inFile: value })
  }
  if (draft.product) planProduct(person, draft.at, draft.product, changes, conflicts)
  const kind = changes.length > 0 ? 'update' : conflicts.length > 0 ? 'conflict' : 'unchanged'
  const mergesWithRow = person.firstRow === draft.at ? null : person.firstRow
  return {
    at: draft.at,
    kind,
    existingId: person.existingId,
    mergesWithRow,
    changes,
    conflicts,
    notes: draft.notes,
    draft,
  }
}

/** A note that contains the other says it already; everything else is compared whole. */
function saysAlready(field: PersonField, kept: string, value: string): boolean {
  const [known, said] = [textKey(kept), textKey(value)]
  return field === 'note' ? known.includes(said) : known === said
}

function planProduct(
  person: Person,
  at: number,
  draft: ProductDraft,
  changes: ImportChange[],
  conflicts: ImportConflict[],
): void {
  const known = findProduct(person.products, draft)
  if (!known) {
    person.products.push({ ...draft, id: null, row: at })
    changes.push({ what: 'product', product: draft })
    return
  }
  for (const field of differingFields(known, draft)) {
    conflicts.push({ field: `product.${field}`, kept: known[field] ?? '', inFile: draft[field] ?? '' })
  }
  for (const field of missingFields(known, draft)) {
    const value = draft[field] ?? ''
    known[field] = value
    changes.push({ what: 'productField', productId: known.id, ofRow: known.row, field, value })
  }
}

interface Groups {
  of: (index: number) => number
  existing: (group: number) => ExistingPerson | null
}

/** Rows of one customer, found by joining everybody of one name who shares a number, directly or through others. */
function groupRows(drafts: readonly CustomerDraft[], lookup: PersonLookup): Groups {
  const parent = drafts.map((_, i) => i)
  const root = (i: number): number => {
    while (parent[i] !== i) i = parent[i] = parent[parent[i]!]!
    return i
  }
  const join = (a: number, b: number): void => {
    const [low, high] = [root(a), root(b)].toSorted((x, y) => x - y) as [number, number]
    parent[high] = low
  }
  const rowOf = new Map<string, number>()
  const candidates = new Map<number, ExistingPerson[]>()
  for (const [i, draft] of drafts.entries()) {
    for (const { key } of draft.phones) {
      const id = `${key} ${draft.nameKey}`
      const before = rowOf.get(id)
      if (before !== undefined) {
        join(before, i)
        continue
      }
      rowOf.set(id, i)
      for (const person of lookup(key)) {
        if (textKey(person.name) !== draft.nameKey) continue
        const same = rowOf.get(person.id)
        if (same === undefined) rowOf.set(person.id, i)
        else join(same, i)
        candidates.set(i, [...(candidates.get(i) ?? []), person])
      }
    }
  }
  const existing = bestExisting(drafts, candidates, root)
  return { of: root, existing: (group) => existing.get(group) ?? null }
}

/** Where a group touches several customers of the station, the one with most of its numbers; then the smaller id. */
function bestExisting(
  drafts: readonly CustomerDraft[],
  candidates: ReadonlyMap<number, readonly ExistingPerson[]>,
  root: (i: number) => number,
): Map<number, ExistingPerson> {
  const byGroup = new Map<number, Map<string, ExistingPerson>>()
  for (const [i, people] of candidates) {
    const group = root(i)
    const found = byGroup.get(group) ?? new Map<string, ExistingPerson>()
    for (const person of people) found.set(person.id, person)
    byGroup.set(group, found)
  }
  const contested = new Set([...byGroup].filter(([, people]) => people.size > 1).map(([group]) => group))
  const numbers = new Map<number, Set<string>>()
  for (const [i, draft] of contested.size > 0 ? drafts.entries() : []) {
    const group = root(i)
    if (!contested.has(group)) continue
    const keys = numbers.get(group) ?? new Set()
    for (const { key } of draft.phones) keys.add(key)
    numbers.set(group, keys)
  }
  const shared = (group: number, person: ExistingPerson): number =>
    person.phoneKeys.filter((key) => numbers.get(group)?.has(key)).length
  return new Map(
    [...byGroup].map(([group, people]) => {
      const ranked = [...people.values()].toSorted(
        (a, b) => shared(group, b) - shared(group, a) || (a.id < b.id ? -1 : 1),
      )
      return [group, ranked[0]!]
    }),
  )
}
