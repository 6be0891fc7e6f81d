import { useTranslation } from 'react-i18next'
import {
  callTargets,
  customerTargets,
  type ColumnGuess,
  type ImportTarget,
  targetLabel,
} from '../../shared/customers/import-columns.ts'
import type { ImportPreview } from '../../shared/customers/schema.ts'
import look from './Import.module.css'

interface ImportColumnsProps {
  preview: ImportPreview
  onTarget: (column: number, target: ImportTarget | null) => void
}

/** The columns of the file, what each is taken for and why, over its first rows. */
export function ImportColumns({ preview, onTarget }: ImportColumnsProps) {
  const { t } = useTranslation()
  const targets: readonly ImportTarget[] = preview.kind === 'customers' ? customerTargets : callTargets
  return (
    <div className={look.columns} role="region" aria-label={t('customers.importScreen.columnsTitle')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {preview.columns.map((column) => (
              <th key={column.column} scope="col">
                {column.heading}
                <select
                  aria-label={t('customers.importScreen.columnFor', { heading: column.heading })}
                  value={column.target ?? ''}
                  onChange={({ target }) => onTarget(column.column, (target.value || null) as ImportTarget | null)}
                >
                  <option value="">{t('customers.importScreen.leftOut')}</option>
                  {targets.map((target) => (
                    <option key={target} value={target}>
                      {t(targetLabel(target))}
                    </option>
                  ))}
                </select>
                <Reason column={column} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {preview.sample.map((row) => (
            <tr key={row.at}>
              {preview.columns.map(({ column }) => (
                <td key={column}>{row.cells[column] ?? ''}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Why a column was taken so; a choice of the member needs no reason. */
function Reason({ column: { target, reason, confidence } }: { column: ColumnGuess }) {
  const { t } = useTranslation()
  const isOwn = target !== null && reason === 'none'
  const text = isOwn ? t('customers.importScreen.corrected') : t(`customers.importGuess.${reason}`)
  return (
    <small className={look.dim}>
      {text}
      {target !== null && confidence < 0.6 ? ' ?' : ''}
    </small>
  )
}
