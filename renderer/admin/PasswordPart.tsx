import { useTranslation } from 'react-i18next'
import { useCommands } from '../app/hotkeys.ts'
import { KeyButton } from '../kit/KeyButton.tsx'
import { PasswordForm } from './PasswordForm.tsx'
import look from './settings.module.css'

/** The own password above the settings of this computer; Esc leaves it as it was. */
export function PasswordPart({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation()
  useCommands([{ id: 'admin.leavePassword', text: 'kit.button.cancel', keys: ['Escape'], run: onDone }])
  return (
    <section className={look.password} aria-label={t('door.changePassword')}>
      <p className={look.lead}>{t('admin.password.lead')}</p>
      <PasswordForm
        onDone={onDone}
        otherwise={
          <KeyButton look="quiet" keyCap="Esc" onClick={onDone}>
            {t('kit.button.cancel')}
          </KeyButton>
        }
      />
    </section>
  )
}
