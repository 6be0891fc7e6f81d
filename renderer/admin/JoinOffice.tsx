import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HostBridge, HostJoining } from '../../shared/kit/host-bridge.ts'
import { ErrorNote } from '../kit/ErrorNote.tsx'
import { KeyButton } from '../kit/KeyButton.tsx'
import { LedgerBlock, LedgerCell, LedgerForm, LedgerRow } from '../kit/LedgerForm.tsx'
import { LedgerInput, LedgerText } from '../kit/LedgerInput.tsx'
import look from './first-run.module.css'

interface JoinOfficeProps {
  desktop: HostBridge
  /** Known already, when only the fingerprint is new. */
  address?: string
  onBack: () => void
}

/** Address and fingerprint of a station in the office, typed or pasted in one. The pages start anew when it is joined. */
export function JoinOffice({ desktop, address: first = '', onBack }: JoinOfficeProps) {
  const { t } = useTranslation()
  const [address, setAddress] = useState(first)
  const [fingerprint, setFingerprint] = useState('')
  const [joining, setJoining] = useState<HostJoining | 'asked' | null>(null)
  const type = (text: string) => {
    const both = /^\s*(\S+)\s+([0-9a-f\s:-]{64,})$/i.exec(text)
    setAddress(both?.[1] ?? text)
    if (both?.[2]) setFingerprint(both[2].trim())
    setJoining(null)
  }
  const go = () => {
    setJoining('asked')
    void desktop.joinOffice({ address, fingerprint }).then(setJoining)
  }
  const is = joining === null || joining === 'asked' ? null : joining.is
  return (
    <div className={look.gate}>
      <form
        className={look.keySheet}
        onSubmit={(event) => {
          event.preventDefault()
          go()
        }}
      >
        <h1 className={look.title}>{t('admin.office.joinTitle')}</h1>
        <p className={look.lead}>{t('admin.office.joinLead')}</p>
        <LedgerForm label={t('admin.office.joinTitle')} onEnd={go}>
          <LedgerBlock head={t('admin.office.head')}>
            <LedgerRow>
              <LedgerCell
                label={t('admin.office.address')}
                source={t('admin.office.addressHint')}
                {...(is === 'badAddress' ? { error: t('admin.office.badAddress') } : {})}
              >
                <LedgerInput autoFocus={first === ''} maxLength={300} value={address} onChange={type} />
              </LedgerCell>
            </LedgerRow>
            <LedgerRow rows={2}>
              <LedgerCell
                label={t('admin.lan.fingerprint')}
                source={t('admin.office.fingerprintHint')}
                {...(is === 'badFingerprint' ? { error: t('admin.office.badFingerprint') } : {})}
              >
                <LedgerText
                  rows={2}
                  autoFocus={first !== ''}
                  maxLength={500}
                  value={fingerprint}
                  onChange={(text) => {
                    setFingerprint(text)
                    setJoining(null)
                  }}
                />
              </LedgerCell>
            </LedgerRow>
          </LedgerBlock>
        </LedgerForm>
        <Refused joining={joining} address={address} />
        <div className={look.gateFoot}>
          <KeyButton onClick={onBack}>{t('admin.office.back')}</KeyButton>
          <KeyButton type="submit" look="primary" keyCap="Enter" capAt="after">
            {joining === 'asked' ? t('admin.office.joining') : t('admin.office.join')}
          </KeyButton>
        </div>
      </form>
    </div>
  )
}

/** Why it was not joined, where no field says so. */
function Refused({ joining, address }: { joining: HostJoining | 'asked' | null; address: string }) {
  const { t } = useTranslation()
  if (joining === null || joining === 'asked') return null
  if (joining.is === 'away') return <ErrorNote what={t('admin.office.away', { address })} />
  if (joining.is === 'otherVersion')
    return <ErrorNote what={t('admin.office.otherVersion', { theirs: joining.theirs, ours: joining.ours })} />
  if (joining.is === 'otherCertificate')
    return <ErrorNote what={t('admin.office.otherCertificate', { seen: joining.seen })} />
  return null
}
