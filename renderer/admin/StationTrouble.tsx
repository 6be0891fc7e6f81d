import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HostBridge } from '../../shared/kit/host-bridge.ts'
import { useNetwork, useTrouble } from '../app/desktop-news.ts'
import { host } from '../app/host.ts'
import { ErrorNote } from '../kit/ErrorNote.tsx'
import { FactList } from '../kit/FactList.tsx'
import { KeyButton } from '../kit/KeyButton.tsx'
import { LedgerBlock, LedgerCell, LedgerForm, LedgerRow } from '../kit/LedgerForm.tsx'
import { LedgerInput } from '../kit/LedgerInput.tsx'
import look from './first-run.module.css'
import { BackupOffer } from './BackupOffer.tsx'
import { JoinOffice } from './JoinOffice.tsx'
import { SureButton } from './SureButton.tsx'

/** Why this desktop has no station, and what can be done: instead of a door, or over the shell with a way on (`more`). */
export function StationTrouble({ more }: { more?: ReactNode }) {
  const { t } = useTranslation()
  const trouble = useTrouble()
  const network = useNetwork()
  const [isJoining, setJoining] = useState(false)
  const { desktop } = host
  if (!trouble || !desktop) return null
  if (isJoining)
    return <JoinOffice desktop={desktop} address={trouble.facts?.['address'] ?? ''} onBack={() => setJoining(false)} />
  const isChanged = trouble.reason === 'desktop.office.changed'
  return (
    <div className={look.gate}>
      <div className={look.keySheet}>
        <h1 className={look.title}>{isChanged ? t('admin.trouble.changed') : t('admin.trouble.title')}</h1>
        <ErrorNote
          what={t(trouble.reason, trouble.facts ?? {})}
          {...(isChanged ? { todo: t('admin.trouble.changedTodo') } : {})}
          incident={trouble.incident}
          onRetry={() => void desktop.restartStation()}
        />
        {isChanged && network?.is === 'office' ? (
          <FactList
            labelRem={6}
            facts={[
              [t('admin.office.expected'), network.fingerprint],
              [t('admin.office.seen'), trouble.facts?.['seen'] ?? ''],
            ]}
          />
        ) : null}
        {trouble.facts?.['backupAt'] ? <BackupOffer desktop={desktop} at={trouble.facts['backupAt']} /> : null}
        {trouble.facts?.['book'] ? (
          <div className={look.keyActions}>
            <SureButton
              text={t(`admin.trouble.asItIs.${trouble.facts['book']}`)}
              sure={t('admin.trouble.asItIsSure')}
              onSure={() => void desktop.goOnAsItIs()}
            />
          </div>
        ) : null}
        {trouble.reason === 'desktop.station.keyLost' ? <KeyFromPaper desktop={desktop} /> : null}
        <div className={look.gateFoot}>
          <span className={look.keyActions}>
            {network?.is === 'office' ? (
              <SureButton
                text={t('door.office.alone')}
                sure={t('door.office.aloneSure')}
                onSure={() => void desktop.leaveOffice()}
              />
            ) : null}
            {isChanged ? (
              <KeyButton isSmall onClick={() => setJoining(true)}>
                {t('admin.office.newFingerprint')}
              </KeyButton>
            ) : null}
          </span>
          {more}
        </div>
      </div>
    </div>
  )
}

/** The key of the database from paper. */
function KeyFromPaper({ desktop }: { desktop: HostBridge }) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const [isWrong, setWrong] = useState(false)
  const go = () => void desktop.useRecoveryKey(typed).then((isKey) => setWrong(!isKey))
  return (
    <>
      <LedgerForm label={t('admin.trouble.key')} onEnd={go}>
        <LedgerBlock head={t('admin.office.head')}>
          <LedgerRow>
            <LedgerCell label={t('admin.trouble.key')} {...(isWrong ? { error: t('admin.trouble.keyWrong') } : {})}>
              <LedgerInput autoFocus maxLength={500} value={typed} onChange={setTyped} />
            </LedgerCell>
          </LedgerRow>
        </LedgerBlock>
      </LedgerForm>
      <div className={look.gateFoot}>
        <span />
        <KeyButton look="primary" onClick={go}>
          {t('admin.trouble.keyGo')}
        </KeyButton>
      </div>
    </>
  )
}
