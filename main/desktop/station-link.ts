import type { HostStationState } from '../../shared/kit/host-bridge.ts'
import type { StationProcess } from './station-process.ts'

/** The station behind this desktop, whichever it is now. */
export interface StationLink extends StationProcess {
  /** Ends the one in use, then begins with another. */
  use(begin: () => StationProcess): Promise<void>
}

/** A steady view of a station process that may be replaced. */
export function createLink(first: StationProcess): StationLink {
  let current = first
  const listeners = new Set<(state: HostStationState) => void>()
  const tellAll = (state: HostStationState) => {
    for (const listener of [...listeners]) listener(state)
  }
  let unfollow = first.onState(tellAll)
  return {
    get state() {
      return current.state
    },
    onState(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    address: (withinMs) => current.address(withinMs),
    tell: (message) => current.tell(message),
    restart: () => current.restart(),
    stop: () => current.stop(),
    async use(begin) {
      unfollow()
      await current.stop()
      current = begin()
      unfollow = current.onState(tellAll)
      tellAll(current.state)
    },
  }
}
