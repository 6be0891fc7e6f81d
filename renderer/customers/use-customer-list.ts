import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { CustomerListRow } from '../../shared/customers/schema.ts'
import type { Page } from '../../shared/kit/paging.ts'
import { client } from '../app/api.ts'
import type { ListWish } from './list-state.ts'

type Wish = Pick<ListWish, 'text' | 'category'>

/** What the station is asked for, without the cursor. */
const askedFor = ({ text, category }: Wish) => ({
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

/**
 * Every row of the list for an export, page after page. `onRows` hears how many are there; an aborted signal ends it
 * with what has come so far. Throws what the station throws.
 */
export async function allCustomers(
  wish: Wish,
  onRows: (done: number) => void,
  signal: AbortSignal,
): Promise<CustomerListRow[]> {
  const rows: CustomerListRow[] = []
  let after: string | null = null
  do {
    const page: Page<CustomerListRow> = await client.customers.list.query({ ...askedFor(wish), after, limit: 200 })
    rows.push(...page.rows)
    onRows(rows.length)
    after = page.next
  } while (after !== null && !signal.aborted)
  return rows
}
