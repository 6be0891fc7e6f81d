import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CompanyInput, CompanyRow } from '../../shared/admin/schema.ts'
import { languages, type Language } from '../../shared/kit/words.ts'
import { api, queries } from '../app/api.ts'
import { useCommands } from '../app/hotkeys.ts'
import { useProblemText } from '../app/problem-text.ts'
import { useCompany } from '../app/use-house.ts'
import { type Unfinished, useUnfinished } from '../app/use-unfinished.ts'
import { ConflictNote } from '../kit/ConflictNote.tsx'
import { ChoiceChips } from '../kit/ChoiceChips.tsx'
import { ErrorNote } from '../kit/ErrorNote.tsx'
import { KeyButton } from '../kit/KeyButton.tsx'
import { focusFirstGap } from '../kit/ledger-field.ts'
import { LedgerBlock, LedgerCell, LedgerForm, LedgerRow } from '../kit/LedgerForm.tsx'
import { LedgerInput } from '../kit/LedgerInput.tsx'
import { LedgerSelect } from '../kit/LedgerSelect.tsx'
import { sayNotice } from '../kit/notices.ts'
import { BackupPart } from './BackupPart.tsx'
import { companyConflicts, companyGaps, draftOf } from './company-draft.ts'
import { SamplePart } from './SamplePart.tsx'
import look from './settings.module.css'
import { readMonths, TradePreview } from './TradePreview.tsx'
import { useTrade, useTrades } from './use-trades.ts'

/** The company's facts and its line of business; at the right what the trade fills in. */
export function CompanySettings() {
  const company = useCompany()
  const kept = useUnfinished<Typed>('company')
  return company && kept ? <CompanyForm stored={company} kept={kept} /> : null
}

/** What is typed and not saved, and the company it was typed over. */
interface Typed {
  changes: Partial<CompanyInput>
  seen: CompanyRow
}

function CompanyForm({ stored, kept }: { stored: CompanyRow; kept: Unfinished<Typed> }) {
  const { t, i18n } = useTranslation()
  const language = i18n.language as Language
  const explain = useProblemText()
  const form = useRef<HTMLDivElement>(null)
  const [changes, setChanges] = useState<Partial<CompanyInput>>(kept.left?.changes ?? {})
  const [isTried, setTried] = useState(false)
  const save = useMutation(api.admin.saveCompany.mutationOptions())
  const [seen, setSeen] = useState(kept.left?.seen ?? stored)
  const isTouched = Object.keys(changes).length > 0
  if (!isTouched && seen !== stored) setSeen(stored)
  useEffect(() => {
    kept.keep(Object.keys(changes).length > 0 ? { changes, seen } : null)
  }, [kept, changes, seen])
  const draft = draftOf(changes, stored)
  const change = (part: Partial<CompanyInput>) => setChanges((before) => ({ ...before, ...part }))
  const conflicts = companyConflicts(draft, seen, stored)
  const trades = useTrades()
  const preset = useTrade(draft.presetId)
  const gaps = companyGaps(draft)
  const problem = save.error ? explain(save.error) : null
  const errorOf = (field: string) =>
    isTried && gaps[field] ? t(gaps[field]) : problem?.field === field ? problem.what : undefined
  const submit = () => {
    setTried(true)
    if (Object.keys(gaps).length > 0) {
      setTimeout(() => form.current && focusFirstGap(form.current))
      return
    }
    save.mutate(draft, {
      onSuccess: () => {
        void queries.invalidateQueries().then(() => setChanges({}))
        sayNotice(t('admin.settings.saved'))
      },
      onError: () => void queries.invalidateQueries({ queryKey: api.admin.house.queryKey() }),
    })
  }
  useCommands([{ id: 'admin.saveCompany', text: 'kit.button.save', keys: ['F9'], run: submit }])
  const months = draft.warrantyMonths
  return (
    <div className={look.halves}>
      <div className={look.page} role="region" aria-label={t('admin.settings.tab.company')} tabIndex={0}>
        {conflicts.length > 0 ? (
          <ConflictNote
            label={(field) => t(`admin.detail.${field}`)}
            conflicts={conflicts}
            onTheirs={(field) => setChanges((before) => ({ ...before, [field]: stored[field] }))}
          />
        ) : null}
        <LedgerForm label={t('admin.settings.tab.company')} onEnd={submit} ref={form}>
          <LedgerBlock head={t('admin.firstRun.companyHead')}>
            <LedgerRow>
              <LedgerCell label={t('admin.company.name')} isRequired error={errorOf('name')}>
                <LedgerInput maxLength={80} value={draft.name} onChange={(name) => change({ name })} />
              </LedgerCell>
            </LedgerRow>
            <LedgerRow>
              <LedgerCell label={t('admin.company.branch')}>
                <LedgerInput maxLength={40} value={draft.branch} onChange={(branch) => change({ branch })} />
              </LedgerCell>
              <LedgerCell label={t('admin.company.hotline')} error={errorOf('hotline')}>
                <LedgerInput
                  maxLength={40}
                  inputMode="tel"
                  value={draft.hotline}
                  onChange={(hotline) => change({ hotline })}
                />
              </LedgerCell>
            </LedgerRow>
            <LedgerRow>
              <LedgerCell label={t('admin.company.language')} source={t('admin.company.languageHint')}>
                <ChoiceChips
                  choices={languages.map((code) => ({ value: code, text: t(`kit.language.${code}`) }))}
                  value={draft.language}
                  onChange={(code) => change({ language: code ?? draft.language })}
                />
              </LedgerCell>
            </LedgerRow>
          </LedgerBlock>
          <LedgerBlock head={t('admin.company.trade')}>
            <LedgerRow>
              <LedgerCell label={t('admin.company.preset')} source={t('admin.company.presetHint')}>
                <LedgerSelect
                  choices={trades.map(({ id, name }) => ({ value: id, text: name[language] }))}
                  value={draft.presetId}
                  onChange={(presetId) => change({ presetId })}
                />
              </LedgerCell>
            </LedgerRow>
            <LedgerRow>
              <LedgerCell
                label={t('admin.company.warranty')}
                isRequired={preset?.warranty.months === null}
                error={errorOf('warrantyMonths')}
                source={
                  preset?.warranty.months
                    ? t('admin.company.warrantyHint', { months: preset.warranty.months })
                    : t('admin.firstRun.months')
                }
              >
                <LedgerInput
                  inputMode="numeric"
                  value={months === null ? '' : String(months)}
                  onChange={(text) => change({ warrantyMonths: readMonths(text) })}
                />
              </LedgerCell>
            </LedgerRow>
          </LedgerBlock>
        </LedgerForm>
        {problem && !problem.field && conflicts.length === 0 ? (
          <ErrorNote what={problem.what} todo={problem.todo} incident={problem.incident} />
        ) : null}
        <BackupPart />
        <SamplePart companyName={stored.name} />
        <div className={look.foot}>
          <KeyButton look="primary" keyCap="F9" onClick={submit}>
            {t('kit.button.save')}
          </KeyButton>
          <span role="status">{isTouched ? t('admin.settings.unsaved') : null}</span>
        </div>
      </div>
      {preset ? (
        <TradePreview
          preset={preset}
          note={t('admin.company.tradeBrings')}
          companyName={draft.name}
          months={months}
          onMonths={(warrantyMonths) => change({ warrantyMonths })}
        />
      ) : null}
    </div>
  )
}
