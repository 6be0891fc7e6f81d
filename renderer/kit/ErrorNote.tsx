import { IconAlertOctagon } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import look from './ErrorNote.module.css'
import { Icon } from './Icon.tsx'
import { KeyButton } from './KeyButton.tsx'

/** An address of the seat, and what it is called. */
export interface WayOut {
  href: string
  text: string
}

interface ErrorNoteProps {
  /** What happened, a translated sentence. */
  what: string
  /** What is safe: drafts, saved rows. */
  safe?: string
  /** What to do now. */
  todo?: string
  /** Six letters of the station's log, for a defect. */
  incident?: string
  onRetry?: () => void
  /** Where else to go from here. */
  wayOut?: WayOut
}

/** An error where it arose: what happened, what is safe, what to do now. */
export function ErrorNote({ what, safe, todo, incident, onRetry, wayOut }: ErrorNoteProps) {
  const { t } = useTranslation()
  return (
    <div role="alert" className={look.note}>
      <span className={look.sign}>
        <Icon of={IconAlertOctagon} />
      </span>
      <div>
        <p className={look.what}>{what}</p>
        {safe ? <p className={look.line}>{safe}</p> : null}
        {todo ? <p className={look.line}>{todo}</p> : null}
        {onRetry || incident || wayOut ? (
          <div className={look.foot}>
            {onRetry ? (
              <KeyButton isSmall onClick={onRetry}>
                {t('kit.button.retry')}
              </KeyButton>
            ) : null}
            {wayOut ? <a href={wayOut.href}>{wayOut.text}</a> : null}
            {incident ? <span>{t('kit.error.incident', { incident })}</span> : null}
          </div>
        ) : null}
      </div>
    </div>
  )
}
