import { useLocation } from 'wouter'
import { useCommands } from '../app/hotkeys.ts'
import { useSignOut } from './use-sign-out.ts'

/** What every member can do about the own account, from the palette. */
export function AccountCommands() {
  const [, navigate] = useLocation()
  const signOut = useSignOut()
  useCommands([
    { id: 'admin.signOut', text: 'admin.signOut', scope: 'app', run: signOut },
    {
      id: 'admin.changePassword',
      text: 'admin.password.title',
      scope: 'app',
      run: () => navigate('/settings/computer/password'),
    },
    { id: 'admin.thisComputer', text: 'admin.computer.open', scope: 'app', run: () => navigate('/settings/computer') },
  ])
  return null
}
