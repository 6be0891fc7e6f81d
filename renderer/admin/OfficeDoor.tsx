import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNetwork } from '../app/desktop-news.ts'
import { host } from '../app/host.ts'
import { KeyButton } from '../kit/KeyButton.tsx'
import { JoinOffice } from './JoinOffice.tsx'
import look from './OfficeDoor.module.css'
import { SureButton } from './SureButton.tsx'

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
            {t('admin.office.joinLink')}
          </KeyButton>
        ) : (
          <>
            <span>
              {t('admin.office.seatOf')} {network.url}
            </span>
            <SureButton
              text={t('admin.office.alone')}
              sure={t('admin.office.aloneSure')}
              onSure={() => void desktop.leaveOffice()}
            />
          </>
        )}
      </div>
    </div>
  )
}
