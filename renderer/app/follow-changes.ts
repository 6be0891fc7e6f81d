import { showsOneOf } from '../../shared/shown-kinds.ts'
import { client, queries } from './api.ts'
import { setShell } from './shell-state.ts'

const gatherMs = 250

/**
 * Hears the station's hints and asks again for what is on screen: gathered for a quarter of a second, a ring at once.
 * After a cut line everything on screen is asked again, since hints carry no data. Returns the way to stop.
 */
export function followChanges(): () => void {
  const stale = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let wasCut = false

  const refetch = () => {
    clearTimeout(timer)
    timer = undefined
    const kinds = [...stale]
    stale.clear()
    void queries.invalidateQueries({
      predicate: ({ queryKey: [path] }) => isPath(path) && showsOneOf(path.join('.'), kinds),
    })
  }

  const subscription = client.admin.changes.subscribe(undefined, {
    onData: ({ data: hints }) => {
      for (const { kind } of hints) stale.add(kind)
      if (hints.some(({ urgent }) => urgent)) refetch()
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

const isPath = (part: unknown): part is string[] => Array.isArray(part)
