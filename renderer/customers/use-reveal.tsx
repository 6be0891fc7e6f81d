import { IconEye, IconEyeOff } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useShell } from '../app/shell-state.ts'
import { KeyButton } from '../kit/KeyButton.tsx'
import { ProblemNote } from '../kit/ProblemNote.tsx'
import { useNow } from '../kit/use-now.ts'
import look from './PeoplePane.module.css'
import { RevealAsk } from './RevealAsk.tsx'

interface Reveal {
  /** What the button says: 看号码, 看地址. */
  see: string
  /** The reader sees it covered. */
  masked: boolean
  /** Until when it stands open; null while it is covered. */
  until: string | null
  error: unknown
  onReason: (reason: string) => void
  onCover: () => void
}

/** The way to see a covered value for a minute: its button, to stand in the line, and the question why, to stand under it. */
export function useReveal({ see, masked, until, error, onReason, onCover }: Reveal): {
  button: ReactNode
  ask: ReactNode
} {
  const { t } = useTranslation()
  const mayReveal = useShell((state) => state.member?.may('customers.reveal') === true)
  const [isAsking, setAsking] = useState(false)
  const trigger = useRef<HTMLSpanElement>(null)
  const cover = () => {
    onCover()
    setAsking(false)
  }
  const close = () => {
    setAsking(false)
    setTimeout(() => trigger.current?.querySelector('button')?.focus())
  }
  const button = until ? (
    <span className={look.reveal}>
      <SecondsLeft until={until} onOver={cover} />
      <KeyButton isSmall icon={IconEyeOff} onClick={cover}>
        {t('customers.reveal.cover')}
      </KeyButton>
    </span>
  ) : masked && mayReveal ? (
    <span className={look.reveal} ref={trigger}>
      <KeyButton isSmall icon={IconEye} aria-expanded={isAsking} onClick={() => (isAsking ? close() : setAsking(true))}>
        {see}
      </KeyButton>
    </span>
  ) : null
  const ask = (
    <>
      {isAsking && !until ? <RevealAsk onAnswer={onReason} onClose={close} /> : null}
      {error ? <ProblemNote error={error} /> : null}
    </>
  )
  return { button, ask }
}

/** How long it stays, counted down in the line. */
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
