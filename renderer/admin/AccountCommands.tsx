import { useLocation } from 'wouter'
import { useCommands } from '../app/hotkeys.ts'
import { useSignOut } from './use-sign-out.ts'

/** What every member can do about the own account, from the palette. */
export function AccountCommands() {
  const [, navigate] = useLocation()
  const signOut = useSignOut()
  useCommands([
    { id: 'admin.signOut', text: 'door.signOut', scope: 'app', run: signOut },
    {
      id: 'admin.changePassword',
      text: 'door.changePassword',
      scope: 'app',
      run: () => navigate('/settings/computer/password'),
    },
    { id: 'admin.thisComputer', text: 'door.thisComputer', scope: 'app', run: () => navigate('/settings/computer') },
  ])
  return null
}
