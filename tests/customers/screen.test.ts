import { describe, expect, it } from 'vitest'
import {
  besideStored,
  draftGaps,
  draftOf,
  inputOf,
  isDirty,
  keepMine,
  newDraft,
  takeTheirs,
} from '../../renderer/customers/customer-draft.ts'
import { byYear, cameBack, entryVerdict, oftenestFault } from '../../renderer/customers/timeline-entries.ts'
import { keepMine as keepTyped } from '../../renderer/kit/beside-stored.ts'
import { productBeside, productDraftOf, productInputOf } from '../../renderer/products/product-draft.ts'
import { termShare } from '../../renderer/products/warranty-text.ts'
import { customerFields } from '../../shared/customers/fields.ts'
import { blankOf } from '../../shared/kit/field-entry.ts'
import type { CustomerRow, TimelineEntry } from '../../shared/customers/schema.ts'
import type { ProductRow } from '../../shared/products/schema.ts'
import type { TicketRow } from '../../shared/tickets/schema.ts'

const customer: CustomerRow = {
  erasedAt: null,
  ...blankOf(customerFields),
  id: 'c',
  number: 'KH-000001',
  name: '青禾路小学食堂',
  category: 'group',
  address: '槐荫区青禾路 88 号',
  addressMasked: false,
  bestTime: '14:00–16:30',
  note: '',
  version: 3,
  createdAt: '2024-08-30T02:00:00.000Z',
  updatedAt: '2026-10-21T02:00:00.000Z',
  people: [{ id: 'p1', customerId: 'c', name: '赵桂兰', title: '食堂管理员', note: '', leftOn: null }],
  phones: [
    {
      id: 'n1',
      customerId: 'c',
      personId: 'p1',
      shown: '138 **** 5678',
      masked: true,
      kind: 'mobile',
      isPrimary: true,
      note: '',
    },
  ],
}

describe('the customer form', () => {
  const draft = draftOf(customer)
  const stored = (part: Partial<CustomerRow>): CustomerRow => ({ ...customer, version: 4, ...part })

  it('sends a masked number back as it stands, by its id', () =>
    expect(inputOf(draft, 3).phones).toEqual([{ id: 'n1', raw: '138 **** 5678', note: '', personId: 'p1' }]))

  it('sends no row that was left empty, and nobody as owner of one that is gone', () => {
    const typed = { ...draft, people: [{ id: 'p2', name: ' ', title: '厨师长', note: '', leftOn: null }] }
    expect(inputOf(typed, 3)).toMatchObject({ people: [], phones: [{ personId: null }] })
  })

  it.each([
    ['13812345678', []],
    ['0531-8295 2210 转 8', []],
    ['', []],
    ['无', ['phone/n2']],
    ['138 **** 5678', ['phone/n2']],
  ])('a number typed as %s leaves the gaps %j', (raw, gaps) => {
    const phones = [{ id: 'n2', raw, personId: null, note: '', isKept: false }]
    expect(Object.keys(draftGaps({ ...draft, phones }, {}))).toEqual(gaps)
  })

  it('asks for the name', () =>
    expect(draftGaps({ ...draft, name: ' ' }, {})).toEqual({ name: 'customers.form.needName' }))

  it('takes over what only the other side changed', () => {
    const beside = besideStored({ ...draft, bestTime: '上午' }, stored({ note: '银卡' }))
    expect(beside.conflicts).toEqual([])
    expect(beside.draft).toMatchObject({ bestTime: '上午', note: '银卡' })
  })

  it('keeps what was typed where both changed, and shows both', () => {
    const beside = besideStored({ ...draft, bestTime: '上午' }, stored({ bestTime: '下午' }))
    expect(beside.draft.bestTime).toBe('上午')
    expect(beside.conflicts).toEqual([{ field: 'bestTime', mine: '上午', theirs: '下午' }])
  })

  it('sees a removed person against a changed one', () => {
    const theirs = stored({ people: [{ ...customer.people[0]!, title: '主任' }] })
    expect(besideStored({ ...draft, people: [] }, theirs).conflicts).toEqual([
      { field: 'people', mine: '', theirs: '赵桂兰 主任' },
    ])
  })

  it('has nothing to decide once theirs was taken', () => {
    const theirs = stored({ bestTime: '下午' })
    const taken = takeTheirs({ ...draft, bestTime: '上午' }, 'bestTime', theirs)
    expect(besideStored(taken, theirs).conflicts).toEqual([])
    const mine = besideStored(keepMine({ ...draft, bestTime: '上午' }, 'bestTime', theirs), theirs)
    expect(mine).toMatchObject({ draft: { bestTime: '上午' }, conflicts: [] })
  })

  it.each([
    [draft, false],
    [{ ...draft, note: '银卡' }, true],
    [newDraft('c2', 'p', 'n'), false],
    [{ ...newDraft('c2', 'p', 'n'), name: '王敏' }, true],
  ])('%# knows whether something was typed', (typed, expected) => expect(isDirty(typed)).toBe(expected))
})

