import { scopeOf } from '../../shared/admin/scopes.ts'
import { useMe } from '../app/use-house.ts'
import { useBackToList } from '../lists/public.ts'

/** What follows a case that went back to the desk: whoever meets only what is his goes to the list, the page is not his any more. */
export function useLeaveGivenBack(): () => void {
  const toList = useBackToList('/tickets')
  const me = useMe()
  return () => {
    if (me && scopeOf(me.role, 'tickets.view') === 'assigned') toList()
  }
}
