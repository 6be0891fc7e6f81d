import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { saysNothing } from '../../shared/kit/seen-text.ts'
import { ChoiceChips } from '../kit/ChoiceChips.tsx'
import { KeyButton } from '../kit/KeyButton.tsx'
import look from './PeoplePane.module.css'

const reasons = ['callBack', 'identify', 'technician', 'own'] as const
type Reason = (typeof reasons)[number]

interface RevealAskProps {
  /** The reason in the member's words, as it goes into the audit. */
  onAnswer: (reason: string) => void
  onClose: () => void
}

/** Asks in place, under that phone, why the number is wanted. Enter answers, Esc takes it back. */
export function RevealAsk({ onAnswer, onClose }: RevealAskProps) {
  const { t } = useTranslation()
  const [reason, setReason] = useState<Reason>('callBack')
  const [own, setOwn] = useState('')
  const box = useRef<HTMLDivElement>(null)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => box.current?.querySelector<HTMLElement>('[role=radio][aria-checked=true]')?.focus(), [])
  const answer = () => {
    if (reason === 'own' && saysNothing(own)) field.current?.focus()
    else onAnswer(reason === 'own' ? own.trim() : t(`customers.reveal.reason.${reason}`))
  }
  return (
    <div
      ref={box}
      className={look.ask}
      role="group"
      aria-label={t('customers.reveal.why')}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Escape') {
          event.preventDefault()
          onClose()
        } else if (event.key === 'Enter' && !(event.target as HTMLElement).matches('button:not([role=radio])')) {
          event.preventDefault()
          answer()
        }
      }}
    >
      <p className={look.question}>{t('customers.reveal.why')}</p>
      <ChoiceChips
        label={t('customers.reveal.why')}
        choices={reasons.map((value) => ({ value, text: t(`customers.reveal.reason.${value}`) }))}
        value={reason}
        onChange={(value) => setReason(value ?? reason)}
      />
      <div className={look.foot}>
        {reason === 'own' ? (
          <input
            ref={field}
            className={look.own}
            autoFocus
            maxLength={80}
            aria-label={t('customers.reveal.ownWords')}
            placeholder={t('customers.reveal.ownWords')}
            value={own}
            onChange={(event) => setOwn(event.target.value)}
          />
        ) : null}
        <KeyButton isSmall keyCap="Enter" onClick={answer}>
          {t('customers.reveal.show')}
        </KeyButton>
        <span>{t('customers.reveal.recorded')}</span>
      </div>
    </div>
  )
}
