import { IconDownload, IconPrinter } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../app/api.ts'
import { useCommands } from '../app/hotkeys.ts'
import { host } from '../app/host.ts'
import { KeyButton } from '../kit/KeyButton.tsx'
import look from './first-run.module.css'

/** Shown until it is said to be written down, then never again: without it a lost computer key means a lost archive. */
export function RecoveryKey({ recoveryKey, onDone }: { recoveryKey: string; onDone: () => void }) {
  const { t } = useTranslation()
  const kept = useMutation(api.admin.recoveryKeyKept.mutationOptions({ onSuccess: onDone }))
  const done = () => kept.mutate()
  const save = () => {
    const bytes = new TextEncoder().encode(`${t('admin.firstRun.recovery')}\n${recoveryKey}\n`)
    void host.saveFile({ fileName: 'gendan-recovery-key.txt', bytes })
  }
  useCommands([
    { id: 'admin.recoveryDone', text: 'admin.firstRun.recoveryDone', keys: ['F9'], scope: 'gate', run: done },
    { id: 'admin.recoveryPrint', text: 'kit.button.print', keys: ['Ctrl+P'], scope: 'gate', run: () => window.print() },
  ])
  return (
    <div className={look.gate}>
      <div className={look.keySheet}>
        <h1 className={look.title}>{t('admin.firstRun.recovery')}</h1>
        <p className={look.lead}>{t('admin.firstRun.recoveryLead')}</p>
        <p className={look.key} data-testid="recovery-key">
          {recoveryKey}
        </p>
        <div className={look.gateFoot}>
          <span className={look.keyActions}>
            <KeyButton icon={IconPrinter} onClick={() => window.print()}>
              {t('kit.button.print')}
            </KeyButton>
            <KeyButton icon={IconDownload} onClick={save}>
              {t('admin.firstRun.recoverySave')}
            </KeyButton>
          </span>
          <KeyButton look="primary" keyCap="F9" onClick={done}>
            {t('admin.firstRun.recoveryDone')}
          </KeyButton>
        </div>
      </div>
    </div>
  )
}
