import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HostBridge } from '../../shared/kit/host-bridge.ts'
import { FactList } from '../kit/FactList.tsx'
import { exactTime } from '../kit/when.ts'
import look from './first-run.module.css'
import { SureButton } from './SureButton.tsx'

/** The newest whole backup in the place of a damaged database: from when it is, what follows, and asked twice. */
export function BackupOffer({ desktop, at }: { desktop: HostBridge; at: string }) {
  const { t, i18n } = useTranslation()
  const [isRunning, setRunning] = useState(false)
  const when = exactTime(at, i18n.language)
  const restore = () => {
    setRunning(true)
    void desktop.restoreBackup()
  }
  return (
    <>
      <FactList
        labelRem={8}
        facts={[
          [t('admin.backup.newest'), when],
          [t('admin.backup.lost'), t('admin.backup.lostAfter', { when })],
        ]}
      />
      <div className={look.keyActions}>
        {isRunning ? (
          <span role="status">{t('admin.backup.running')}</span>
        ) : (
          <SureButton text={t('admin.backup.restore')} sure={t('admin.backup.sure', { when })} onSure={restore} />
        )}
      </div>
    </>
  )
}
