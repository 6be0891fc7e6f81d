import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, type Outputs } from '../app/api.ts'
import { Asked } from '../kit/Asked.tsx'
import { DataTable, type Column } from '../kit/DataTable.tsx'
import { Pane } from '../kit/Pane.tsx'
import { useNow } from '../kit/use-now.ts'
import { WhenText } from '../kit/WhenText.tsx'
import look from './settings.module.css'

type Incident = Outputs['admin']['incidents'][number]

/** Defects people met, by the six letters they saw; the station's log has the rest. */
export function IncidentList() {
  const { t } = useTranslation()
  const nowAt = useNow()
  const columns: Column<Incident>[] = [
    { id: 'id', title: t('admin.incident.id'), width: '6rem', cell: ({ id }) => <b>{id}</b> },
    { id: 'at', title: t('admin.audit.at'), width: '9rem', cell: ({ at }) => <WhenText at={at} nowAt={nowAt} /> },
    { id: 'procedure', title: t('admin.incident.procedure'), width: '12rem', cell: ({ procedure }) => procedure },
    { id: 'summary', title: t('admin.incident.summary'), width: 'minmax(16rem, 1fr)', cell: ({ summary }) => summary },
  ]
  return (
    <Pane label={t('admin.settings.tab.incidents')}>
      <div className={look.bar}>{t('admin.incident.lead')}</div>
      <Asked query={useQuery(api.admin.incidents.queryOptions())} lines={6}>
        {(rows) => (
          <DataTable
            label={t('admin.settings.tab.incidents')}
            columns={columns}
            rows={rows}
            rowId={({ id }) => id}
            empty={{ title: t('admin.incident.empty'), todo: t('admin.incident.emptyTodo') }}
          />
        )}
      </Asked>
    </Pane>
  )
}
