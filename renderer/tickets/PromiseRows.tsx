import { useTranslation } from 'react-i18next'
import { ChoiceChips } from '../kit/ChoiceChips.tsx'
import { LedgerCell, LedgerRow } from '../kit/LedgerForm.tsx'
import { LedgerInput } from '../kit/LedgerInput.tsx'
import { spanText } from '../kit/spans.ts'
import type { FieldProblems } from './use-field-problems.ts'
import type { DispatchDraft, ReadDispatch } from './visit-form.ts'

interface PromiseRowsProps {
  /** What the trade promises; minutes. */
  withinMinutes: number
  draft: DispatchDraft
  read: ReadDispatch
  set: (part: Partial<DispatchDraft>) => void
  problems: FieldProblems
}

/** 承诺的时间内能否上门: a no asks for the reason and the customer's consent (R044); refused, somebody else goes (R045). */
export function PromiseRows({ withinMinutes, draft, read, set, problems }: PromiseRowsProps) {
  const { t } = useTranslation()
  const { within3h, gate } = read
  const { key, facts } = spanText(withinMinutes)
  const span = t(key, facts)
  const isRefused = gate.way === 'arrangeOtherwise'
  return (
    <>
      <LedgerRow>
        <LedgerCell
          label={t('tickets.field.within3h', { span })}
          isRequired
          isGap={within3h === null}
          source={within3h === 'no' && draft.within3h !== 'no' ? t('tickets.dispatch.tooLate', { span }) : undefined}
          {...problems.of('within3h')}
        >
          <ChoiceChips
            choices={(['yes', 'no'] as const).map((value) => ({ value, text: t(`tickets.within3h.${value}`) }))}
            value={within3h}
            onChange={(next) => set({ within3h: next })}
          />
        </LedgerCell>
      </LedgerRow>
      {within3h === 'no' ? (
        <LedgerRow>
          <LedgerCell
            label={t('tickets.field.rescheduleReason')}
            isRequired
            isGap={gate.missing.includes('rescheduleReason')}
            {...problems.of('rescheduleReason')}
          >
            <LedgerInput
              maxLength={200}
              value={draft.rescheduleReason}
              placeholder={t('tickets.dispatch.apology')}
              onChange={(rescheduleReason) => set({ rescheduleReason })}
            />
          </LedgerCell>
        </LedgerRow>
      ) : null}
      {within3h === 'no' ? (
        <LedgerRow>
          <LedgerCell
            label={t('tickets.field.consent')}
            isRequired
            isGap={gate.missing.includes('consent')}
            {...(isRefused ? { error: t('tickets.failure.consentRefused') } : problems.of('consent'))}
          >
            <ChoiceChips
              choices={(['agreed', 'refused'] as const).map((value) => ({
                value,
                text: t(`tickets.consent.${value}`),
              }))}
              value={draft.consent}
              onChange={(consent) => set({ consent })}
            />
          </LedgerCell>
        </LedgerRow>
      ) : null}
    </>
  )
}
