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
  useCommands([{ id: 'admin.recoveryDone', text: 'admin.firstRun.recoveryDone', keys: ['F9'], run: onDone }])
  return (
    <div className={look.narrow} style={{ margin: '0 auto' }}>
      <h1 className={look.title}>{t('admin.firstRun.recovery')}</h1>
      <p className={look.lead}>{t('admin.firstRun.recoveryLead')}</p>
      <p className={look.key} data-testid="recovery-key">
        {recoveryKey}
      </p>
      <div className={look.gateFoot}>
        <KeyButton onClick={save}>{t('admin.firstRun.recoverySave')}</KeyButton>
        <KeyButton look="primary" keyCap="F9" onClick={onDone}>
          {t('admin.firstRun.recoveryDone')}
        </KeyButton>
      </div>
    </div>
  )
}
