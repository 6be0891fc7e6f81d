import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useTrouble } from '../app/desktop-news.ts'
import { KeyButton } from '../kit/KeyButton.tsx'
import { sayNotice } from '../kit/notices.ts'
import look from './RecoveryReminder.module.css'
import { StationTrouble } from './StationTrouble.tsx'

const grave = [
  'desktop.office.changed',
  'desktop.office.otherVersion',
  'desktop.station.keyLost',
  'desktop.station.damaged',
  'desktop.station.damagedForGood',
  'desktop.station.book.empty',
  'desktop.station.book.logGone',
  'desktop.station.book.missing',
  'desktop.station.book.shorter',
]

/** What no waiting mends is said over the shell, once: typing goes on below it, and what is saved stays on this computer. */
export function GraveTrouble() {
  const { t } = useTranslation()
  const trouble = useTrouble()
  const [hidden, setHidden] = useState<string | null>(null)
  if (!trouble || !grave.includes(trouble.reason) || hidden === trouble.incident) return null
  const hide = () => {
    setHidden(trouble.incident)
    sayNotice(t('door.office.hidden'), { kind: 'late' })
  }
  return (
    <div className={look.overAll}>
      <StationTrouble more={<KeyButton onClick={hide}>{t('door.office.later')}</KeyButton>} />
    </div>
  )
}
