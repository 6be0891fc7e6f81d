import {
  keepPreviousData,
  useInfiniteQuery,
  type UseInfiniteQueryResult,
  type InfiniteData,
} from '@tanstack/react-query'
import type { Page } from '../../shared/kit/paging.ts'

/** Asks for one page of a list, from the cursor of the page before. */
export type AskPage<Row> = (after: string | null, limit: number, signal?: AbortSignal) => Promise<Page<Row>>

/** A list that grows as one scrolls. */
export interface Paged<Row> {
  /** Rows known so far, undefined before the first answer. */
  rows: Row[] | undefined
  /** Asks for the next page; does nothing at the end or while one is on its way. */
  more: () => void
  query: UseInfiniteQueryResult<InfiniteData<Page<Row>>>
}

interface PagedOptions<Row> {
  /** `[feature, procedure]`, so that the feature's change hints ask again. */
  path: readonly [string, string]
  input: unknown
  ask: AskPage<Row>
  /** For lists that change by time alone. */
  everyMs?: number
}

const pageSize = 60

/** A list by keyset pages: the next one is fetched as the end of the known rows comes near. */
export function usePaged<Row>({ path, input, ask, everyMs }: PagedOptions<Row>): Paged<Row> {
  const query = useInfiniteQuery({
    queryKey: [path, { input, type: 'infinite' }],
    queryFn: ({ pageParam, signal }) => ask(pageParam, pageSize, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    refetchInterval: everyMs ?? false,
    // While somebody types, what was found stays until the next answer.
    placeholderData: keepPreviousData,
  })
  return {
    rows: query.data?.pages.flatMap(({ rows }) => rows),
    more: () => {
      if (query.hasNextPage && !query.isFetching) void query.fetchNextPage()
    },
    query,
  }
}
