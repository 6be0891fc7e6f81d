import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HostBridge, HostNetwork } from '../../shared/kit/host-bridge.ts'
import { ChoiceChips } from '../kit/ChoiceChips.tsx'
import { LedgerBlock, LedgerCell, LedgerRow } from '../kit/LedgerForm.tsx'
import { LedgerInput } from '../kit/LedgerInput.tsx'
import { LedgerSelect } from '../kit/LedgerSelect.tsx'
import { CopyButton } from './CopyButton.tsx'

interface LanRowsProps {
  desktop: HostBridge
  network: Extract<HostNetwork, { is: 'own' }>
}

/** Opens the station of this computer to others: where, with which certificate, and what they are told. */
export function LanRows({ desktop, network }: LanRowsProps) {
  const { t } = useTranslation()
  const { lan, lanState } = network
  const [typed, setTyped] = useState<string | null>(null)
  const isPort = (text: string) => /^\d+$/.test(text) && Number(text) >= 1_024 && Number(text) <= 65_535
  const move = () => {
    if (typed === null || !isPort(typed)) return
    setTyped(null)
    if (Number(typed) !== lan.port) void desktop.setLan({ ...lan, port: Number(typed) })
  }
  const known = [...new Set(['0.0.0.0', ...network.addresses, lan.address])]
  const failure = lanState.is === 'failed' ? t(lanState.reason) : undefined
  return (
    <LedgerBlock head={t('admin.lan.head')}>
      <LedgerRow>
        <LedgerCell
          label={t('admin.lan.open')}
          source={lanState.is === 'starting' ? t('admin.lan.opening') : t('admin.lan.openHint')}
          {...(failure === undefined ? {} : { error: failure })}
        >
          <ChoiceChips
            choices={(['yes', 'no'] as const).map((value) => ({ value, text: t(`admin.computer.${value}`) }))}
            value={lan.isOn ? 'yes' : 'no'}
            onChange={(value) => void (value && desktop.setLan({ ...lan, isOn: value === 'yes' }))}
          />
        </LedgerCell>
      </LedgerRow>
      <LedgerRow columns="minmax(0, 3fr) minmax(0, 2fr)">
        <LedgerCell label={t('admin.lan.address')}>
          <LedgerSelect
            choices={known.map((value) => ({ value, text: value === '0.0.0.0' ? t('admin.lan.allAddresses') : value }))}
            value={lan.address}
            onChange={(address) => void desktop.setLan({ ...lan, address })}
          />
        </LedgerCell>
        <LedgerCell
          label={t('admin.lan.port')}
          {...(typed !== null && !isPort(typed) ? { error: t('admin.lan.portWrong') } : {})}
        >
          <LedgerInput
            inputMode="numeric"
            maxLength={5}
            value={typed ?? String(lan.port)}
            onChange={setTyped}
            onBlur={move}
          />
        </LedgerCell>
      </LedgerRow>
      {lanState.is === 'on' ? <Given urls={lanState.urls} fingerprint={lanState.fingerprint} port={lan.port} /> : null}
    </LedgerBlock>
  )
}

/** What others are told, once it is open. */
function Given({ urls, fingerprint, port }: { urls: readonly string[]; fingerprint: string; port: number }) {
  const { t } = useTranslation()
  return (
    <>
      {urls.map((url) => (
        <LedgerRow key={url}>
          <LedgerCell label={t('admin.lan.give')} isReadOnly source={<CopyButton text={url} />}>
            {url}
          </LedgerCell>
        </LedgerRow>
      ))}
      <LedgerRow>
        <LedgerCell
          label={t('admin.lan.fingerprint')}
          isReadOnly
          source={<CopyButton text={`${urls[0] ?? ''} ${fingerprint}`} label={t('admin.lan.copyBoth')} />}
        >
          {fingerprint}
        </LedgerCell>
      </LedgerRow>
      <LedgerRow rows={2}>
        <LedgerCell>
          {t('admin.lan.giveHint')} {t('admin.lan.firewall', { port })}
        </LedgerCell>
      </LedgerRow>
    </>
  )
}
