import { type FieldConflict, weighed } from '../kit/beside-stored.ts'
import { hotlineSchema, type CompanyInput, type CompanyRow } from '../../shared/admin/schema.ts'
import { saysNothing } from '../../shared/kit/seen-text.ts'

/** What can be changed of a company. */
export function companyInputOf({ timeZone: _, ...company }: CompanyRow): CompanyInput {
  return company
}

/** What is typed laid over what is stored now, so that whatever nobody typed here follows the other's save. */
export function draftOf(changes: Partial<CompanyInput>, stored: CompanyRow): CompanyInput {
  return { ...companyInputOf(stored), ...changes, version: stored.version }
}

const comparedFields = ['name', 'branch', 'hotline', 'language', 'presetId', 'warrantyMonths'] as const
/** What two administrators may change at once. */
export type CompanyField = (typeof comparedFields)[number]

/** One field as text. */
export function companyText(company: Pick<CompanyRow, CompanyField>, field: CompanyField) {
  return String(company[field] ?? '')
}

/** Fields that are typed here and that somebody else has saved since `seen`. */
export function companyConflicts(
  draft: CompanyInput,
  seen: CompanyRow,
  stored: CompanyRow,
): FieldConflict<CompanyField>[] {
  if (seen.version === stored.version) return []
  const of = (company: Pick<CompanyRow, CompanyField>) => (field: CompanyField) => companyText(company, field)
  return weighed(comparedFields, { was: of(seen), mine: of(draft as CompanyRow), theirs: of(stored) }).conflicts
}

/** Text keys of what keeps the company from being saved, by field. */
export function companyGaps(draft: CompanyInput): Readonly<Record<string, string>> {
  return {
    ...(saysNothing(draft.name) && { name: 'admin.firstRun.needName' }),
    ...(!hotlineSchema.safeParse(draft.hotline).success && { hotline: 'admin.company.hotlineUnclear' }),
  }
}
