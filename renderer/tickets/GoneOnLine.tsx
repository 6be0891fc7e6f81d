import { IconAlertOctagon } from '@tabler/icons-react'
import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../kit/Icon.tsx'
import { KeyButton } from '../kit/KeyButton.tsx'
import look from './FormFrame.module.css'
import type { GoneOn } from './use-step-form.ts'

interface GoneOnLineProps {
  now: GoneOn
  onTakeOver: () => void
  /** Leads to the key. */
  line: Ref<HTMLParagraphElement>
}

/** The ticket went on under an open form: what it is now, and the key that takes it over. Until then nothing is sent. */
export function GoneOnLine({ now, onTakeOver, line }: GoneOnLineProps) {
  const { t } = useTranslation()
  const sent = now.sentBy === '' ? 'tickets.goneOn.sentTo' : 'tickets.goneOn.sentBy'
  return (
    <p ref={line} className={look.goneOn} role="status">
      <Icon of={IconAlertOctagon} size={14} />
      <strong>
        {now.isSentAnew && now.state === 'dispatched'
          ? t(sent, { by: now.sentBy, to: now.technicianName })
          : t('tickets.goneOn.changed', { state: t(`tickets.state.${now.state}`) })}
      </strong>
      <span>{t('tickets.goneOn.why')}</span>
      <KeyButton isSmall onClick={onTakeOver}>
        {t('tickets.goneOn.take')}
      </KeyButton>
    </p>
  )
}
