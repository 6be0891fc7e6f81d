import { useTranslation } from 'react-i18next'
import type { Language } from '../../../shared/kit/words.ts'
import { ownWarranty } from '../../../shared/presets/own-figures.ts'
import type { Policy } from '../../../shared/presets/schema.ts'
import { ChoiceChips } from '../../kit/ChoiceChips.tsx'
import { LedgerBlock, LedgerCell, LedgerRow } from '../../kit/LedgerForm.tsx'
import { ListPart } from './ListPart.tsx'
import { NumberCell, sameText, TextCell } from './TextCell.tsx'

type WarrantyPolicy = Policy['warranty']

interface WarrantyBlockProps {
  warranty: WarrantyPolicy
  onChange: (warranty: WarrantyPolicy) => void
}

/** 保修: how long, from which day, what stands in where that is not known, what the stages are called, what is charged afterwards and what is never covered. */
export function WarrantyBlock({ warranty, onChange }: WarrantyBlockProps) {
  const { t, i18n } = useTranslation()
  const language = i18n.language as Language
  const put = (part: Partial<WarrantyPolicy>) => onChange(ownWarranty(warranty, part))
  const dayText = (value: 'purchased' | 'accepted') => ({ value, text: t(`admin.policy.startsFrom.${value}`) })
  return (
    <>
      <LedgerBlock head={t('admin.layer.warranty')}>
        <LedgerRow>
          <NumberCell
            label={t('admin.policy.months')}
            value={warranty.months}
            onChange={(months) => put({ months: months || null })}
          />
          <LedgerCell label={t('admin.policy.startsFrom')}>
            <ChoiceChips
              choices={(['purchased', 'accepted'] as const).map(dayText)}
              value={warranty.startsFrom}
              onChange={(startsFrom) => put({ startsFrom })}
            />
          </LedgerCell>
        </LedgerRow>
        <LedgerRow>
          <LedgerCell label={t('admin.policy.fallback')}>
            <ChoiceChips
              choices={[
                ...(['purchased', 'accepted'] as const).map(dayText),
                { value: 'none', text: t('admin.policy.fallback.none') },
              ]}
              value={warranty.fallback ?? 'none'}
              onChange={(day) => put({ fallback: day === 'none' ? null : day })}
            />
          </LedgerCell>
          <LedgerCell label={t('admin.policy.afterwards')}>
            <ChoiceChips
              choices={(['partsOnly', 'feeAgreed', 'asQuoted'] as const).map((value) => ({
                value,
                text: t(`admin.policy.afterwards.${value}`),
              }))}
              value={warranty.afterwards}
              onChange={(afterwards) => afterwards && put({ afterwards })}
            />
          </LedgerCell>
        </LedgerRow>
        <LedgerRow>
          <TextCell
            label={t('admin.policy.freeName')}
            text={warranty.freeName}
            onChange={(freeName) => put({ freeName })}
          />
          <TextCell
            label={t('admin.policy.paidName')}
            text={warranty.paidName}
            onChange={(paidName) => put({ paidName })}
          />
        </LedgerRow>
      </LedgerBlock>
      <ListPart
        head={t('admin.policy.exclusions')}
        items={warranty.exclusions}
        nameOf={(text) => text[language]}
        onChange={(exclusions) => put({ exclusions })}
        make={warranty.exclusions.length < 20 ? () => sameText(t('admin.policy.newLine')) : undefined}
      >
        {(text, change) => <TextCell label={t('admin.policy.exclusion')} text={text} onChange={change} />}
      </ListPart>
    </>
  )
}
