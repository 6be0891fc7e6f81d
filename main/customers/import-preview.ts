import type { CallDraft, ImportNote } from '../../shared/customers/import-rows.ts'
import { type ImportChange, type PlannedRow, planImport } from '../../shared/customers/import-match.ts'
import {
  type ImportFile,
  type ImportKind,
  type ImportPreview,
  type ImportPreviewRow,
  type ImportRemark,
} from '../../shared/customers/schema.ts'
import { groupPhone } from '../../shared/kit/phone.ts'
import { companyOf } from '../house/settings.ts'
import type { Services } from '../api/context.ts'
import { planCalls } from './import-calls.ts'
import { knownOf } from './import-known.ts'
import { importBytes, type ImportSource, readSource } from './import-source.ts'

const rowsShown = 100
const sampleShown = 6

/** The dry run: reads the whole file, decides every row, writes nothing. */
export async function previewSource(services: Services, file: ImportFile): Promise<ImportPreview> {
  const bytes = await importBytes(services, file.hash)
  return services.database.read(async (reader) => {
    const source = await readSource(bytes, file, await companyOf(reader), services.now())
    const { table, columns, mapping, kind } = source
    const { format } = table
    const rows: ImportPreview['rows'] = { new: [], update: [], unchanged: [], conflict: [], rejected: [] }
    const noted: typeof rows = { new: [], update: [], unchanged: [], conflict: [], rejected: [] }
    // What asks for a look comes first: among thousands of plain rows nobody would find it.
    const show = (shown: ImportKind, row: () => ImportPreviewRow, notes: readonly ImportNote[] = []) => {
      const list = notes.length > 0 ? noted[shown] : rows[shown]
      if (list.length < rowsShown) list.push(row())
    }
    for (const refused of source.rejected) show('rejected', () => refusedRow(source, refused))
    let summary: ImportPreview['summary']
    if (source.kind === 'customers') {
      const known = await knownOf(services, reader, source.drafts)
      const plan = planImport(source.drafts, known.lookup, source.rejected.length)
      for (const row of plan.rows) show(row.kind, () => customerRow(row), row.notes)
      summary = plan.summary
    } else {
      const plan = await planCalls(services, reader, source)
      for (const draft of plan.fresh) show('new', () => callRow(draft), draft.notes)
      for (const draft of plan.stored) show('unchanged', () => callRow(draft))
      summary = plan.summary
    }
    return {
      kind,
      format: format.kind === 'csv' ? { kind: 'csv', detail: format.encoding } : { kind: 'xlsx', detail: format.sheet },
      headingAt: table.heading.at,
      warnings: [...table.warnings],
      columns,
      mapping,
      sample: table.sample.slice(0, sampleShown),
      summary,
      rows: firstOf(noted, rows),
    }
  })
}

function firstOf(noted: ImportPreview['rows'], plain: ImportPreview['rows']): ImportPreview['rows'] {
  const first = (kind: ImportKind) => [...noted[kind], ...plain[kind]].slice(0, rowsShown)
  return {
    new: first('new'),
    update: first('update'),
    unchanged: first('unchanged'),
    conflict: first('conflict'),
    rejected: first('rejected'),
  }
}

function customerRow({ at, draft, changes, conflicts, notes }: PlannedRow): ImportPreviewRow {
  return {
    at,
    name: draft.name,
    phone: draft.phones.map(({ key, extension }) => groupPhone(key, extension)).join(' '),
    text: draft.address,
    remarks: [
      ...changes.map(changeRemark),
      ...conflicts.map((conflict): ImportRemark => ({ what: 'conflict', ...conflict })),
      ...notes.map(noteRemark),
    ],
  }
}

function callRow({ at, name, callerText, complaint, notes }: CallDraft): ImportPreviewRow {
  return { at, name, phone: callerText, text: complaint.slice(0, 120), remarks: notes.map(noteRemark) }
}

function refusedRow({ mapping, kind }: ImportSource, refused: ImportSource['rejected'][number]): ImportPreviewRow {
  const cell = (column: number | undefined) => (column === undefined ? '' : (refused.cells[column] ?? '').slice(0, 120))
  return {
    at: refused.at,
    name: cell(mapping.name),
    phone: cell(kind === 'customers' ? mapping.phone : mapping.fromNumber),
    text: cell(kind === 'customers' ? mapping.address : mapping.complaint),
    remarks: [{ what: 'reject', code: refused.reason }, ...refused.notes.map(noteRemark)],
  }
}

function noteRemark({ code, text }: ImportNote): ImportRemark {
  return { what: 'note', code, text: text.slice(0, 120) }
}

function changeRemark(change: ImportChange): ImportRemark {
  if (change.what === 'phone')
    return { what: 'change', field: 'phone', value: groupPhone(change.phone.key, change.phone.extension) }
  if (change.what === 'product') {
    const { name, model, serialNo } = change.product
    return { what: 'change', field: 'product', value: [name, model, serialNo].filter((text) => text !== '').join(' ') }
  }
  return {
    what: 'change',
    field: change.what === 'field' ? change.field : `product.${change.field}`,
    value: change.value,
  }
}
