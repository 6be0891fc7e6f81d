import { skipToken, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { api, client } from '../app/api.ts'
import { useShell } from '../app/shell-state.ts'

const pageLength = 50

/** The customer's dealings (往来), newest first, page by page, and how many there are of each kind. */
export function useTimeline(customerId: string) {
  const query = useInfiniteQuery({
    queryKey: [['customers', 'timeline'], { input: { customerId }, type: 'infinite' }],
    queryFn: ({ pageParam, signal }) =>
      client.customers.timeline.query({ customerId, after: pageParam, limit: pageLength }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })
  const entries = useMemo(() => query.data?.pages.flatMap((page) => page.entries), [query.data])
  return { query, entries, counts: query.data?.pages[0]?.counts }
}

/** All tickets of a customer, newest first, at most 200; none for a role that sees no tickets. */
export function useCustomerTickets(customerId: string) {
  const may = useShell((state) => state.member?.may('tickets.view') === true)
  return useQuery(api.tickets.list.queryOptions(may ? { view: 'all', customerId, limit: 200 } : skipToken))
}
