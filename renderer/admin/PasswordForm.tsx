import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, queries } from '../app/api.ts'
import { useCommands } from '../app/hotkeys.ts'
import { useProblemText } from '../app/problem-text.ts'
import { ErrorNote } from '../kit/ErrorNote.tsx'
import { KeyButton } from '../kit/KeyButton.tsx'
import { focusFirstGap } from '../kit/ledger-field.ts'
import { LedgerBlock, LedgerCell, LedgerForm, LedgerRow } from '../kit/LedgerForm.tsx'
import { LedgerInput } from '../kit/LedgerInput.tsx'
import { sayNotice } from '../kit/notices.ts'
import look from './first-run.module.css'
import { emptyPasswordDraft, type PasswordDraft, passwordGaps } from './password-draft.ts'

interface PasswordFormProps {
  onDone: () => void
  /** The way out beside the one that saves. */
  otherwise: ReactNode
}

/** The member's own password: the current one once, the new one twice. Enter leads on and saves at the end. */
export function PasswordForm({ onDone, otherwise }: PasswordFormProps) {
  const { t } = useTranslation()
  const explain = useProblemText()
  const form = useRef<HTMLDivElement>(null)
  const [draft, setDraft] = useState(emptyPasswordDraft)
  const [isTried, setTried] = useState(false)
  const change = useMutation(api.admin.changePassword.mutationOptions())
  const problem = change.error ? explain(change.error) : null
  const gaps = isTried ? passwordGaps(draft) : {}
  const errorOf = (field: keyof PasswordDraft) =>
    gaps[field] ? t(gaps[field]) : problem?.field === field ? problem.what : undefined
  const submit = () => {
    setTried(true)
    if (Object.keys(passwordGaps(draft)).length > 0) {
      setTimeout(() => form.current && focusFirstGap(form.current))
      return
    }
    change.mutate(
      { current: draft.current, next: draft.next },
      {
        onSuccess: () => {
          sayNotice(t('admin.password.changed'))
          void queries.invalidateQueries({ queryKey: api.admin.house.queryKey() }).then(onDone)
        },
      },
    )
  }
  useCommands([{ id: 'admin.savePassword', text: 'admin.password.save', keys: ['F9'], run: submit }])
  const line = (field: keyof PasswordDraft, autoComplete: string, source?: string) => (
    <LedgerRow>
      <LedgerCell label={t(`admin.password.${field}`)} isRequired error={errorOf(field)} source={source}>
        <LedgerInput
          type="password"
          autoFocus={field === 'current'}
          autoComplete={autoComplete}
          value={draft[field]}
          onChange={(text) => setDraft((before) => ({ ...before, [field]: text }))}
        />
      </LedgerCell>
    </LedgerRow>
  )
  return (
    <>
      <LedgerForm label={t('door.changePassword')} onEnd={submit} ref={form}>
        <LedgerBlock head={t('door.password')}>
          {line('current', 'current-password')}
          {line('next', 'new-password', t('admin.firstRun.passwordHint'))}
          {line('again', 'new-password')}
        </LedgerBlock>
      </LedgerForm>
      {problem && !problem.field ? (
        <ErrorNote what={problem.what} todo={problem.todo} incident={problem.incident} />
      ) : null}
      <div className={look.gateFoot}>
        {otherwise}
        <KeyButton look="primary" keyCap="F9" onClick={submit}>
          {t('admin.password.save')}
        </KeyButton>
      </div>
    </>
  )
}
