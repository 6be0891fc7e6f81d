import { schemeProblem } from '../../shared/admin/rules.ts'
import type { CompanyInput, CompanyRow } from '../../shared/admin/schema.ts'

/** The running numbers of the house, in the order a case gets them. */
export const numberKinds = ['register', 'ticket', 'dispatch', 'sheet', 'customer', 'archive'] as const

/** What can be changed of a company. */
export function companyInputOf({ timeZone: _, ...company }: CompanyRow): CompanyInput {
  return company
}

/**
 * What is typed laid over what is stored now, so that whatever nobody typed here follows the other's save. Number schemes are typed together
 * and are merged one by one.
 */
export function draftOf(changes: Partial<CompanyInput>, seen: CompanyRow, stored: CompanyRow): CompanyInput {
  const { numbers } = changes
  const merged = numbers
    ? Object.fromEntries(
        numberKinds.map((kind) => [kind, numbers[kind] === seen.numbers[kind] ? stored.numbers[kind] : numbers[kind]]),
      )
    : {}
  return {
    ...companyInputOf(stored),
    ...changes,
    numbers: { ...stored.numbers, ...merged },
    version: stored.version,
  }
}

const comparedFields = ['name', 'branch', 'hotline', 'language', 'presetId', 'warrantyMonths'] as const
/** What two administrators may change at once: a fact, or a number scheme. */
export type CompanyField = (typeof comparedFields)[number] | (typeof numberKinds)[number]

/** A number scheme, not a fact of its own. */
export const isScheme = (field: CompanyField): field is (typeof numberKinds)[number] =>
  (numberKinds as readonly string[]).includes(field)

/** One field as text. */
export function companyText(
  company: Pick<CompanyRow, (typeof comparedFields)[number] | 'numbers'>,
  field: CompanyField,
) {
  return isScheme(field) ? company.numbers[field] : String(company[field] ?? '')
}

/** Fields that are typed here and that somebody else has saved since `seen`. */
export function companyConflicts(
  draft: CompanyInput,
  seen: CompanyRow,
  stored: CompanyRow,
): { field: CompanyField; mine: string; theirs: string }[] {
  if (seen.version === stored.version) return []
  return [...comparedFields, ...numberKinds]
    .map((field) => ({
      field,
      was: companyText(seen, field),
      mine: companyText(draft as CompanyRow, field),
      theirs: companyText(stored, field),
    }))
    .filter(({ was, mine, theirs }) => theirs !== was && mine !== theirs && mine !== was)
    .map(({ field, mine, theirs }) => ({ field, mine, theirs }))
}

/** The draft with the other's value of one field. */
export function takeTheirs(
  draft: Partial<CompanyInput>,
  field: CompanyField,
  stored: CompanyRow,
): Partial<CompanyInput> {
  return isScheme(field)
    ? { ...draft, numbers: { ...(draft.numbers ?? stored.numbers), [field]: stored.numbers[field] } }
    : { ...draft, [field]: stored[field] }
}

/** Text keys of what keeps the company from being saved, by field; number schemes as `numbers.<kind>`. */
export function companyGaps(draft: CompanyInput): Readonly<Record<string, string>> {
  const gaps: Record<string, string> = {}
  if (draft.name.trim() === '') gaps.name = 'admin.firstRun.needName'
  for (const kind of numberKinds) {
    const problem = schemeProblem(draft.numbers[kind])
    if (problem) gaps[`numbers.${kind}`] = `admin.scheme.${problem}`
  }
  return gaps
}
