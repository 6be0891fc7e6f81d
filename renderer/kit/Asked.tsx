import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ProblemNote } from './ProblemNote.tsx'
import type { WayOut } from './ErrorNote.tsx'
import { RefusedNote } from './RefusedNote.tsx'
import { Skeleton } from './Skeleton.tsx'

interface AskedProps<Data> {
  query: UseQueryResult<Data, unknown>
  /** Skeleton lines while the first answer is awaited. */
  lines?: number
  /** Where to go when the station gives it no more. */
  wayOut?: WayOut
  children: (data: Data) => ReactNode
}

/** What a query answered: skeleton before, a note in place when it failed, old data kept while it is asked again, with a note when that is refused. */
export function Asked<Data>({ query, lines = 3, wayOut, children }: AskedProps<Data>) {
  const leave = wayOut ? { wayOut } : {}
  if (query.data !== undefined)
    return (
      <>
        <RefusedNote error={query.error} {...leave} />
        {children(query.data)}
      </>
    )
  if (!query.isError) return <Skeleton lines={lines} />
  return (
    <div style={{ padding: '0.5rem 0.875rem' }}>
      <ProblemNote error={query.error} onRetry={() => void query.refetch()} {...leave} />
    </div>
  )
}
