import { IconCircle, IconCircleDot } from '@tabler/icons-react'
import { useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '../../shared/kit/words.ts'
import { guessPresets, presets } from '../../shared/presets/catalog.ts'
import type { Policy } from '../../shared/presets/schema.ts'
import { EmptyState } from '../kit/EmptyState.tsx'
import { Icon } from '../kit/Icon.tsx'
import { LedgerBlock, LedgerCell, LedgerForm, LedgerRow } from '../kit/LedgerForm.tsx'
import { LedgerInput } from '../kit/LedgerInput.tsx'
import { SearchBox } from '../kit/SearchBox.tsx'
import type { FirstRunDraft, Gaps } from './first-run.ts'
import look from './first-run.module.css'
import { TradePreview } from './TradePreview.tsx'

interface TradeStepProps {
  draft: FirstRunDraft
  gaps: Gaps
  onChange: (part: Partial<FirstRunDraft>) => void
  /** Enter on the last field. */
  onEnd: () => void
}

/** Company and line of business: choosing a trade shows at once what it fills in. */
export function TradeStep({ draft, gaps, onChange, onEnd }: TradeStepProps) {
  const { t, i18n } = useTranslation()
  const language = i18n.language as Language
  const [wanted, setWanted] = useState('')
  const shown = presets.filter((preset) => matches(preset, wanted, language))
  const guessed = draft.companyName ? guessPresets(draft.companyName, shown) : []
  const groups = groupsOf(shown.filter((preset) => !guessed.includes(preset)))
  const ordered = [...guessed, ...groups.flatMap((group) => group.presets)]
  const chosen = presets.find((preset) => preset.id === draft.presetId)
  const walk = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (!step || ordered.length === 0) return
    event.preventDefault()
    const at = ordered.findIndex((preset) => preset.id === draft.presetId)
    const next = ordered[(at + step + ordered.length) % ordered.length]
    if (next) onChange({ presetId: next.id })
  }
  const option = (preset: Policy) => (
    <button
      key={preset.id}
      type="button"
      role="radio"
      aria-checked={preset.id === draft.presetId}
      tabIndex={preset.id === (draft.presetId || ordered[0]?.id) ? 0 : -1}
      className={look.option}
      onClick={() => onChange({ presetId: preset.id })}
    >
      <Icon of={preset.id === draft.presetId ? IconCircleDot : IconCircle} size={18} />
      <span>{preset.name[language]}</span>
      <span className={look.optionNote}>{preset.hint[language]}</span>
    </button>
  )
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
                  <LedgerInput
                    autoFocus
                    maxLength={80}
                    value={draft.companyName}
                    onChange={(companyName) => onChange({ companyName })}
                  />
                </LedgerCell>
              </LedgerRow>
              <LedgerRow>
                <LedgerCell label={t('admin.company.branch')}>
                  <LedgerInput maxLength={40} value={draft.branch} onChange={(branch) => onChange({ branch })} />
                </LedgerCell>
              </LedgerRow>
              <LedgerRow>
                <LedgerCell label={t('admin.company.hotline')}>
                  <LedgerInput
                    maxLength={40}
                    inputMode="tel"
                    value={draft.hotline}
                    onChange={(hotline) => onChange({ hotline })}
                  />
                </LedgerCell>
              </LedgerRow>
            </LedgerBlock>
          </LedgerForm>
          <div style={{ marginTop: '0.75rem' }}>
            <SearchBox
              value={wanted}
              onChange={setWanted}
              placeholder={t('admin.firstRun.searchTrade')}
              onKeyDown={walk}
            />
          </div>
        </div>
        <div className={look.tradesList} role="radiogroup" aria-label={t('admin.firstRun.trade')} onKeyDown={walk}>
          {guessed.length > 0 ? <p className={look.group}>{t('admin.firstRun.guessed')}</p> : null}
          {guessed.map(option)}
          {groups.map((group) => (
            <div key={group.code}>
              <p className={look.group}>{group.text[language]}</p>
              {group.presets.map(option)}
            </div>
          ))}
          {ordered.length === 0 ? (
            <EmptyState title={t('admin.firstRun.noTrade')} todo={t('admin.firstRun.noTradeTodo')} />
          ) : null}
        </div>
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

function matches(preset: Policy, wanted: string, language: Language): boolean {
  const text = wanted.trim().toLowerCase()
  const places = [preset.name[language], preset.hint[language], preset.group.text[language], ...preset.guessWords]
  return text === '' || places.some((place) => place.toLowerCase().includes(text))
}

function groupsOf(presets: readonly Policy[]) {
  const groups = new Map<string, { code: string; text: Policy['group']['text']; presets: Policy[] }>()
  for (const preset of presets) {
    const group = groups.get(preset.group.code) ?? { ...preset.group, presets: [] }
    group.presets.push(preset)
    groups.set(preset.group.code, group)
  }
  return [...groups.values()]
}
