import { IconDownload, IconPrinter } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useCommands, useHotkeys } from '../app/hotkeys.ts'
import { host } from '../app/host.ts'
import { KeyButton } from '../kit/KeyButton.tsx'
import look from './first-run.module.css'

/** Shown once: without it a lost computer key means a lost archive. */
export function RecoveryKey({ recoveryKey, onDone }: { recoveryKey: string; onDone: () => void }) {
  const { t } = useTranslation()
  const save = () => {
    const bytes = new TextEncoder().encode(`${t('admin.firstRun.recovery')}\n${recoveryKey}\n`)
    void host.saveFile({ fileName: 'gendan-recovery-key.txt', bytes })
  }
  useHotkeys()
  useCommands([
    { id: 'admin.recoveryDone', text: 'admin.firstRun.recoveryDone', keys: ['F9'], run: onDone },
    { id: 'admin.recoveryPrint', text: 'kit.button.print', keys: ['Ctrl+P'], run: () => window.print() },
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
          <KeyButton look="primary" keyCap="F9" onClick={onDone}>
            {t('admin.firstRun.recoveryDone')}
          </KeyButton>
        </div>
      </div>
    </div>
  )
}
