import type { HostBridge, HostNetwork, HostStationState } from '../../shared/kit/host-bridge.ts'
import { queries } from './api.ts'
import { pageValue, usePageValue } from '../kit/page-value.ts'
import { host } from './host.ts'

/** Keeps the last word of the desktop on a matter, so that any component may read it at any time. */
function lastWord<Value>(listen: (desktop: HostBridge, hear: (value: Value) => void) => void): () => Value | null {
  const last = pageValue<Value | null>(null)
  if (host.desktop) listen(host.desktop, last.set)
  return () => usePageValue(last)
}

/** How this computer and others reach each other; null in a browser, and before the desktop has said. */
export const useNetwork = lastWord<HostNetwork>((desktop, hear) => void desktop.onNetwork(hear))

/** Whether the station behind this desktop answers; null in a browser. */
export const useStationState = lastWord<HostStationState>((desktop, hear) => {
  let wasGone = false
  desktop.onStationState((state) => {
    if (wasGone && state.is === 'ready') void queries.invalidateQueries()
    wasGone = state.is === 'gone'
    hear(state)
  })
})

/** Why there is no station behind this desktop; null while there is, or may be soon. */
export function useTrouble(): Extract<HostStationState, { is: 'gone' }> | null {
  const state = useStationState()
  return state?.is === 'gone' ? state : null
}
