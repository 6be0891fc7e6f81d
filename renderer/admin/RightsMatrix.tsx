import { IconCheck } from '@tabler/icons-react'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { mayUse, protectedFields, type Right, rights, roles, sightOf } from '../../shared/admin/rights.ts'
import { grouped } from '../../shared/kit/grouped.ts'
import { Icon } from '../kit/Icon.tsx'
import { QuotaTable } from './QuotaTable.tsx'
import look from './settings.module.css'

/** Rights somebody needs a role for, by feature. Entering needs none. */
const shown = (Object.keys(rights) as Exclude<Right, 'admin.enter'>[]).filter(
  (right) => (rights[right] as unknown) !== 'anyone',
)
const byFeature = [...grouped(shown, (right) => right.split('.')[0] ?? '')]

/** Who may do what (F46), as the house enforces it: role × function, and what each role sees of protected fields; below it how often. */
export function RightsMatrix() {
  const { t } = useTranslation()
  return (
    <div className={look.page} role="region" aria-label={t('admin.settings.tab.rights')} tabIndex={0}>
      <table className={look.matrix}>
        <caption style={{ textAlign: 'left' }} className={look.details}>
          {t('admin.rights.lead')}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('admin.rights.function')}</th>
            {roles.map((role) => (
              <th key={role} scope="col">
                {t(`admin.role.${role}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {byFeature.map(([feature, ofFeature]) => (
            <Fragment key={feature}>
              <tr className={look.group}>
                <th scope="colgroup" colSpan={roles.length + 1}>
                  {t(`admin.feature.${feature}`)}
                </th>
              </tr>
              {ofFeature.map((right) => (
                <tr key={right}>
                  <th scope="row">{t(`admin.right.${right}`)}</th>
                  {roles.map((role) => (
                    <td key={role}>
                      {mayUse(role, right) ? (
                        <Icon of={IconCheck} label={t('admin.rights.yes')} />
                      ) : (
                        <span className={look.dim}>–</span>
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </Fragment>
          ))}
          <tr className={look.group}>
            <th scope="colgroup" colSpan={roles.length + 1}>
              {t('admin.rights.fields')}
            </th>
          </tr>
          {protectedFields.map((field) => (
            <tr key={field}>
              <th scope="row">{t(`admin.sightField.${field}`)}</th>
              {roles.map((role) => (
                <td key={role}>{t(`admin.sight.${sightOf(role, field)}`)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <QuotaTable />
    </div>
  )
}
