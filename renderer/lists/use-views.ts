import { useQuery } from '@tanstack/react-query'
import type { KeptList, ViewRow } from '../../shared/lists/schema.ts'
import { api, queries } from '../app/api.ts'

/** What is kept of a list and which of its views is on screen. */
export interface ViewsInHand {
  /** Name of the list: `tickets.list`. */
  list: string
  kept: KeptList
  /** The saved view on screen, null for none. */
  view: ViewRow | null
  choose: (view: ViewRow | null) => void
}

const nothingKept: KeptList = { views: [], columns: null, defaultViewId: null }

/** What the member keeps of a list; undefined until the station has answered. A list stands also where that cannot be read. */
export function useKept(list: string): KeptList | undefined {
  const { data, isError } = useQuery(api.lists.kept.queryOptions({ list }))
  return data ?? (isError ? nothingKept : undefined)
}

/** Shows at once what was just kept; the station's answer follows. */
export function showKept(list: string, change: (kept: KeptList) => KeptList): void {
  queries.setQueryData(api.lists.kept.queryKey({ list }), (kept) => change(kept ?? nothingKept))
}
