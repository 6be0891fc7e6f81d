import { useQuery } from '@tanstack/react-query'
import { api } from '../app/api.ts'
import { useShell } from '../app/shell-state.ts'
import { RecoveryKey } from './RecoveryKey.tsx'
import look from './RecoveryReminder.module.css'

/** A page loaded anew before the key was written down: the administrator meets it again instead of losing it. */
export function RecoveryReminder() {
  const may = useShell(({ member }) => member?.may('admin.settings') ?? false)
  const key = useQuery(api.admin.recoveryKey.queryOptions(undefined, { enabled: may }))
  if (!may || !key.data?.recoveryKey) return null
  return (
    <div className={look.overAll}>
      <RecoveryKey recoveryKey={key.data.recoveryKey} onDone={() => void key.refetch()} />
    </div>
  )
}
