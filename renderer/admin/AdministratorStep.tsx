import { useTranslation } from 'react-i18next'
import { LedgerBlock, LedgerCell, LedgerForm, LedgerRow } from '../kit/LedgerForm.tsx'
import { LedgerInput } from '../kit/LedgerInput.tsx'
import type { FirstRunDraft, Gaps } from './first-run.ts'
import look from './first-run.module.css'

interface AdministratorStepProps {
  draft: FirstRunDraft
  gaps: Gaps
  onChange: (part: Partial<FirstRunDraft>) => void
  /** Enter on the last field. */
  onEnd: () => void
}

/** The first account: it manages all others. */
export function AdministratorStep({ draft, gaps, onChange, onEnd }: AdministratorStepProps) {
  const { t } = useTranslation()
  return (
    <div className={look.narrow}>
      <h1 className={look.title}>{t('admin.firstRun.step.administrator')}</h1>
      <p className={look.lead}>{t('admin.firstRun.administratorLead')}</p>
      <LedgerForm label={t('admin.firstRun.step.administrator')} onEnd={onEnd}>
        <LedgerBlock head={t('admin.firstRun.administratorHead')}>
          <LedgerRow>
            <LedgerCell label={t('admin.member.name')} isRequired error={gaps.name}>
              <LedgerInput autoFocus maxLength={40} value={draft.name} onChange={(name) => onChange({ name })} />
            </LedgerCell>
          </LedgerRow>
          <LedgerRow>
            <LedgerCell label={t('door.login')} isRequired error={gaps.login}>
              <LedgerInput
                maxLength={40}
                autoComplete="username"
                value={draft.login}
                onChange={(login) => onChange({ login })}
              />
            </LedgerCell>
          </LedgerRow>
          <LedgerRow>
            <LedgerCell
              label={t('door.password')}
              isRequired
              error={gaps.password}
              source={t('admin.firstRun.passwordHint')}
            >
              <LedgerInput
                type="password"
                autoComplete="new-password"
                value={draft.password}
                onChange={(password) => onChange({ password })}
              />
            </LedgerCell>
          </LedgerRow>
          <LedgerRow>
            <LedgerCell label={t('admin.firstRun.again')} isRequired error={gaps.again}>
              <LedgerInput
                type="password"
                autoComplete="new-password"
                value={draft.again}
                onChange={(again) => onChange({ again })}
              />
            </LedgerCell>
          </LedgerRow>
        </LedgerBlock>
      </LedgerForm>
    </div>
  )
}
