import { useSyncExternalStore } from 'react'
import { onClockSet, stationNow } from './station-clock.ts'

type Pace = 'second' | 'halfMinute'

/** One timer a pace for the whole page: a hundred clocks on screen tick together, and none ticks when none is shown. */
function ticker(everyMs: number) {
  const listeners = new Set<() => void>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let nowAt = stationNow()
  const tick = () => {
    clearTimeout(timer)
    nowAt = stationNow()
    for (const listener of listeners) listener()
    timer = setTimeout(tick, everyMs - (Date.parse(stationNow()) % everyMs))
  }
  onClockSet(() => {
    if (listeners.size > 0) tick()
  })
  return {
    now: () => {
      const isStale = listeners.size === 0 && Math.abs(Date.parse(stationNow()) - Date.parse(nowAt)) > everyMs
      return isStale ? (nowAt = stationNow()) : nowAt
    },
    follow: (listener: () => void) => {
      listeners.add(listener)
      if (listeners.size === 1) tick()
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) clearTimeout(timer)
      }
    },
  }
}

const tickers: Record<Pace, ReturnType<typeof ticker>> = { second: ticker(1_000), halfMinute: ticker(30_000) }

/** The station's clock as a value: an instant that moves each second, or each half minute where minutes are enough. */
export function useNow(pace: Pace = 'halfMinute'): string {
  return useSyncExternalStore(tickers[pace].follow, tickers[pace].now, tickers[pace].now)
}
