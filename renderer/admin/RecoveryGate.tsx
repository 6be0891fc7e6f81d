import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { RecoveryKey } from './RecoveryKey.tsx'
import look from './RecoveryReminder.module.css'

/** A modal dialog that Escape does not close: the browser keeps focus in it and makes inert what lies behind. */
export function RecoveryGate({ recoveryKey, onDone }: { recoveryKey: string; onDone: () => void }) {
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
      <RecoveryKey recoveryKey={recoveryKey} onDone={onDone} />
    </dialog>
  )
}
