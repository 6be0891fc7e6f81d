import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
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
    <Gate>
      <RecoveryKey recoveryKey={key.data.recoveryKey} onDone={() => void key.refetch()} />
    </Gate>
  )
}

/** A modal dialog that Escape does not close: the browser keeps focus in it and makes inert what lies behind. */
function Gate({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
  const dialog = useRef<HTMLDialogElement>(null)
  const show = () => {
    if (dialog.current?.isConnected && !dialog.current.open) dialog.current.showModal()
  }
  useEffect(show, [])
  return (
    <dialog
      ref={dialog}
      className={look.gate}
      aria-label={t('admin.firstRun.recovery')}
      onCancel={(event) => event.preventDefault()}
      onClose={show}
    >
      {children}
    </dialog>
  )
}
