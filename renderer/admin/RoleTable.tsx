import { Fragment, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type Role, roles } from '../../shared/admin/rights.ts'
import look from './settings.module.css'

interface RoleTableProps {
  lead: ReactNode
  /** Over the first column. */
  what: string
  groups: readonly {
    title: string
    rows: readonly { id: string; name: string; cell: (role: Role) => ReactNode }[]
  }[]
}

/** A table with a column for each role, its rows in groups. */
export function RoleTable({ lead, what, groups }: RoleTableProps) {
  const { t } = useTranslation()
  return (
    <table className={look.matrix}>
      <caption style={{ textAlign: 'left' }} className={look.details}>
        {lead}
      </caption>
      <thead>
        <tr>
          <th scope="col">{what}</th>
          {roles.map((role) => (
            <th key={role} scope="col">
              {t(`admin.role.${role}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {groups.map(({ title, rows }) => (
          <Fragment key={title}>
            <tr className={look.group}>
              <th scope="colgroup" colSpan={roles.length + 1}>
                {title}
              </th>
            </tr>
            {rows.map(({ id, name, cell }) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                {roles.map((role) => (
                  <td key={role}>{cell(role)}</td>
                ))}
              </tr>
            ))}
          </Fragment>
        ))}
      </tbody>
    </table>
  )
}
