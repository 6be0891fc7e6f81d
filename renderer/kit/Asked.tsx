import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ProblemNote } from './ProblemNote.tsx'
import { Skeleton } from './Skeleton.tsx'

interface AskedProps<Data> {
  query: UseQueryResult<Data, unknown>
  /** Skeleton lines while the first answer is awaited. */
  lines?: number
  children: (data: Data) => ReactNode
}

/** What a query answered: skeleton before, a note in place when it failed, old data kept while it is asked again. */
export function Asked<Data>({ query, lines = 3, children }: AskedProps<Data>) {
  if (query.data !== undefined) return children(query.data)
  if (!query.isError) return <Skeleton lines={lines} />
  return (
    <div style={{ padding: '0.5rem 0.875rem' }}>
      <ProblemNote error={query.error} onRetry={() => void query.refetch()} />
    </div>
  )
}
