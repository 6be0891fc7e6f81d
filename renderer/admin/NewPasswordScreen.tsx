import { useTranslation } from 'react-i18next'
import { useMe } from '../app/use-house.ts'
import { KeyButton } from '../kit/KeyButton.tsx'
import look from './first-run.module.css'
import { PasswordForm } from './PasswordForm.tsx'
import { useSignOut } from './use-sign-out.ts'

/** The door of a member whose password somebody else has set: a new one first, then the desk. */
export function NewPasswordScreen() {
  const { t } = useTranslation()
  const me = useMe()
  const signOut = useSignOut()
  return (
    <div className={look.gate}>
      <div className={look.gateForm}>
        <h1 className={look.title}>{t('admin.password.mustTitle', { name: me?.name ?? '' })}</h1>
        <p className={look.lead}>{t('admin.password.mustLead')}</p>
        <PasswordForm
          onDone={() => undefined}
          otherwise={
            <KeyButton look="quiet" onClick={signOut}>
              {t('door.signOut')}
            </KeyButton>
          }
        />
      </div>
    </div>
  )
}
