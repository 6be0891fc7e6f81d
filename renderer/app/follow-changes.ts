import type { Feature } from '../../shared/kit/features.ts'
import { client, queries } from './api.ts'
import { setShell } from './shell-state.ts'

const gatherMs = 250

/** What a change of one feature makes stale beside its own queries. */
const alsoStale: Partial<Record<Feature, readonly Feature[]>> = {
  customers: ['history', 'intake', 'tickets'],
  intake: ['customers', 'tickets'],
  products: ['customers', 'history', 'tickets'],
  sheets: ['tickets'],
  tickets: ['customers', 'history', 'intake', 'products'],
}

/**
 * Hears the station's hints and asks again for what is on screen: gathered for a quarter of a second, a ring at once.
 * After a cut line everything on screen is asked again, since hints carry no data. Returns the way to stop.
 */
export function followChanges(): () => void {
  const stale = new Set<Feature>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let wasCut = false

  const refetch = () => {
    clearTimeout(timer)
    timer = undefined
    const features = new Set([...stale].flatMap((feature) => [feature, ...(alsoStale[feature] ?? [])]))
    stale.clear()
    for (const feature of features) void queries.invalidateQueries({ queryKey: [[feature]] })
  }

  const subscription = client.admin.changes.subscribe(undefined, {
    onData: ({ data: hint }) => {
      stale.add(hint.feature)
      if (hint.urgent) refetch()
      else timer ??= setTimeout(refetch, gatherMs)
    },
    onConnectionStateChange: ({ state }) => {
      if (state === 'pending') {
        setShell({ station: 'online' })
        if (wasCut) void queries.invalidateQueries()
        wasCut = false
        return
      }
      if (state === 'connecting') {
        wasCut = true
        setShell({ station: 'offline' })
      }
    },
    onError: () => {
      wasCut = true
      setShell({ station: 'offline' })
    },
  })
  return () => {
    clearTimeout(timer)
    subscription.unsubscribe()
  }
}
