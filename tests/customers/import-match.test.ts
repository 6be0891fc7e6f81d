import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ExistingPerson, type ImportPlan, planImport } from '../../shared/customers/import-match.ts'
import { isSameProduct } from '../../shared/customers/import-products.ts'
import { type CustomerDraft, plainlyRead, type ProductDraft } from '../../shared/customers/import-rows.ts'
import { blankOf, pickFields } from '../../shared/kit/field-entry.ts'

const product = (given: Partial<ProductDraft> = {}): ProductDraft => ({
  name: '空调',
  model: 'KFR-1',
  serialNo: '',
  purchasedOn: null,
  dealer: '',
  ...given,
})

function draft(at: number, name: string, keys: string[], given: Partial<CustomerDraft> = {}): CustomerDraft {
  const phones = keys.map((key) => ({ key, kind: 'mobile' as const, extension: null }))
  const empty = {
    ...blankOf(plainlyRead),
    address: '',
    category: null,
    contact: '',
    oldNumber: '',
    note: '',
    product: null,
    notes: [],
  }
  return { at, name, nameKey: name.replaceAll(' ', ''), phones, ...empty, ...given }
}

/** Does what a plan says, on plain objects. */
class Station {
  people: (Omit<ExistingPerson, 'products' | 'phoneKeys'> & {
    phoneKeys: string[]
    products: (ProductDraft & { id: string; row: number | null })[]
  })[] = []

  lookup = (key: string): ExistingPerson[] => this.people.filter((person) => person.phoneKeys.includes(key))

  carryOut(plan: ImportPlan): void {
    const ofRow = new Map<number, Station['people'][number]>()
    for (const row of plan.rows) {
      const { address, category, contact, note, name, phones, product: first } = row.draft
      if (row.kind === 'new') {
        const id = `c${this.people.length}`
        const products = first ? [{ ...first, id: `${id}p0`, row: row.at }] : []
        const person = {
          id,
          name,
          ...pickFields(plainlyRead, row.draft),
          phoneKeys: phones.map((phone) => phone.key),
          address,
          category,
          contact,
          note,
          products,
        }
        this.people.push(person)
        ofRow.set(row.at, person)
        continue
      }
      const person = row.existingId
        ? this.people.find((one) => one.id === row.existingId)
        : ofRow.get(row.mergesWithRow!)
      if (!person) throw new Error('a row without a customer')
      for (const change of row.changes) {
        if (change.what === 'phone') person.phoneKeys.push(change.phone.key)
        else if (change.what === 'field') Object.assign(person, { [change.field]: change.value })
        else if (change.what === 'product')
          person.products.push({ ...change.product, id: `${person.id}p${person.products.length}`, row: row.at })
        else {
          const known = person.products.find((one) =>
            change.productId ? one.id === change.productId : one.row === change.ofRow,
          )
          Object.assign(known!, { [change.field]: change.value })
        }
      }
    }
    for (const person of this.people) for (const one of person.products) one.row = null
  }
}

const kinds = (plan: ImportPlan): string[] => plan.rows.map((row) => row.kind)

