import { useTranslation } from 'react-i18next'
import { groupPhone } from '../../shared/kit/phone.ts'
import look from './PhoneText.module.css'

interface PhoneTextProps {
  /** The key as stored (`13812345678`), or what the station masked (`138 **** 5678`). */
  number: string
  extension?: string | null
  /** A link that calls. Never on a masked number. */
  isLink?: boolean
  /** Instead of the `tel:` link, for example the softphone. */
  onCall?: () => void
}

/** A phone number in groups. Masking is the station's; this only draws what it got. */
export function PhoneText({ number, extension, isLink = false, onCall }: PhoneTextProps) {
  const { t } = useTranslation()
  const isMasked = number.includes('*')
  const text = isMasked ? number : groupPhone(number, extension)
  if (!isLink || isMasked) return <span className={look.phone}>{text}</span>
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
