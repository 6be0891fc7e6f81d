import { useTranslation } from 'react-i18next'
import { groupPhone } from './phone-groups.ts'
import look from './PhoneText.module.css'

interface PhoneTextProps {
  /** Digits as stored, or masked by the station (`138****5678`). */
  number: string
  /** A link that calls. Never on a masked number. */
  isLink?: boolean
  /** Instead of the `tel:` link, for example the softphone. */
  onCall?: () => void
}

/** A phone number in groups. Masking is the station's; this only draws what it got. */
export function PhoneText({ number, isLink = false, onCall }: PhoneTextProps) {
  const { t } = useTranslation()
  const { main, extension } = groupPhone(number)
  const text = extension ? t('kit.phone.extension', { main, extension }) : main
  if (!isLink || number.includes('*')) return <span className={look.phone}>{text}</span>
  return (
    <a
      className={`${look.phone} ${look.link}`}
      href={`tel:${number.replace(/[^\d+]/g, '')}`}
      aria-label={t('kit.phone.call', { phone: text })}
      onClick={(event) => {
        if (!onCall) return
        event.preventDefault()
        onCall()
      }}
    >
      {text}
    </a>
  )
}
