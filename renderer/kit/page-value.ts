import { useSyncExternalStore } from 'react'

/** A value of the whole page that outlives what shows it: read and set from anywhere, also outside of components. */
export interface PageValue<Value> {
  now: () => Value
  /** Repaints who shows it, unless it is the same. */
  set: (next: Value) => void
  /** Calls after every change; answers how to stop. */
  follow: (listener: () => void) => () => void
}

/** A value of the page; components show it with `usePageValue`. */
export function pageValue<Value>(first: Value): PageValue<Value> {
  let value = first
  const listeners = new Set<() => void>()
  return {
    now: () => value,
    set: (next) => {
      if (Object.is(next, value)) return
      value = next
      for (const listener of listeners) listener()
    },
    follow: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** A value of the page as it stands. */
export function usePageValue<Value>(of: PageValue<Value>): Value
/** The part of it that is shown; the same value must give the same part. */
export function usePageValue<Value, Part>(of: PageValue<Value>, select: (value: Value) => Part): Part
/** Either of them. */
export function usePageValue<Value, Part>(of: PageValue<Value>, select?: (value: Value) => Part): Value | Part {
  return useSyncExternalStore(of.follow, () => (select ? select(of.now()) : of.now()))
}
