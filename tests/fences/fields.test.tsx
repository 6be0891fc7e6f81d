import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { safeParse, type ZodObject } from 'zod'
import { CustomerEntity } from '../../main/customers/entities.ts'
import { customerKinds } from '../../main/customers/record-kinds.ts'
import type { RecordSchema } from '../../main/database/record-schema.ts'
import type { RecordKind } from '../../main/house/record-kind.ts'
import { ProductEntity } from '../../main/products/entities.ts'
import { productKinds } from '../../main/products/record-kinds.ts'
import { IntakeEntity } from '../../main/intake/entities.ts'
import { ticketKinds } from '../../main/tickets/record-kinds.ts'
import { TicketEntity } from '../../main/tickets/ticket-entity.ts'
import { FieldCells } from '../../renderer/kit/FieldCells.tsx'
import { LedgerForm } from '../../renderer/kit/LedgerForm.tsx'
import { customerFileColumns } from '../../shared/customers/file-columns.ts'
import { registerFileColumns } from '../../shared/intake/file-columns.ts'
import { ticketFileColumns } from '../../shared/tickets/file-columns.ts'
import { customerFields } from '../../shared/customers/fields.ts'
import { customerTargets, guessHeading, targetLabel } from '../../shared/customers/import-columns.ts'
import { customerSorts } from '../../shared/customers/lists.ts'
import { customerInputSchema, customerListRowSchema, customerRowSchema } from '../../shared/customers/schema.ts'
import { forms } from '../../shared/forms/catalog.ts'
import { lineFields } from '../../shared/intake/fields.ts'
import { registerSorts } from '../../shared/intake/lists.ts'
import { recordIntakeSchema, registerRowSchema } from '../../shared/intake/schema.ts'
import { blankOf, type FieldEntry, paperValues } from '../../shared/kit/field-entry.ts'
import { languages, type Words } from '../../shared/kit/words.ts'
import { productFields } from '../../shared/products/fields.ts'
import { productInputSchema, productRowSchema } from '../../shared/products/schema.ts'
import { caseFields } from '../../shared/tickets/fields.ts'
import { ticketSorts } from '../../shared/tickets/lists.ts'
import { ticketRowSchema } from '../../shared/tickets/schema.ts'
import { allWords } from '../../shared/words.ts'
import { sourcesIn } from './sources.ts'

interface Described {
  feature: string
  fields: readonly FieldEntry[]
  entity: RecordSchema<never>
  kinds?: readonly RecordKind[]
  /** Where its form stands. */
  form: string
  input: ZodObject
  row: ZodObject
  list?: ZodObject
  /** Columns of its list's file; those on screen are seen in tests/app/listed-fields. */
  columns: readonly { id: string }[]
  /** What its list can be sorted by. */
  sorts?: readonly string[]
  /** Sections of the record's page, by the file that draws it. */
  page?: string
}

const described: Described[] = [
  {
    feature: 'customers',
    fields: customerFields,
    entity: CustomerEntity as unknown as RecordSchema<never>,
    kinds: customerKinds,
    form: 'renderer/customers/',
    input: customerInputSchema,
    row: customerRowSchema,
    list: customerListRowSchema,
    columns: customerFileColumns,
    sorts: customerSorts,
    page: 'renderer/customers/PeoplePane.tsx',
  },
  {
    feature: 'products',
    fields: productFields,
    entity: ProductEntity as unknown as RecordSchema<never>,
    kinds: productKinds,
    form: 'renderer/products/',
    input: productInputSchema,
    row: productRowSchema,
    columns: [],
  },
  {
    feature: 'intake',
    fields: lineFields,
    entity: IntakeEntity as unknown as RecordSchema<never>,
    form: 'renderer/intake/',
    input: recordIntakeSchema,
    row: registerRowSchema,
    list: registerRowSchema,
    columns: registerFileColumns,
    sorts: registerSorts,
  },
  {
    feature: 'tickets',
    fields: caseFields,
    entity: TicketEntity as unknown as RecordSchema<never>,
    kinds: ticketKinds,
    form: 'renderer/intake/',
    input: recordIntakeSchema,
    row: ticketRowSchema,
    list: ticketRowSchema,
    columns: ticketFileColumns,
    sorts: ticketSorts,
    page: 'renderer/tickets/TicketPaper.tsx',
  },
]

const words: Readonly<Record<string, Words>> = allWords
const textOf = (key: string) => words[key.split('.', 1)[0] ?? '']?.[key.slice(key.indexOf('.') + 1)]
const isSaid = (key: string) => languages.every((language) => (textOf(key)?.[language] ?? '').trim() !== '')
const cases = described.flatMap((each) => each.fields.map((field) => ({ ...each, field, key: field.key })))
const sources = sourcesIn('renderer')

