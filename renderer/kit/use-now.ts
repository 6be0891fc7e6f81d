import { useSyncExternalStore } from 'react'

type Pace = 'second' | 'halfMinute'

let aheadMs = 0
const instant = () => new Date(Date.now() + aheadMs).toISOString()

/** Tells the clocks on screen what the station's clock says, so a seat with a wrong clock still counts right. */
export function followStationClock(stationNowAt: string): void {
  const measured = Date.parse(stationNowAt) - Date.now()
  aheadMs = Math.abs(measured) < 2_000 ? 0 : measured
}

/** One timer a pace for the whole page: a hundred clocks on screen tick together, and none ticks when none is shown. */
function ticker(everyMs: number) {
  const listeners = new Set<() => void>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let nowAt = instant()
  const tick = () => {
    nowAt = instant()
    for (const listener of listeners) listener()
    timer = setTimeout(tick, everyMs - (Date.now() % everyMs))
  }
  return {
    now: () => nowAt,
    follow: (listener: () => void) => {
      listeners.add(listener)
      if (timer === undefined) {
        nowAt = instant()
        timer = setTimeout(tick, everyMs - (Date.now() % everyMs))
      }
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        clearTimeout(timer)
        timer = undefined
      }
    },
  }
}

const tickers: Record<Pace, ReturnType<typeof ticker>> = { second: ticker(1_000), halfMinute: ticker(30_000) }

/** The clock as a value: an instant that moves each second, or each half minute where minutes are enough. */
export function useNow(pace: Pace = 'halfMinute'): string {
  return useSyncExternalStore(tickers[pace].follow, tickers[pace].now)
}
