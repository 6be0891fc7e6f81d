import { useMantineColorScheme } from '@mantine/core'
import { IconKey, IconLogout } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLocation, useRoute } from 'wouter'
import { languages, type Language } from '../../shared/kit/words.ts'
import { host } from '../app/host.ts'
import { speak } from '../app/i18n.ts'
import { useMe } from '../app/use-house.ts'
import { useHouse } from '../app/use-session.ts'
import { ChoiceChips } from '../kit/ChoiceChips.tsx'
import { FactList } from '../kit/FactList.tsx'
import { KeyButton } from '../kit/KeyButton.tsx'
import { LedgerBlock, LedgerCell, LedgerForm, LedgerRow } from '../kit/LedgerForm.tsx'
import { DesktopRows } from './DesktopRows.tsx'
import { PasswordPart } from './PasswordPart.tsx'
import { NetworkRows } from './NetworkRows.tsx'
import { PrinterRows } from './PrinterRows.tsx'
import look from './settings.module.css'
import { useSignOut } from './use-sign-out.ts'

const schemes = ['light', 'dark', 'auto'] as const

/** This computer and who sits at it: language, colours, printers, what the desktop does, what runs here. */
export function ComputerSettings() {
  const { t, i18n } = useTranslation()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const me = useMe()
  const { data: house } = useHouse()
  const signOut = useSignOut()
  const [, navigate] = useLocation()
  const [changesPassword] = useRoute('/settings/computer/password')
  const { desktop } = host
  const info = useQuery({
    queryKey: ['desktop', 'info'],
    queryFn: () => desktop?.info() ?? null,
    enabled: desktop !== undefined,
  })
  return (
    <div className={look.page} role="region" aria-label={t('admin.settings.tab.computer')} tabIndex={0}>
      {changesPassword ? <PasswordPart onDone={() => navigate('/settings/computer')} /> : null}
      <div className={look.narrow}>
        <LedgerForm label={t('admin.settings.tab.computer')}>
          <LedgerBlock head={t('admin.computer.me')}>
            <LedgerRow>
              <LedgerCell
                label={t('admin.computer.account')}
                isReadOnly
                source={
                  <span className={look.cellActions}>
                    <KeyButton isSmall icon={IconKey} onClick={() => navigate('/settings/computer/password')}>
                      {t('door.changePassword')}
                    </KeyButton>
                    <KeyButton isSmall icon={IconLogout} onClick={signOut}>
                      {t('door.signOut')}
                    </KeyButton>
                  </span>
                }
              >
                {me ? [me.workNumber, me.name, t(`admin.role.${me.role}`)].filter(Boolean).join(' · ') : ''}
              </LedgerCell>
            </LedgerRow>
          </LedgerBlock>
          <LedgerBlock head={t('admin.computer.screen')}>
            <LedgerRow>
              <LedgerCell label={t('admin.company.language')}>
                <ChoiceChips
                  choices={languages.map((code) => ({ value: code, text: t(`kit.language.${code}`) }))}
                  value={i18n.language as Language}
                  onChange={(code) => void (code && speak(code))}
                />
              </LedgerCell>
            </LedgerRow>
            <LedgerRow>
              <LedgerCell label={t('admin.computer.colours')}>
                <ChoiceChips
                  choices={schemes.map((value) => ({ value, text: t(`kit.theme.${value}`) }))}
                  value={colorScheme}
                  onChange={(scheme) => scheme && setColorScheme(scheme)}
                />
              </LedgerCell>
            </LedgerRow>
          </LedgerBlock>
          {desktop ? <NetworkRows desktop={desktop} /> : null}
          {desktop ? <PrinterRows desktop={desktop} /> : null}
          {desktop && info.data ? <DesktopRows desktop={desktop} info={info.data} /> : null}
        </LedgerForm>
      </div>
      <h2 className={look.about}>{t('admin.computer.about')}</h2>
      <FactList
        labelRem={6}
        facts={[
          [t('admin.computer.station'), house?.version ?? ''],
          ...(info.data
            ? ([
                [t('admin.computer.desktop'), info.data.version],
                [t('admin.computer.engine'), `Electron ${info.data.electron} · Chromium ${info.data.chromium}`],
                [t('admin.computer.keyStore'), t(`admin.keyStore.${info.data.keyStore}`)],
              ] as const)
            : ([[t('admin.computer.seat'), t('admin.computer.browser')]] as const)),
        ]}
      />
    </div>
  )
}
