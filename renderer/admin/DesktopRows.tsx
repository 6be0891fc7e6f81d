import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { HostBridge, HostInfo } from '../../shared/kit/host-bridge.ts'
import { ChoiceChips } from '../kit/ChoiceChips.tsx'
import { LedgerBlock, LedgerCell, LedgerRow } from '../kit/LedgerForm.tsx'

/** What the desktop program does on this computer: telephone links, closing. */
export function DesktopRows({ desktop, info }: { desktop: HostBridge; info: HostInfo }) {
  const { t } = useTranslation()
  const cache = useQueryClient()
  const again = () => cache.invalidateQueries({ queryKey: ['desktop', 'info'] })
  const choices = (['yes', 'no'] as const).map((value) => ({ value, text: t(`admin.computer.${value}`) }))
  const answer = (isOn: boolean) => (isOn ? 'yes' : 'no')
  return (
    <LedgerBlock head={t('admin.computer.desktopHead')}>
      <LedgerRow>
        <LedgerCell label={t('admin.computer.telLinks')} source={t('admin.computer.telLinksHint')}>
          <ChoiceChips
            choices={choices}
            value={answer(info.dialsTelLinks)}
            onChange={(value) => void (value && desktop.setDialsTelLinks(value === 'yes').then(again))}
          />
        </LedgerCell>
      </LedgerRow>
      <LedgerRow>
        <LedgerCell label={t('admin.computer.closing')} source={t('admin.computer.closingHint')}>
          <ChoiceChips
            choices={choices}
            value={answer(info.closesToTray)}
            onChange={(value) => void (value && desktop.setClosesToTray(value === 'yes').then(again))}
          />
        </LedgerCell>
      </LedgerRow>
    </LedgerBlock>
  )
}
