import { IconEye, IconEyeOff } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PhoneRow } from '../../shared/customers/schema.ts'
import { api } from '../app/api.ts'
import { useShell } from '../app/shell-state.ts'
import { KeyButton } from '../kit/KeyButton.tsx'
import { PhoneText } from '../kit/PhoneText.tsx'
import { ProblemNote } from '../kit/ProblemNote.tsx'
import { useNow } from '../kit/use-now.ts'
import look from './PeoplePane.module.css'
import { RevealAsk } from './RevealAsk.tsx'

/** One phone, masked until a reason is given; the whole number covers itself again after a minute. */
export function PhoneLine({ phone }: { phone: PhoneRow }) {
  const { t } = useTranslation()
  const mayReveal = useShell((state) => state.member?.may('customers.reveal') === true)
  const [isAsking, setAsking] = useState(false)
  const reveal = useMutation(api.customers.reveal.mutationOptions())
  const trigger = useRef<HTMLDivElement>(null)
  const shown = reveal.data ?? null
  const cover = () => {
    reveal.reset()
    setAsking(false)
  }
  const close = () => {
    setAsking(false)
    setTimeout(() => trigger.current?.querySelector('button')?.focus())
  }
  return (
    <>
      <div className={look.phone} ref={trigger}>
        <PhoneText number={shown?.number ?? phone.shown} isLink />
        <span className={look.kind}>
          {[phone.note, phone.isPrimary ? t('customers.people.primary') : ''].filter(Boolean).join(' · ')}
        </span>
        {shown ? (
          <>
            <SecondsLeft until={shown.until} onOver={cover} />
            <KeyButton isSmall icon={IconEyeOff} onClick={cover}>
              {t('customers.reveal.cover')}
            </KeyButton>
          </>
        ) : phone.masked && mayReveal ? (
          <KeyButton
            isSmall
            icon={IconEye}
            aria-expanded={isAsking}
            onClick={() => (isAsking ? close() : setAsking(true))}
          >
            {t('customers.reveal.see')}
          </KeyButton>
        ) : null}
      </div>
      {isAsking && !shown ? (
        <RevealAsk onAnswer={(reason) => reveal.mutate({ phoneId: phone.id, reason })} onClose={close} />
      ) : null}
      {reveal.isError ? <ProblemNote error={reveal.error} /> : null}
    </>
  )
}

/** How long the number stays, counted down in the line. */
function SecondsLeft({ until, onOver }: { until: string; onOver: () => void }) {
  const { t } = useTranslation()
  const nowAt = useNow('second')
  const left = Math.max(0, Math.ceil((Date.parse(until) - Date.parse(nowAt)) / 1000))
  useEffect(() => {
    if (left === 0) onOver()
    // Only the end of the minute covers it.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [left])
  return <span className={look.kind}>{t('customers.reveal.left', { seconds: left })}</span>
}
