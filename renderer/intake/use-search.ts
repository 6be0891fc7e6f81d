import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import { useState, type KeyboardEvent } from 'react'
import type { SearchHit } from '../../shared/customers/schema.ts'
import { api } from '../app/api.ts'
import { useDebounced } from '../kit/use-debounced.ts'

const restMs = 120
const mostHits = 12

/** A search as one types. */
export interface Search {
  hits: readonly SearchHit[]
  /** Row the arrows stand on. */
  at: number
  isAsking: boolean
  error: unknown
  onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void
}

/** Hits of the search box as one types; the arrows walk them, Enter takes. Old hits stay until new ones are there. */
export function useSearch(text: string, onTake: (customerId: string) => void): Search {
  const rested = useDebounced(text.trim(), restMs)
  const [place, setPlace] = useState({ text: '', at: 0 })
  const found = useQuery({
    ...api.customers.search.queryOptions(rested === '' ? skipToken : { text: rested, limit: mostHits }),
    placeholderData: keepPreviousData,
  })
  const hits = text.trim() === '' ? [] : (found.data ?? [])
  const at = Math.min(place.text === rested ? place.at : 0, Math.max(0, hits.length - 1))
  return {
    hits,
    at,
    isAsking: found.isPending || rested !== text.trim(),
    error: found.error,
    onKeyDown: (event) => {
      if (event.nativeEvent.isComposing) return
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
      if (step) {
        event.preventDefault()
        setPlace({ text: rested, at: (at + step + hits.length) % Math.max(1, hits.length) })
      }
      const hit = hits[at]
      if (event.key === 'Enter' && hit && rested === text.trim()) {
        event.preventDefault()
        onTake(hit.customerId)
      }
    },
  }
}
