import { useRef, useState } from 'react'
import { problemOf } from '../app/api.ts'

/** What became of one of many: done with what the station answered, refused or failed with why, or not tried. */
export type Outcome<Done> = { state: 'done'; answer: Done } | { state: 'failed'; error: unknown } | { state: 'stopped' }

/** Steps sent at once: the station shares one commit among them, and a stop waits for no more than these. */
const atOnce = 10

/** One step taken on many, each by itself; what was answered stands whatever happens to the rest. */
export interface Run<Done> {
  outcomes: ReadonlyMap<string, Outcome<Done>>
  isRunning: boolean
  start: (ids: readonly string[], send: (id: string) => Promise<Done>) => Promise<ReadonlyMap<string, Outcome<Done>>>
  stop: () => void
}

/**
 * Takes a step on many, a few at once, and keeps what became of each. A silent station ends the run: what was not answered may have arrived, and is
 * sent again with the same ids.
 */
export function useRun<Done>(): Run<Done> {
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, Outcome<Done>>>(new Map())
  const [isRunning, setRunning] = useState(false)
  const isStopped = useRef(false)
  return {
    outcomes,
    isRunning,
    stop: () => {
      isStopped.current = true
    },
    start: async (ids, send) => {
      isStopped.current = false
      setRunning(true)
      let known = outcomes
      const keep = (some: readonly (readonly [string, Outcome<Done>])[]) => {
        known = new Map([...known, ...some])
        setOutcomes(known)
      }
      for (let from = 0; from < ids.length && !isStopped.current; from += atOnce) {
        const some = await Promise.all(
          ids.slice(from, from + atOnce).map(async (id) => [id, await outcomeOf(() => send(id))] as const),
        )
        keep(some)
        if (some.some(([, outcome]) => isUnanswered(outcome))) isStopped.current = true
      }
      keep(ids.filter((id) => !known.has(id)).map((id) => [id, { state: 'stopped' }]))
      setRunning(false)
      return known
    },
  }
}

async function outcomeOf<Done>(send: () => Promise<Done>): Promise<Outcome<Done>> {
  try {
    return { state: 'done', answer: await send() }
  } catch (error) {
    return { state: 'failed', error }
  }
}

/** Nobody answered: it may have arrived. */
export const isUnanswered = (outcome: Outcome<unknown>): boolean =>
  outcome.state === 'failed' && problemOf(outcome.error).away
