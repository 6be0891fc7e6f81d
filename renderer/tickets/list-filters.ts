import { useQuery } from '@tanstack/react-query'
import { api } from '../app/api.ts'
import type { ListFilter } from '../lists/public.ts'

/** A colleague, as a condition of a list. */
export function useColleagueFilter(id: string, label: string): ListFilter {
  const { data } = useQuery(api.admin.colleagues.queryOptions())
  return { id, label, choices: (data ?? []).map((each) => ({ value: each.id, text: each.name })) }
}

/** One of some codes in words, as a condition of a list. */
export const codeFilter = <Code extends string>(
  id: string,
  label: string,
  codes: readonly Code[],
  text: (code: Code) => string,
): ListFilter => ({ id, label, choices: codes.map((code) => ({ value: code, text: text(code) })) })
