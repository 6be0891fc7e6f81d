import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { schemeProblem } from '../../../shared/kit/number-scheme.ts'
import { numberedThings, type NumberSchemes, type Policy } from '../../../shared/presets/schema.ts'
import { api } from '../../app/api.ts'
import { LedgerBlock, LedgerCell, LedgerRow } from '../../kit/LedgerForm.tsx'
import { LedgerInput } from '../../kit/LedgerInput.tsx'
import { useDebounced } from '../../kit/use-debounced.ts'
import look from './policy.module.css'

interface NumbersPartProps {
  policy: Policy
  /** What the schemes were when editing began. */
  base: Policy
  /** First day they shall count; null: today. */
  effectiveOn: string | null
  onChange: (part: Partial<Policy>) => void
}

/** 编号: number schemes (R353), each with the very number it would give next, or what is wrong with it. */
export function NumbersPart({ policy: { numbers }, base, effectiveOn, onChange }: NumbersPartProps) {
  const { t } = useTranslation()
  const settled = useDebounced<{ numbers: NumberSchemes; effectiveOn: string | null }>({ numbers, effectiveOn }, 300)
  const { data: next } = useQuery(
    api.admin.nextNumbers.queryOptions(settled, { placeholderData: (before) => before, retry: false }),
  )
  const exampleOf = (number: string | null | undefined) => (number ? t('admin.number.example', { number }) : null)
  return (
    <LedgerBlock head={t('admin.policy.part.numbers')}>
      {numberedThings.map((thing) => {
        const scheme = numbers[thing]
        const problem = schemeProblem(scheme)
        return (
          <LedgerRow key={thing}>
            <LedgerCell
              label={t(`admin.number.${thing}`)}
              isRequired
              error={problem ? t(`admin.scheme.${problem}`) : undefined}
              source={problem ? null : exampleOf(next?.[thing])}
            >
              <LedgerInput
                maxLength={40}
                value={scheme}
                onChange={(text) => onChange({ numbers: { ...numbers, [thing]: text } })}
              />
              {scheme === base.numbers[thing] ? null : (
                <span className={look.dim}>{t('admin.policy.was', { before: base.numbers[thing] })}</span>
              )}
            </LedgerCell>
          </LedgerRow>
        )
      })}
      <p className={`${look.dim} ${look.under}`}>{t('admin.settings.numbersStay')}</p>
    </LedgerBlock>
  )
}
