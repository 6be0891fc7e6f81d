import { useQuery } from '@tanstack/react-query'
import type { KeptList, ViewRow } from '../../shared/lists/schema.ts'
import { api, queries } from '../app/api.ts'
import { pageValue, usePageValue } from '../kit/page-value.ts'

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

type Change = (kept: KeptList) => KeptList

/** Changes the station has not yet taken, by list. */
const underWay = pageValue<Readonly<Record<string, readonly Change[]>>>({})
const turns = new Map<string, Promise<unknown>>()
const none: readonly Change[] = []

const lay = (list: string, turn: (changes: readonly Change[]) => readonly Change[]) =>
  underWay.set({ ...underWay.now(), [list]: turn(underWay.now()[list] ?? none) })

/**
 * What the member keeps of a list, what is still on its way to the station laid over it; undefined until the station has answered. A list stands
 * also where that cannot be read.
 */
export function useKept(list: string): KeptList | undefined {
  const { data, isError } = useQuery(api.lists.kept.queryOptions({ list }))
  const changes = usePageValue(underWay, (all) => all[list] ?? none)
  const kept = data ?? (isError ? nothingKept : undefined)
  return kept && changes.reduce((before, change) => change(before), kept)
}

/** Shows at once what the station has just kept. */
export function showKept(list: string, change: Change): void {
  queries.setQueryData(api.lists.kept.queryKey({ list }), (kept) => change(kept ?? nothingKept))
}

/**
 * Shows a change at once and keeps it at the station, one after the other: whatever the station answers meanwhile, what was pressed stands. Fails
 * with what was refused, and shows it no more.
 */
export async function keepShown(list: string, change: Change, send: () => Promise<unknown>): Promise<void> {
  lay(list, (changes) => [...changes, change])
  const turn = (turns.get(list) ?? Promise.resolve()).then(send)
  turns.set(
    list,
    turn.catch(() => undefined),
  )
  try {
    await turn
    // An answer that was asked for before must not come after.
    await queries.cancelQueries({ queryKey: api.lists.kept.queryKey({ list }) })
    showKept(list, change)
  } finally {
    lay(list, (changes) => changes.filter((each) => each !== change))
  }
}
