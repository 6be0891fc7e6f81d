import { schemeProblem } from '../../shared/admin/rules.ts'
import type { CompanyInput, CompanyRow } from '../../shared/admin/schema.ts'
import type { Preset } from '../../shared/presets/grammar.ts'

/** The running numbers of the house, in the order a case gets them. */
export const numberKinds = ['ticket', 'dispatch', 'sheet', 'customer', 'archive'] as const

/** What can be changed of a company. */
export function companyInputOf({ timeZone: _, ...company }: CompanyRow): CompanyInput {
  return company
}

/** Text keys of what keeps the company from being saved, by field; number schemes as `numbers.<kind>`. */
export function companyGaps(
  draft: CompanyInput,
  preset: Pick<Preset, 'warranty'> | undefined,
): Readonly<Record<string, string>> {
  const gaps: Record<string, string> = {}
  if (draft.name.trim() === '') gaps.name = 'admin.firstRun.needName'
  if (preset?.warranty.months === null && draft.warrantyMonths === null)
    gaps.warrantyMonths = 'admin.firstRun.needMonths'
  for (const kind of numberKinds) {
    const problem = schemeProblem(draft.numbers[kind])
    if (problem) gaps[`numbers.${kind}`] = `admin.scheme.${problem}`
  }
  return gaps
}
