import { targetLabel, targetOfField } from '../../shared/customers/import-columns.ts'
import type { ImportConflict, ImportPlan } from '../../shared/customers/import-match.ts'
import type { ImportNote } from '../../shared/customers/import-rows.ts'
import { customersImportWords } from '../../shared/customers/import-words.ts'
import { customersWords } from '../../shared/customers/words.ts'
import type { Language, Words } from '../../shared/kit/words.ts'
import { choiceText } from '../../shared/presets/offered.ts'
import type { Choice } from '../../shared/presets/schema.ts'
import { type RejectsFile, type RowToCheck, writeRejects } from './import/write-rejects.ts'
import type { ImportSource } from './import-source.ts'

type Remarked = Pick<ImportPlan['rows'][number], 'at' | 'notes' | 'conflicts'>

/** In whose words the report is written. */
export interface ReportSpeech {
  language: Language
  /** 用户类别 the firm knows. */
  categories: readonly Choice[]
}

/**
 * The report of an import: rows that were refused, and rows that were taken with a remark or differ from what stands; null when there are
 * none. `rows` are the rows as planned. Reads the file once more for the rows to check: their cells are not kept.
 */
export async function reportOf(
  { table, rejected }: Pick<ImportSource, 'table' | 'rejected'>,
  rows: readonly Remarked[],
  { language, categories }: ReportSpeech,
  signal?: AbortSignal,
): Promise<RejectsFile | null> {
  const remarksOf = new Map<number, string[]>()
  for (const { at, notes, conflicts } of rows) {
    if (notes.length + conflicts.length === 0) continue
    const remarks = [
      ...conflicts.map((conflict) => conflictText(conflict, { language, categories })),
      ...notes.map((note) => noteText(note, language)),
    ]
    remarksOf.set(at, remarks)
  }
  if (rejected.length + remarksOf.size === 0) return null
  const toCheck: RowToCheck[] = []
  if (remarksOf.size > 0)
    for await (const { at, cells } of table.rows()) {
      signal?.throwIfAborted()
      const remarks = remarksOf.get(at)
      if (remarks) toCheck.push({ at, cells, remarks })
      if (toCheck.length === remarksOf.size) break
    }
  return writeRejects(table, rejected, language, toCheck)
}

/** The planned rows of a call archive: calls never differ from what stands. */
export function callsRemarked(source: ImportSource & { kind: 'calls' }): Remarked[] {
  return source.drafts.map(({ at, notes }) => ({ at, notes, conflicts: [] }))
}

function conflictText({ field, kept, inFile }: ImportConflict, { language, categories }: ReportSpeech): string {
  const label = targetLabel(targetOfField(field)).replace(/^customers\./, '')
  const facts = { field: (customersWords as Words)[label]?.[language] ?? label }
  const shown = (value: string) => (field === 'category' ? choiceText(categories, value, language) : value)
  return filled(customersImportWords['importScreen.conflict'][language], {
    ...facts,
    kept: shown(kept),
    inFile: shown(inFile),
  })
}

function noteText({ code, text }: ImportNote, language: Language): string {
  return filled(customersImportWords[`importNote.${code}`][language], { text })
}

function filled(text: string, facts: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => facts[name] ?? '')
}
