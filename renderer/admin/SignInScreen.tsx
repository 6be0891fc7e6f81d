import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, queries } from '../app/api.ts'
import { useProblemText } from '../app/problem-text.ts'
import { useCompany } from '../app/use-house.ts'
import { ErrorNote } from '../kit/ErrorNote.tsx'
import { KeyButton } from '../kit/KeyButton.tsx'
import { LedgerBlock, LedgerCell, LedgerForm, LedgerRow } from '../kit/LedgerForm.tsx'
import { LedgerInput } from '../kit/LedgerInput.tsx'
import look from './first-run.module.css'
import { OfficeDoor } from './OfficeDoor.tsx'

const rememberedUnder = 'gendan.login'

/** The door: login and password, the last login remembered on this computer. */
export function SignInScreen() {
  const { t } = useTranslation()
  const explain = useProblemText()
  const company = useCompany()
  const [login, setLogin] = useState(() => localStorage.getItem(rememberedUnder) ?? '')
  const [password, setPassword] = useState('')
  const signIn = useMutation(api.admin.signIn.mutationOptions())
  const problem = signIn.error ? explain(signIn.error) : null
  const go = () =>
    signIn.mutate(
      { login, password },
      {
        onSuccess: () => {
          localStorage.setItem(rememberedUnder, login)
          void queries.invalidateQueries()
        },
        onError: () => setPassword(''),
      },
    )
  return (
    <OfficeDoor>
      <div className={look.gate}>
        <form
          className={look.gateForm}
          onSubmit={(event) => {
            event.preventDefault()
            go()
          }}
        >
          <h1 className={look.title}>{company?.name ?? t('kit.app.name')}</h1>
          <p className={look.lead}>{t('door.lead')}</p>
          <LedgerForm label={t('door.signIn')} onEnd={go}>
            <LedgerBlock head={t('door.account')}>
              <LedgerRow>
                <LedgerCell label={t('door.login')}>
                  <LedgerInput autoFocus={login === ''} autoComplete="username" value={login} onChange={setLogin} />
                </LedgerCell>
              </LedgerRow>
              <LedgerRow>
                <LedgerCell label={t('door.password')} error={problem?.field === 'password' ? problem.what : undefined}>
                  <LedgerInput
                    type="password"
                    autoFocus={login !== ''}
                    autoComplete="current-password"
                    value={password}
                    onChange={setPassword}
                  />
                </LedgerCell>
              </LedgerRow>
            </LedgerBlock>
          </LedgerForm>
          {problem && problem.field !== 'password' ? (
            <ErrorNote what={problem.what} todo={problem.todo} incident={problem.incident} />
          ) : null}
          <div className={look.gateFoot}>
            <span>{t('door.forgot')}</span>
            <KeyButton type="submit" look="primary" keyCap="Enter" capAt="after">
              {t('door.signIn')}
            </KeyButton>
          </div>
        </form>
      </div>
    </OfficeDoor>
  )
}
