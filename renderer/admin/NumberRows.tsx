import { useTranslation } from 'react-i18next'
import { formatNumber, schemeProblem } from '../../shared/admin/rules.ts'
import type { CompanyRow } from '../../shared/admin/schema.ts'
import { LedgerBlock, LedgerCell, LedgerRow } from '../kit/LedgerForm.tsx'
import { LedgerInput } from '../kit/LedgerInput.tsx'
import { numberKinds } from './company-draft.ts'

interface NumberRowsProps {
  numbers: CompanyRow['numbers']
  /** `2026-11-20`: the day of the examples. */
  today: string
  onChange: (numbers: CompanyRow['numbers']) => void
}

/** Number schemes (R353), each with the number it would give today, or what is wrong with it. */
export function NumberRows({ numbers, today, onChange }: NumberRowsProps) {
  const { t } = useTranslation()
  return (
    <LedgerBlock head={t('admin.company.numbers')}>
      {numberKinds.map((kind) => {
        const scheme = numbers[kind]
        const problem = schemeProblem(scheme)
        return (
          <LedgerRow key={kind}>
            <LedgerCell
              label={t(`admin.number.${kind}`)}
              isRequired
              error={problem ? t(`admin.scheme.${problem}`) : undefined}
              source={problem ? null : t('admin.number.example', { number: formatNumber(scheme, today, 1) })}
            >
              <LedgerInput maxLength={40} value={scheme} onChange={(text) => onChange({ ...numbers, [kind]: text })} />
            </LedgerCell>
          </LedgerRow>
        )
      })}
    </LedgerBlock>
  )
}
