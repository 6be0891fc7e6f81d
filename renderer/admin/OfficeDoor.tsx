import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNetwork } from '../app/desktop-news.ts'
import { host } from '../app/host.ts'
import { lazyPart } from '../app/lazy-part.ts'
import { KeyButton } from '../kit/KeyButton.tsx'
import look from './OfficeDoor.module.css'
import { SureButton } from './SureButton.tsx'

/** Only a desktop joins an office. */
const JoinOffice = lazyPart({ words: ['admin'], load: () => import('./JoinOffice.tsx').then((m) => m.JoinOffice) })

/**
 * Around the doors of a desktop: one whose company is on another computer goes there instead, one that is a seat says of which
 * station, and leads back. In a browser the door stands alone.
 */
export function OfficeDoor({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
  const network = useNetwork()
  const [isJoining, setJoining] = useState(false)
  const { desktop } = host
  if (!desktop || !network) return children
  if (isJoining) return <JoinOffice desktop={desktop} onBack={() => setJoining(false)} />
  return (
    <div className={look.door}>
      {children}
      <div className={look.foot}>
        {network.is === 'own' ? (
          <KeyButton isSmall look="quiet" onClick={() => setJoining(true)}>
            {t('door.office.join')}
          </KeyButton>
        ) : (
          <>
            <span>
              {t('door.office.seatOf')} {network.url}
            </span>
            <SureButton
              text={t('door.office.alone')}
              sure={t('door.office.aloneSure')}
              onSure={() => void desktop.leaveOffice()}
            />
          </>
        )}
      </div>
    </div>
  )
}