describe('planning an import', () => {
  it('takes the same name and a shared number for one customer, spaces aside', () => {
    const plan = planImport([draft(2, '张爱英', ['1']), draft(3, '张 爱 英', ['1'])], () => [])
    expect(kinds(plan)).toEqual(['new', 'unchanged'])
    expect(plan.rows[1]).toMatchObject({ mergesWithRow: 2, existingId: null })
    expect(plan.summary).toMatchObject({ read: 2, added: 1, unchanged: 1, people: 1, known: 0 })
  })

  it('takes another name on the same number for another person of the household', () => {
    const plan = planImport([draft(2, '周丽丽', ['1']), draft(3, '陈志刚', ['1'])], () => [])
    expect(kinds(plan)).toEqual(['new', 'new'])
    expect(plan.summary.people).toBe(2)
  })

  it('takes the same name on another number for somebody else', () =>
    expect(kinds(planImport([draft(2, '王伟', ['1']), draft(3, '王伟', ['2'])], () => []))).toEqual(['new', 'new']))

  it('joins over several rows: A shares a number with B, B another with C', () => {
    const rows = [draft(2, '王伟', ['1']), draft(3, '王伟', ['2']), draft(4, '王伟', ['1', '2', '3'])]
    const plan = planImport(rows, () => [])
    expect(kinds(plan)).toEqual(['new', 'update', 'update'])
    expect(plan.rows.map((row) => row.mergesWithRow)).toEqual([null, 2, 2])
    expect(plan.rows[2]?.changes).toMatchObject([{ what: 'phone', phone: { key: '3' } }])
    expect(plan.summary.people).toBe(1)
  })

  it('fills what is empty, adds numbers and products, and keeps what is there', () => {
    const station = new Station()
    station.carryOut(
      planImport([draft(2, '王伟', ['1'], { address: '旧址', product: product({ serialNo: 'A' }) })], () => []),
    )
    const next = draft(2, '王伟', ['1', '2'], { address: '新址', note: '有狗', product: product({ serialNo: 'B' }) })
    const plan = planImport([next], station.lookup, 3)
    expect(plan.rows[0]).toMatchObject({
      kind: 'update',
      existingId: 'c0',
      mergesWithRow: null,
      changes: [{ what: 'phone' }, { what: 'field', field: 'note', value: '有狗' }, { what: 'product' }],
      conflicts: [{ field: 'address', kept: '旧址', inFile: '新址' }],
    })
    expect(plan.summary).toMatchObject({
      read: 4,
      updated: 1,
      conflicts: 0,
      withConflicts: 1,
      rejected: 3,
      people: 1,
      known: 1,
    })
  })

  it('calls a row that only differs a conflict, and one that says less unchanged', () => {
    const known: ExistingPerson = {
      ...blankOf(plainlyRead),
      id: 'a',
      name: '王 伟',
      phoneKeys: ['1'],
      address: '北京市 1 号',
      category: 'general',
      contact: '',
      note: '老客户；有狗',
      products: [],
    }
    const rows = [
      draft(2, '王伟', ['1'], { category: 'special' }),
      draft(3, '王伟', ['1'], { address: '北京市１号', note: '有狗' }),
    ]
    const plan = planImport(rows, () => [known])
    expect(kinds(plan)).toEqual(['conflict', 'unchanged'])
    expect(plan.rows[0]?.conflicts).toEqual([{ field: 'category', kept: 'general', inFile: 'special' }])
  })

  it('completes a product that an earlier row of the file brought', () => {
    const rows = [
      draft(2, '王伟', ['1'], { product: product() }),
      draft(3, '王伟', ['1'], { product: product({ serialNo: 'A' }) }),
    ]
    expect(planImport(rows, () => []).rows[1]?.changes).toEqual([
      { what: 'productField', productId: null, ofRow: 2, field: 'serialNo', value: 'A' },
    ])
  })

  it('where several customers of the station fit, takes the one with most of the numbers', () => {
    const person = (id: string, phoneKeys: string[]): ExistingPerson => ({
      ...blankOf(plainlyRead),
      ...{ id, name: '王伟', phoneKeys, address: '', category: null, contact: '', note: '', products: [] },
    })
    const all = [person('a', ['1']), person('b', ['2', '3'])]
    const lookup = (key: string): ExistingPerson[] => all.filter((one) => one.phoneKeys.includes(key))
    const plan = planImport([draft(2, '王伟', ['1', '2', '3'])], lookup)
    expect(plan.rows[0]).toMatchObject({ existingId: 'b', changes: [{ what: 'phone', phone: { key: '1' } }] })
  })

  it('of one file twice adds and changes nothing the second time', () => {
    const text = fc.constantFrom('', '甲', '乙')
    const made = fc.record({
      name: fc.constantFrom('王伟', '李娜'),
      phones: fc.uniqueArray(fc.constantFrom('1', '2', '3', '4', '5'), { minLength: 1, maxLength: 3 }),
      address: text,
      note: text,
      product: fc.option(
        fc.record({
          name: text,
          model: text,
          serialNo: fc.constantFrom('', '', 'A', 'B'),
          purchasedOn: fc.constantFrom(null, '2024-01-01', '2024-02-02'),
          dealer: text,
        }),
      ),
    })
    fc.assert(
      fc.property(fc.array(made, { maxLength: 9 }), fc.array(made, { maxLength: 5 }), (file, before) => {
        const drafts = (rows: typeof file) =>
          rows.map(({ name, phones, ...given }, i) => draft(i + 2, name, phones, given))
        const station = new Station()
        station.carryOut(planImport(drafts(before), station.lookup))
        const first = planImport(drafts(file), station.lookup)
        station.carryOut(first)
        const people = structuredClone(station.people)
        const second = planImport(drafts(file), station.lookup)
        expect(second.rows.flatMap((row) => row.changes)).toEqual([])
        expect(second.summary).toMatchObject({
          added: 0,
          updated: 0,
          people: first.summary.people,
          known: first.summary.people,
        })
        station.carryOut(second)
        expect(station.people).toEqual(people)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('two writings of a product', () => {
  it.each([
    [{ serialNo: 'A' }, { serialNo: 'a ' }, true],
    [{ serialNo: 'A' }, { serialNo: 'B' }, false],
    [{ serialNo: 'A' }, { serialNo: 'A', model: 'X' }, false],
    [{ serialNo: 'A' }, { serialNo: 'A', model: '', name: '家用空调' }, true],
    [{ serialNo: 'A', purchasedOn: '2024-01-01' }, { purchasedOn: '2024-01-01' }, true],
    [{ serialNo: 'A', purchasedOn: '2024-01-01' }, { purchasedOn: '2024-01-02' }, false],
    [{}, { model: 'X' }, false],
    [{}, {}, true],
  ])('%j and %j: the same %s', (a, b, same) => {
    expect(isSameProduct(product(a), product(b))).toBe(same)
    expect(isSameProduct(product(b), product(a))).toBe(same)
  })
})
