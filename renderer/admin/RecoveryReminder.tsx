import { useQuery } from '@tanstack/react-query'
import { api } from '../app/api.ts'
import { lazyPart } from '../app/lazy-part.ts'
import { useShell } from '../app/shell-state.ts'

const RecoveryGate = lazyPart({
  words: ['admin'],
  load: () => import('./RecoveryGate.tsx').then((m) => m.RecoveryGate),
})

/** A page loaded anew before the key was written down: the administrator meets it again instead of losing it. */
export function RecoveryReminder() {
  const may = useShell(({ member }) => member?.may('admin.settings') ?? false)
  const key = useQuery(api.admin.recoveryKey.queryOptions(undefined, { enabled: may }))
  if (!may || !key.data?.recoveryKey) return null
  return <RecoveryGate recoveryKey={key.data.recoveryKey} onDone={() => void key.refetch()} />
}
