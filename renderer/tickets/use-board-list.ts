import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { Page } from '../../shared/kit/paging.ts'
import type { TicketRow, TicketView } from '../../shared/tickets/schema.ts'
import { api } from '../app/api.ts'

/** Rows of a view on the board: the first that matter; the whole list is one press away. */
const shownMost = 60

/** A list of the board and how its question stands. */
export type BoardList = UseQueryResult<Page<TicketRow>, unknown>

/** The first rows of a saved view; limits pass by themselves, so it is asked again each half minute. */
export function useBoardList(view: TicketView): BoardList {
  return useQuery(api.tickets.list.queryOptions({ view, limit: shownMost }, { refetchInterval: 30_000 }))
}
