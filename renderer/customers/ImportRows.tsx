import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { targetLabel, targetOfField } from '../../shared/customers/import-columns.ts'
import {
  type ImportKind,
  importKinds,
  type ImportPreview,
  type ImportPreviewRow,
  type ImportRemark,
} from '../../shared/customers/schema.ts'
import { useKnownChoices } from '../app/use-policies.ts'
import { DataTable } from '../kit/DataTable.tsx'
import { TabRow } from '../kit/TabRow.tsx'
import look from './Import.module.css'

/** The dry run: what each row would do, by kind, with its reasons. */
export function ImportRows({ preview, isStale }: { preview: ImportPreview; isStale: boolean }) {
  const { t } = useTranslation()
  const [kind, setKind] = useState<ImportKind>('new')
  const remarkText = useRemarkText()
  const { added, updated, unchanged, conflicts, rejected } = preview.summary
  const counts: Record<ImportKind, number> = { new: added, update: updated, unchanged, conflict: conflicts, rejected }
  const tabs = importKinds.map((value) => ({
    value,
    text: value === 'rejected' ? t('customers.importScreen.rejected') : t(`customers.importKind.${value}`),
    note: counts[value],
  }))
  const why = (row: ImportPreviewRow) => row.remarks.map(remarkText).join('；')
  return (
    <div className={isStale ? `${look.table} ${look.stale}` : look.table} aria-busy={isStale}>
      <TabRow
        label={t('customers.importScreen.rowsTitle')}
        tabs={tabs}
        value={kind}
        onChange={setKind}
        controls="import-rows"
      />
      <div id="import-rows" role="tabpanel" className={look.table} aria-label={t('customers.importScreen.rowsTitle')}>
        <DataTable
          label={t('customers.importScreen.rowsTitle')}
          rows={preview.rows[kind]}
          total={counts[kind]}
          rowId={(row) => String(row.at)}
          empty={{ title: t('customers.importScreen.noRows') }}
          columns={[
            { id: 'at', title: t('customers.importScreen.at'), width: '5rem', isRight: true, cell: (row) => row.at },
            { id: 'name', title: t('customers.importTarget.name'), width: '12rem', cell: (row) => row.name },
            { id: 'phone', title: t('customers.importTarget.phone'), width: '13rem', cell: (row) => row.phone },
            {
              id: 'text',
              title: t('customers.importScreen.text'),
              width: 'minmax(12rem, 1fr)',
              cell: (row) => row.text,
            },
            {
              id: 'why',
              title: t('customers.importScreen.why'),
              width: 'minmax(14rem, 1.4fr)',
              cell: (row) => <span title={why(row)}>{why(row)}</span>,
            },
          ]}
        />
      </div>
    </div>
  )
}

function useRemarkText(): (remark: ImportRemark) => string {
  const { t } = useTranslation()
  const { categoryText } = useKnownChoices()
  return (remark) => {
    if (remark.what === 'reject') return t(`customers.importReason.${remark.code}`)
    if (remark.what === 'note') return t(`customers.importNote.${remark.code}`, { text: remark.text })
    const field = t(targetLabel(targetOfField(remark.field)))
    if (remark.what === 'change') return t('customers.importScreen.change', { field, value: remark.value })
    const shown = (value: string) => (remark.field === 'category' ? categoryText(value) : value)
    return t('customers.importScreen.conflict', { field, kept: shown(remark.kept), inFile: shown(remark.inFile) })
  }
}
