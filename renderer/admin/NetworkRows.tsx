import { useTranslation } from 'react-i18next'
import type { HostBridge, HostNetwork } from '../../shared/kit/host-bridge.ts'
import { useNetwork, useTrouble } from '../app/desktop-news.ts'
import { useShell } from '../app/shell-state.ts'
import { LedgerBlock, LedgerCell, LedgerRow } from '../kit/LedgerForm.tsx'
import { HookRows } from './HookRows.tsx'
import { LanRows } from './LanRows.tsx'
import { SureButton } from './SureButton.tsx'

/** How this computer and others reach each other, for who may change it. */
export function NetworkRows({ desktop }: { desktop: HostBridge }) {
  const network = useNetwork()
  const may = useShell(({ member }) => member?.may('admin.settings') ?? false)
  if (network?.is === 'office') return <OfficeRows desktop={desktop} network={network} />
  if (!network || !may) return null
  return (
    <>
      <LanRows desktop={desktop} network={network} />
      <HookRows desktop={desktop} network={network} />
    </>
  )
}

interface OfficeRowsProps {
  desktop: HostBridge
  network: Extract<HostNetwork, { is: 'office' }>
}

/** A seat of a station elsewhere: which, how it is known, and the way back. */
function OfficeRows({ desktop, network }: OfficeRowsProps) {
  const { t } = useTranslation()
  const trouble = useTrouble()
  return (
    <LedgerBlock head={t('admin.office.head')}>
      <LedgerRow>
        <LedgerCell
          label={t('door.office.seatOf')}
          isReadOnly
          source={t('admin.office.seatOfHint')}
          {...(trouble ? { error: t(trouble.reason, trouble.facts ?? {}) } : {})}
        >
          {network.url}
        </LedgerCell>
      </LedgerRow>
      <LedgerRow>
        <LedgerCell label={t('admin.lan.fingerprint')} isReadOnly>
          {network.fingerprint}
        </LedgerCell>
      </LedgerRow>
      <LedgerRow>
        <LedgerCell>
          <SureButton
            text={t('door.office.alone')}
            sure={t('door.office.aloneSure')}
            onSure={() => void desktop.leaveOffice()}
          />
        </LedgerCell>
      </LedgerRow>
    </LedgerBlock>
  )
}
