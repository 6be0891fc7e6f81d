import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HostBridge, HostNetwork } from '../../shared/kit/host-bridge.ts'
import { KeyButton } from '../kit/KeyButton.tsx'
import { LedgerBlock, LedgerCell, LedgerRow } from '../kit/LedgerForm.tsx'
import { CopyButton } from './CopyButton.tsx'
import { SureButton } from './SureButton.tsx'

interface HookRowsProps {
  desktop: HostBridge
  network: Extract<HostNetwork, { is: 'own' }>
}

/** Where a telephone system posts its events, on this computer and from elsewhere, and the token it shows. */
export function HookRows({ desktop, network }: HookRowsProps) {
  const { t } = useTranslation()
  const [token, setToken] = useState<string | null>(null)
  const { hookUrl, takenPort, lanState } = network
  const addresses = [
    ...(hookUrl === null ? [] : [{ label: t('admin.hook.here'), url: hookUrl }]),
    ...(lanState.is === 'on'
      ? lanState.urls.slice(0, 1).map((url) => ({ label: t('admin.hook.lan'), url: `${url}/hooks/call` }))
      : []),
  ]
  return (
    <LedgerBlock head={t('admin.hook.head')}>
      {addresses.map(({ label, url }, index) => (
        <LedgerRow key={label}>
          <LedgerCell
            label={label}
            isReadOnly
            source={<CopyButton text={url} />}
            {...(index === 0 && takenPort !== null ? { error: t('admin.hook.port', { port: takenPort }) } : {})}
          >
            {url}
          </LedgerCell>
        </LedgerRow>
      ))}
      <LedgerRow>
        <LedgerCell
          label={t('admin.hook.token')}
          isReadOnly
          source={
            token === null ? (
              t('admin.hook.tokenHint')
            ) : (
              <>
                <CopyButton text={token} />{' '}
                <SureButton
                  text={t('admin.hook.again')}
                  sure={t('admin.hook.againSure')}
                  onSure={() => void desktop.hookToken(true).then(setToken)}
                />
              </>
            )
          }
        >
          {token === null ? (
            <KeyButton isSmall onClick={() => void desktop.hookToken(false).then(setToken)}>
              {t('admin.hook.show')}
            </KeyButton>
          ) : (
            <span style={{ overflowWrap: 'anywhere' }}>{token}</span>
          )}
        </LedgerCell>
      </LedgerRow>
    </LedgerBlock>
  )
}
