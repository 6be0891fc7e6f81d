import { IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { mayUse, protectedFields, type Right, rights, type Role, sightOf } from '../../shared/admin/rights.ts'
import { grouped } from '../../shared/kit/grouped.ts'
import { Icon } from '../kit/Icon.tsx'
import { QuotaTable } from './QuotaTable.tsx'
import { RoleTable } from './RoleTable.tsx'
import look from './settings.module.css'

/** Rights somebody needs a role for, by feature. Entering needs none. */
const shown = (Object.keys(rights) as Exclude<Right, 'admin.enter'>[]).filter(
  (right) => (rights[right] as unknown) !== 'anyone',
)
const byFeature = [...grouped(shown, (right) => right.split('.')[0] ?? '')]

/** Who may do what (F46), as the house enforces it: role × function, and what each role sees of protected fields; below it how often. */
export function RightsMatrix() {
  const { t } = useTranslation()
  const ofFeature = byFeature.map(([feature, ofIt]) => ({
    title: t(`admin.feature.${feature}`),
    rows: ofIt.map((right) => ({
      ...{ id: right, name: t(`admin.right.${right}`) },
      cell: (role: Role) =>
        mayUse(role, right) ? (
          <Icon of={IconCheck} label={t('admin.rights.yes')} />
        ) : (
          <span className={look.dim}>–</span>
        ),
    })),
  }))
  const fields = {
    title: t('admin.rights.fields'),
    rows: protectedFields.map((field) => ({
      ...{ id: field, name: t(`admin.sightField.${field}`) },
      cell: (role: Role) => t(`admin.sight.${sightOf(role, field)}`),
    })),
  }
  return (
    <div className={look.page} role="region" aria-label={t('admin.settings.tab.rights')} tabIndex={0}>
      <RoleTable lead={t('admin.rights.lead')} what={t('admin.rights.function')} groups={[...ofFeature, fields]} />
      <QuotaTable />
    </div>
  )
}
