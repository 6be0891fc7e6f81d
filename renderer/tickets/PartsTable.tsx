import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { formatCents } from '../../shared/kit/money.ts'
import { currentLanguage } from '../app/i18n.ts'
import { IconButton } from '../kit/IconButton.tsx'
import { LedgerCell, LedgerRow } from '../kit/LedgerForm.tsx'
import { emptyPart, isEmptyPart, partProblems, partsSum, type PartLine } from './money-field.ts'
import look from './PartsTable.module.css'

interface PartsTableProps {
  lines: readonly PartLine[]
  onChange: (lines: PartLine[]) => void
  error?: string
}

/** 更换配件: name and model, quantity, unit price in yuan, amount. A last empty line waits for the next part. */
export function PartsTable({ lines, onChange, error }: PartsTableProps) {
  const { t } = useTranslation()
  const shown = [...lines, emptyPart]
  const sum = partsSum(lines)
  const change = (index: number, part: Partial<PartLine>) => {
    const next = shown.map((line, at) => (at === index ? { ...line, ...part } : line))
    onChange(next.filter((line, at) => at < next.length - 1 || !isEmptyPart(line)))
  }
  return (
    <LedgerRow>
      <LedgerCell label={t('tickets.field.partsUsed')} {...(error === undefined ? {} : { error })}>
        <table className={look.table}>
          <thead>
            <tr>
              <th scope="col">{t('tickets.parts.name')}</th>
              <th scope="col">{t('tickets.parts.quantity')}</th>
              <th scope="col">{t('tickets.parts.price')}</th>
              <th scope="col">{t('tickets.parts.amount')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {shown.map((line, index) => {
              const isLast = index === lines.length
              const wrong = isEmptyPart(line) ? [] : partProblems(line)
              const cell = (field: keyof PartLine, label: string) => (
                <td>
                  <input
                    aria-label={`${label} ${index + 1}`}
                    aria-invalid={wrong.includes(field) || undefined}
                    title={wrong.includes(field) ? t(`tickets.parts.wrong.${field}`) : undefined}
                    className={wrong.includes(field) ? `${look.input} ${look.wrong}` : look.input}
                    data-ledger-field=""
                    autoComplete="off"
                    placeholder={isLast && field === 'name' ? t('tickets.parts.add') : undefined}
                    inputMode={field === 'name' ? undefined : 'decimal'}
                    value={isLast && field === 'quantity' ? '' : line[field]}
                    onChange={(event) => change(index, { [field]: event.target.value })}
                  />
                </td>
              )
              return (
                <tr key={index}>
                  {cell('name', t('tickets.parts.name'))}
                  {cell('quantity', t('tickets.parts.quantity'))}
                  {cell('price', t('tickets.parts.price'))}
                  <td className={look.amount}>
                    {isEmptyPart(line) || wrong.length > 0 ? '' : formatCents(partsSum([line]), currentLanguage())}
                  </td>
                  <td className={look.remove}>
                    {isLast ? null : (
                      <IconButton
                        icon={IconX}
                        label={t('tickets.parts.remove', { nth: index + 1 })}
                        onClick={() => onChange(lines.filter((_, at) => at !== index))}
                      />
                    )}
                  </td>
                </tr>
              )
            })}
          </tbody>
          {lines.length > 1 ? (
            <tfoot>
              <tr>
                <th scope="row" colSpan={3}>
                  {t('tickets.parts.sum')}
                </th>
                <td className={look.amount}>{formatCents(sum, currentLanguage())}</td>
                <td />
              </tr>
            </tfoot>
          ) : null}
        </table>
      </LedgerCell>
    </LedgerRow>
  )
}
