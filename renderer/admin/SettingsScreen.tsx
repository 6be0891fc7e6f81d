import { lazy, Suspense, type ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useRoute } from 'wouter'
import type { Right } from '../../shared/admin/rights.ts'
import { useShell } from '../app/shell-state.ts'
import { Skeleton } from '../kit/Skeleton.tsx'
import { TabRow } from '../kit/TabRow.tsx'
import look from './settings.module.css'

const part = (load: () => Promise<ComponentType>) => lazy(async () => ({ default: await load() }))

/** The tabs of the settings and the right each needs. */
const tabs = [
  {
    value: 'company',
    needs: 'admin.settings',
    Part: part(async () => (await import('./CompanySettings.tsx')).CompanySettings),
  },
  {
    value: 'policies',
    needs: 'admin.policies',
    Part: part(async () => (await import('./policies/PolicySettings.tsx')).PolicySettings),
  },
  {
    value: 'members',
    needs: 'admin.members',
    Part: part(async () => (await import('./MembersSettings.tsx')).MembersSettings),
  },
  {
    value: 'rights',
    needs: 'admin.members',
    Part: part(async () => (await import('./RightsMatrix.tsx')).RightsMatrix),
  },
  { value: 'audit', needs: 'admin.audit', Part: part(async () => (await import('./AuditSettings.tsx')).AuditSettings) },
  {
    value: 'incidents',
    needs: 'admin.audit',
    Part: part(async () => (await import('./IncidentList.tsx')).IncidentList),
  },
  {
    value: 'computer',
    needs: 'admin.self',
    Part: part(async () => (await import('./ComputerSettings.tsx')).ComputerSettings),
  },
] as const satisfies readonly { value: string; needs: Right; Part: ComponentType }[]

/** Settings: the company, its members and their rights, what was done, and this computer. */
export function SettingsScreen() {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const [, params] = useRoute('/settings/:tab/*?')
  const may = useShell((state) => state.member?.may)
  const allowed = tabs.filter(({ needs }) => may?.(needs))
  const here = allowed.find(({ value }) => value === params?.tab) ?? allowed[0]
  if (!here) return null
  return (
    <div className={look.screen}>
      <TabRow
        label={t('kit.screen.settings')}
        tabs={allowed.map(({ value }) => ({ value, text: t(`admin.settings.tab.${value}`) }))}
        value={here.value}
        onChange={(value) => navigate(`/settings/${value}`, { replace: true })}
        controls="settings"
      />
      <div id="settings" role="tabpanel" aria-label={t(`admin.settings.tab.${here.value}`)} className={look.panel}>
        <Suspense fallback={<Skeleton lines={6} />}>
          <here.Part />
        </Suspense>
      </div>
    </div>
  )
}
