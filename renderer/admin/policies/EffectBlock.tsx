import { useTranslation } from 'react-i18next'
import { clockKey } from '../../../shared/presets/schema.ts'
import { ChoiceChips } from '../../kit/ChoiceChips.tsx'
import { LedgerBlock, LedgerCell, LedgerRow } from '../../kit/LedgerForm.tsx'
import { LedgerInput } from '../../kit/LedgerInput.tsx'
import type { PolicyDraft } from './use-policy-draft.ts'

interface EffectBlockProps {
  draft: PolicyDraft
  set: (part: Partial<PolicyDraft>) => void
  tomorrow: string
}

/** 生效: from when a draft counts, what open cases do, and why it is made. */
export function EffectBlock({ draft, set, tomorrow }: EffectBlockProps) {
  const { t } = useTranslation()
  const { from, base, policy } = draft
  const isLonger = policy.clocks.some((limit) => !base.clocks.some((each) => clockKey(each) === clockKey(limit)))
  return (
    <LedgerBlock head={t('admin.policy.effect')}>
      <LedgerRow>
        <LedgerCell label={t('admin.policy.from')}>
          <ChoiceChips
            choices={[
              { value: 'now', text: t('admin.policy.from.now') },
              { value: 'tomorrow', text: t('admin.policy.from.tomorrow', { on: tomorrow }) },
              { value: 'day', text: t('admin.policy.from.other') },
            ]}
            value={from.when}
            onChange={(when) => set({ from: when === 'day' ? { when, on: tomorrow } : { when: when ?? 'tomorrow' } })}
          />
          {from.when === 'day' ? (
            <LedgerInput
              aria-label={t('admin.policy.from.other')}
              value={from.on}
              onChange={(on) => set({ from: { when: 'day', on } })}
            />
          ) : null}
        </LedgerCell>
      </LedgerRow>
      <LedgerRow>
        <LedgerCell
          label={t('admin.policy.running')}
          source={isLonger && draft.runningCases === 'switch' ? t('admin.policy.running.added') : undefined}
        >
          <ChoiceChips
            choices={(['switch', 'finish'] as const).map((value) => ({
              value,
              text: t(`admin.policy.running.${value}`),
            }))}
            value={draft.runningCases}
            onChange={(runningCases) => set({ runningCases: runningCases ?? 'switch' })}
          />
        </LedgerCell>
      </LedgerRow>
      <LedgerRow>
        <LedgerCell label={t('admin.policy.reason')} source={t('admin.policy.reasonHint')}>
          <LedgerInput maxLength={200} value={draft.reason} onChange={(reason) => set({ reason })} />
        </LedgerCell>
      </LedgerRow>
    </LedgerBlock>
  )
}
