import { useTranslation } from 'react-i18next'
import { guessTrades } from '../../shared/presets/guess.ts'
import { EmptyState } from '../kit/EmptyState.tsx'
import { LedgerBlock, LedgerCell, LedgerForm, LedgerRow } from '../kit/LedgerForm.tsx'
import { LedgerInput } from '../kit/LedgerInput.tsx'
import type { FirstRunDraft, Gaps } from './first-run.ts'
import look from './first-run.module.css'
import { TradeList } from './TradeList.tsx'
import { TradePreview } from './TradePreview.tsx'
import { useTrade, useTrades } from './use-trades.ts'

interface TradeStepProps {
  draft: FirstRunDraft
  gaps: Gaps
  onChange: (part: Partial<FirstRunDraft>) => void
  /** Enter on the last field. */
  onEnd: () => void
}

/** Company and line of business: choosing a trade shows at once what it fills in. */
export function TradeStep({ draft, gaps, onChange, onEnd }: TradeStepProps) {
  const { t } = useTranslation()
  const trades = useTrades()
  const chosen = useTrade(draft.presetId)
  const rename = (companyName: string) => {
    if (draft.isTradeChosen) return onChange({ companyName })
    onChange({ companyName, presetId: guessTrades(companyName, trades)[0]?.id ?? '' })
  }
  return (
    <div className={look.trade}>
      <div className={look.trades}>
        <div className={look.tradesHead}>
          <h1 className={look.title}>{t('admin.firstRun.trade')}</h1>
          <p className={look.lead}>{t('admin.firstRun.tradeLead')}</p>
          <LedgerForm label={t('admin.firstRun.company')} onEnd={onEnd}>
            <LedgerBlock head={t('admin.firstRun.companyHead')}>
              <LedgerRow>
                <LedgerCell label={t('admin.company.name')} isRequired error={gaps.companyName}>
                  <LedgerInput autoFocus maxLength={80} value={draft.companyName} onChange={rename} />
                </LedgerCell>
              </LedgerRow>
              <LedgerRow>
                <LedgerCell label={t('admin.company.branch')}>
                  <LedgerInput maxLength={40} value={draft.branch} onChange={(branch) => onChange({ branch })} />
                </LedgerCell>
              </LedgerRow>
              <LedgerRow>
                <LedgerCell label={t('admin.company.hotline')} error={gaps.hotline}>
                  <LedgerInput
                    maxLength={40}
                    inputMode="tel"
                    value={draft.hotline}
                    onChange={(hotline) => onChange({ hotline })}
                  />
                </LedgerCell>
              </LedgerRow>
              <LedgerRow>
                <LedgerCell
                  label={t('admin.policy.areaCode')}
                  source={t('admin.policy.areaCodeHint')}
                  error={gaps.areaCode}
                >
                  <LedgerInput
                    maxLength={4}
                    inputMode="numeric"
                    value={draft.areaCode}
                    onChange={(areaCode) => onChange({ areaCode })}
                  />
                </LedgerCell>
              </LedgerRow>
            </LedgerBlock>
          </LedgerForm>
        </div>
        <TradeList
          trades={trades}
          companyName={draft.companyName}
          presetId={draft.presetId}
          onChoose={(presetId) => onChange({ presetId, isTradeChosen: true })}
        />
      </div>
      {chosen ? (
        <TradePreview
          preset={chosen}
          note={t('admin.firstRun.fillsIn')}
          companyName={draft.companyName}
          months={draft.warrantyMonths}
          isGap={gaps.warrantyMonths !== undefined}
          onMonths={(warrantyMonths) => onChange({ warrantyMonths })}
        />
      ) : (
        <EmptyState title={t('admin.firstRun.chooseTrade')} todo={gaps.presetId ?? t('admin.firstRun.tradeLead')} />
      )}
    </div>
  )
}
