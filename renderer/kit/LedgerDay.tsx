import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dayProblem } from './day-text.ts'
import { LedgerInput } from './LedgerInput.tsx'
import { readDay } from './when.ts'

interface LedgerDayProps {
  /** `2026-11-20`, or null. */
  value: string | null
  onChange: (on: string | null) => void
  /** What was typed is no day: what to say of it in the cell; null once it is one. */
  onUnreadable?: (problem: string | null) => void
  nowAt: string
  /** Instead of an example how to write a day. */
  placeholder?: string
}

/** A day typed as people do: 1120, 11-20, 20261120. It is read when the field is left. */
export function LedgerDay({ value, onChange, onUnreadable, nowAt, placeholder }: LedgerDayProps) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <LedgerInput
      inputMode="numeric"
      placeholder={placeholder ?? t('kit.example', { example: '2026-11-20' })}
      value={typed ?? value ?? ''}
      onChange={setTyped}
      onBlur={() => {
        if (typed === null) return
        const on = readDay(typed, nowAt)
        const isEmpty = typed.trim() === ''
        onUnreadable?.(isEmpty || on !== undefined ? null : dayProblem(typed, t, t('kit.day.invalid')))
        if (isEmpty) onChange(null)
        else if (on !== undefined) onChange(on)
        if (isEmpty || on !== undefined) setTyped(null)
      }}
    />
  )
}