describe('the timeline', () => {
  const entry = (id: string, at: string, part: Partial<TimelineEntry> = {}): TimelineEntry => ({
    ...{ id, at, kind: 'intake.register', title: '', detail: '', productId: null, ticketId: null, seconds: null },
    ...{ verdict: null, outcome: null, reason: '', by: '' },
    ...part,
  })
  const a = entry('a', '2026-11-20T02:36:00.000Z')
  const b = entry('b', '2026-03-20T02:36:00.000Z')
  const c = entry('c', '2025-06-20T02:36:00.000Z')

  it('folds by year', () =>
    expect(byYear([a, b, c]).map(({ year, entries }) => [year, entries.length])).toEqual([
      [2026, 2],
      [2025, 1],
    ]))

  const ticket = (id: string, receivedAt: string, part: Partial<TicketRow> = {}) =>
    ({
      id,
      receivedAt,
      state: 'resulted',
      productId: 'x',
      productName: '大锅灶',
      fault: 'noIgnition',
      ...part,
    }) as TicketRow
  const first = ticket('t1', '2026-10-21T00:00:00.000Z')
  const again = ticket('t2', '2026-11-14T00:00:00.000Z')

  it('sees a fault that came back on the same product', () => expect([...cameBack([first, again])]).toEqual(['t1']))

  it.each([
    ['another fault', { fault: 'weakFlame' }],
    ['another product', { productId: 'y' }],
    ['no known fault', { fault: '' }],
    ['a cancelled ticket', { state: 'cancelled' as const }],
  ])('sees none with %s', (_, part) =>
    expect([...cameBack([first, ticket('t2', '2026-11-14T00:00:00.000Z', part)])]).toEqual([]),
  )

  it('names the fault that came most often, from twice on', () => {
    expect(oftenestFault([first])).toBeNull()
    expect(oftenestFault([first, again])).toMatchObject({ productName: '大锅灶', count: 2 })
  })

  it.each([
    [{ verdict: 'solved', ticketId: 't9' }, 'ok', 'customers.verdict.solved'],
    [{ verdict: 'solved', ticketId: 't1' }, 'warn', 'customers.verdict.again'],
    [{ verdict: 'open', ticketId: 't9' }, 'warn', 'customers.verdict.open'],
    [{ verdict: 'lost', ticketId: null }, 'warn', 'customers.verdict.lost'],
  ] as const)('%j ends with %s', (of, kind, text) => expect(entryVerdict(of, new Set(['t1']))).toEqual({ kind, text }))

  it('has no verdict for a plain entry of a fault that came back', () =>
    expect(entryVerdict({ verdict: null, ticketId: 't1' }, new Set(['t1']))).toBeNull())
})

describe('a product', () => {
  it.each([
    ['2025-03-18', '2027-03-17', 730, 0],
    ['2025-03-18', '2027-03-17', 729, 0],
    ['2025-03-18', '2027-03-17', 0, 1],
    ['2025-03-18', '2027-03-17', -300, 1],
  ])('of a term from %s to %s with %i days left has run %d of it', (startOn, freeUntilOn, daysLeft, share) =>
    expect(termShare({ startOn, freeUntilOn, daysLeft })).toBeCloseTo(share, 2),
  )

  it('without a term has no bar', () =>
    expect(termShare({ startOn: null, freeUntilOn: null, daysLeft: null })).toBeNull())

  const product = {
    id: 'x',
    customerId: 'c',
    name: '大锅灶',
    model: '',
    serialNo: 'A1',
    purchasedOn: null,
    acceptedOn: null,
    dealer: '',
    invoiceNo: '',
    proof: 'none',
    note: '',
    version: 2,
  } as unknown as ProductRow

  it('shows both values once somebody else has saved', () => {
    const typed = { ...productDraftOf(product), serialNo: 'A2' }
    expect(productBeside(typed, product).conflicts).toEqual([])
    const stored = { ...product, serialNo: 'A3', dealer: '泉城店', version: 3 }
    const { draft, conflicts } = productBeside(typed, stored)
    expect(conflicts).toEqual([{ field: 'serialNo', mine: 'A2', theirs: 'A3' }])
    expect(draft).toMatchObject({ serialNo: 'A2', dealer: '泉城店' })
    const decided = productBeside(keepTyped(draft, 'serialNo', stored), stored)
    expect(decided).toMatchObject({ conflicts: [], draft: { serialNo: 'A2', dealer: '泉城店' } })
  })

  it('is sent with the version the editor has seen', () => {
    expect(productInputOf(productDraftOf(product), 3)).toMatchObject({ serialNo: 'A1', version: 3 })
    expect(productInputOf(productDraftOf(product), undefined)).not.toHaveProperty('version')
  })
})
