import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { mayUse } from '../../shared/admin/rights.ts'
import { followCompanyZone } from '../kit/station-clock.ts'
import { api, standFor } from './api.ts'
import { followChanges } from './follow-changes.ts'
import { startOutbox } from './outbox.ts'
import { setShell } from './shell-state.ts'

/** What the house is and who is in; asked again every five seconds while the station is silent, and every five minutes for the clock. */
export function useHouse() {
  return useQuery(
    api.admin.house.queryOptions(undefined, {
      refetchInterval: ({ state }) => (state.data === undefined ? 5_000 : 300_000),
    }),
  )
}

/**
 * Keeps the shell in step with the session: which door, which member, hints and outbox while one is in. After signing in
 * or out invalidate `api.admin.house`; a station that falls silent changes nothing of what is on screen.
 */
export function useSession(): void {
  const { data: house } = useHouse()
  const me = house?.me ?? null
  const memberId = me?.mustChangePassword ? undefined : me?.id
  useEffect(() => {
    if (!house) return
    if (house.company) followCompanyZone(house.company.timeZone)
    const entrance = house.needsSetUp
      ? 'firstRun'
      : house.me?.mustChangePassword
        ? 'newPassword'
        : house.me
          ? 'signedIn'
          : 'signedOut'
    const role = house.me?.role
    const member =
      house.me && role ? { number: house.me.workNumber, name: house.me.name, may: mayUse.bind(null, role) } : null
    standFor(house.me?.id ?? '')
    setShell({ entrance, member })
  }, [house])
  useEffect(() => {
    if (memberId === undefined) return
    const stops = [followChanges(), startOutbox(memberId)]
    return () => {
      for (const stop of stops) stop()
    }
  }, [memberId])
}