describe('every field', () => {
  it('is seen', () => expect(cases.length).toBeGreaterThan(6))

  it.each(cases)('$feature $key has its words in every language', ({ field }) => {
    const { label, page, usual, words: codes, shape } = field
    const keys = [
      label,
      page?.label,
      usual,
      field.import?.label,
      ...(shape.codes ?? []).map((code) => `${codes}.${code}`),
    ]
    expect(keys.filter((key) => key !== undefined && !isSaid(key))).toEqual([])
  })

  it.each(cases)('$feature $key is sent, kept and shown', ({ field, entity, input, row }) => {
    expect(input.shape).toHaveProperty(field.key)
    expect(row.shape).toHaveProperty(field.key)
    expect(entity.options.columns).toHaveProperty(field.key)
    expect(safeParse(row.shape[field.key]!, field.shape.blank)).toMatchObject({ data: field.shape.blank })
    if (field.shape.longest !== undefined)
      expect(safeParse(input.shape[field.key]!, 'x'.repeat(field.shape.longest + 1)).success).toBe(false)
  })

  it.each(cases.filter(({ kinds }) => kinds))(
    '$feature $key is told in the history as it is called',
    ({ field, entity, kinds }) => {
      const told = kinds?.find((kind) => kind.entity === entity)?.fields[field.key]
      expect(told?.label).toBe(field.label)
      expect(told?.sight).toBe(field.sight)
    },
  )

  it.each(cases.filter(({ field }) => field.group !== undefined))(
    '$feature $key has its cell in a form that asks for its group',
    ({ form, fields, field }) => {
      const asks = `group="${field.group}"`
      const askers = sources.filter(({ path, text }) => path.startsWith(form) && text.includes(asks))
      expect(askers.map(({ path }) => path)).not.toEqual([])
      const html = renderToStaticMarkup(
        <LedgerForm label="">
          <FieldCells fields={fields} group={field.group!} values={blankOf(fields)} onChange={() => {}} />
        </LedgerForm>,
      )
      expect(html).toContain(`>${field.label}<`)
      if (field.shape.longest && !field.usual) expect(html).toContain(`maxLength="${field.shape.longest}"`)
    },
  )

  it.each(cases.filter(({ page, field }) => page !== undefined && field.page !== undefined))(
    '$feature $key stands on the page of its record',
    ({ page, field }) => {
      const folder = page!.slice(0, page!.lastIndexOf('/') + 1)
      const drawn = sources.flatMap(({ path, text }) => (path.startsWith(folder) ? [text] : [])).join('')
      const section = field.page?.section ?? ''
      expect(
        drawn.includes(`'${section}'`) || drawn.includes(`"${section}"`) || drawn.includes(`customer.${section}`),
      ).toBe(true)
    },
  )

  it.each(cases.filter(({ field }) => field.listed))('$feature $key stands in the list and its export', (given) => {
    const { key, listed, sight } = given.field
    expect(given.list?.shape).toHaveProperty(key)
    expect(given.columns.map(({ id }) => id)).toContain(key)
    const isSortable = listed?.isSortable === true
    expect(given.sorts?.includes(key)).toBe(isSortable)
    // What a seat sees covered would be told by where it stands.
    expect(isSortable && sight !== undefined).toBe(false)
  })

  it('of every record is looked at here', () => {
    const paths = Object.keys(import.meta.glob('../../shared/*/fields.ts')).filter((path) => !path.includes('/kit/'))
    const features = paths.map((path) => path.split('/').at(-2))
    expect(described.map(({ feature }) => feature).sort()).toEqual(features.sort())
  })
})

describe('every field with a place on paper', () => {
  const papers = cases.flatMap(({ field, ...each }) =>
    Object.entries(field.paper ?? {}).map(([form, path]) => ({ ...each, key: field.key, field, form, path })),
  )

  it('is seen', () => expect(papers.length).toBeGreaterThan(10))

  it('has it alone: no other field of the case, its customer or its product stands there', () => {
    const places = papers.flatMap(({ feature, form, path }) => (feature === 'intake' ? [] : [`${form} ${path}`]))
    expect(places.filter((place, nth) => places.indexOf(place) !== nth)).toEqual([])
  })

  it.each(papers)('$feature $key is $path of $form', ({ fields, field, form, path }) => {
    expect(paperValues(form, fields, { [field.key]: '×' })).toMatchObject({ [path]: '×' })
    const layouts = JSON.stringify(Object.values(forms[form as 'F01'].layouts))
    expect(forms[form as 'F01'].fields).toHaveProperty(path)
    expect(layouts).toContain(`"${path}"`)
  })
})

describe('every field that a file of customers may bring', () => {
  const imported = cases.filter(({ field }) => field.import !== undefined)

  it.each(imported)('$feature $key is known by each of its headings', ({ field }) => {
    const target = field.import?.target ?? field.key
    expect(customerTargets).toContain(target)
    expect(isSaid(targetLabel(target as 'name'))).toBe(true)
    for (const heading of field.import?.headings.split(' ') ?? [])
      expect([heading, guessHeading('customers', heading)]).toEqual([
        heading,
        { target, confidence: 1, reason: 'sameWord' },
      ])
  })
})
