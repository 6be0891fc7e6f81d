import { useState } from 'react'
import type { TableChoice } from '../kit/table-choice.tsx'

/** The rows a member ticked in a list: they stay so while it is scrolled, asked again or narrowed. */
export interface Chosen extends TableChoice {
  /** Ticks these and nothing else. */
  set: (ids: Iterable<string>) => void
}

/** Keeps ticks by the ids of their rows; begins with these. */
export function useChosen(begins: readonly string[]): Chosen {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set(begins))
  return {
    ids,
    set: (next) => setIds(new Set(next)),
    onTick: (some, isTicked) =>
      setIds((before) =>
        isTicked ? new Set([...before, ...some]) : new Set([...before].filter((id) => !some.includes(id))),
      ),
  }
}
