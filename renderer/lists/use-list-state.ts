import type { ViewWish } from '../../shared/lists/schema.ts'
import { client } from '../app/api.ts'
import { useProblemText } from '../app/problem-text.ts'
import { askedInAddress, askInAddress, useAskedInAddress } from '../app/use-address.ts'
import { sayNotice } from '../kit/notices.ts'
import { readAsked, writeAsked } from './asked.ts'
import { keepShown, type ViewsInHand } from './use-views.ts'

/** What a list asks for now, and whether that still is what its view says. */
export interface ListState {
  wish: ViewWish
  /** Ids of the columns on screen, in order. */
  shown: readonly string[]
  isChanged: boolean
  filter: (part: Readonly<Record<string, string | null>>) => void
  sortBy: (sort: ViewWish['sort']) => void
  /** Null: the columns the list shows by itself. */
  showColumns: (ids: string[] | null) => void
  revert: () => void
}

const wholeList: ViewWish = { filters: {}, sort: null, columns: null }

/**
 * Conditions, order and columns of a list, which stand in the address: begun with the view in hand, whose columns are part of it; without one the member's own columns are
 * kept at the station as soon as they change. `known` are the columns there are, `usual` those shown by themselves.
 */
export function useListState(
  { list, kept, view }: ViewsInHand,
  known: readonly string[],
  usual: readonly string[],
): ListState {
  const problemText = useProblemText()
  const start = view?.wish ?? wholeList
  const asked = readAsked(useAskedInAddress()) ?? start
  // A view may stand in order of a column of another release.
  const wish = asked.sort && !known.includes(asked.sort.by) ? { ...asked, sort: null } : asked
  const change = (part: Partial<ViewWish>) => {
    const before = askedInAddress()
    const next = { ...(readAsked(before) ?? start), ...part }
    askInAddress(writeAsked(before, asText(next) === asText(start) ? null : next))
  }
  const wanted = (wish.columns ?? kept.columns ?? usual).filter((id) => known.includes(id))

  const keepColumns = (columns: string[] | null) => {
    const send = () => client.lists.keep.mutate({ list, columns })
    keepShown(list, (before) => ({ ...before, columns }), send).catch((error: unknown) =>
      sayNotice(problemText(error).what, { kind: 'late' }),
    )
  }
  return {
    wish,
    shown: wanted.length > 0 ? wanted : usual,
    isChanged: asText(wish) !== asText(start),
    filter: (part) => {
      const filters = Object.entries({ ...wish.filters, ...part }).filter(([, value]) => value !== null && value !== '')
      change({ filters: Object.fromEntries(filters) as Record<string, string> })
    },
    sortBy: (sort) => change({ sort }),
    showColumns: (ids) => (view ? change({ columns: ids }) : keepColumns(ids)),
    revert: () => askInAddress(writeAsked(askedInAddress(), null)),
  }
}

/** The same wish is the same text, in whatever order its conditions were set. */
const asText = ({ filters, sort, columns }: ViewWish) =>
  JSON.stringify([Object.entries(filters).sort(([one], [other]) => (one < other ? -1 : 1)), sort, columns])
