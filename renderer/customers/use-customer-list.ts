import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { client } from '../app/api.ts'
import type { ListWish } from './list-state.ts'

type Wish = Pick<ListWish, 'text' | 'category'>

/** What the station is asked for, without the cursor. */
export const askedFor = ({ text, category }: Wish) => ({
  text: text.trim(),
  category: category === 'all' ? null : category,
})

/** The archive's list page by page, the newest change first; with a text the best matches. */
export function useCustomerList(wish: Wish) {
  const asked = askedFor(wish)
  const query = useInfiniteQuery({
    queryKey: [['customers', 'list'], { input: asked, type: 'infinite' }],
    queryFn: ({ pageParam, signal }) =>
      client.customers.list.query({ ...asked, after: pageParam, limit: 100 }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  })
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.rows), [query.data])
  return { query, rows }
}
