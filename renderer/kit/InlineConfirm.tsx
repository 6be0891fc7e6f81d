import { useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import look from './InlineConfirm.module.css'
import { KeyButton } from './KeyButton.tsx'

interface InlineConfirmProps {
  /** The button, a verb: 删除. */
  children: ReactNode
  /** What it does, asked in place: 删掉这条备注？ */
  question: string
  /** The verb again; `kit.button.confirm` unless told. */
  confirm?: string
  onConfirm: () => void
  isSmall?: boolean
}

/** Asks in place, without a dialog. Esc or leaving takes it back. */
export function InlineConfirm({ children, question, confirm, onConfirm, isSmall = true }: InlineConfirmProps) {
  const { t } = useTranslation()
  const [isAsking, setAsking] = useState(false)
  const trigger = useRef<HTMLSpanElement>(null)
  const back = () => {
    setAsking(false)
    setTimeout(() => trigger.current?.querySelector('button')?.focus())
  }
  if (!isAsking) {
    return (
      <span ref={trigger}>
        <KeyButton isSmall={isSmall} onClick={() => setAsking(true)}>
          {children}
        </KeyButton>
      </span>
    )
  }
  return (
    <span
      className={look.ask}
      role="group"
      aria-label={question}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        back()
      }}
    >
      <span role="status">{question}</span>
      <KeyButton
        isSmall
        autoFocus
        onClick={() => {
          back()
          onConfirm()
        }}
      >
        {confirm ?? t('kit.button.confirm')}
      </KeyButton>
      <KeyButton isSmall look="quiet" onClick={back}>
        {t('kit.button.cancel')}
      </KeyButton>
    </span>
  )
}
