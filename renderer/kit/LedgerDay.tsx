import { useState } from 'react'
import { LedgerInput } from './LedgerInput.tsx'
import { readDay } from './when.ts'

interface LedgerDayProps {
  /** `2026-11-20`, or null. */
  value: string | null
  onChange: (on: string | null) => void
  /** What was typed is no day; show `kit.day.invalid` in the cell. */
  onUnreadable?: (isUnreadable: boolean) => void
  nowAt: string
  placeholder?: string
}

/** A day typed as people do: 1120, 11-20, 20261120. It is read when the field is left. */
export function LedgerDay({ value, onChange, onUnreadable, nowAt, placeholder = '2026-11-20' }: LedgerDayProps) {
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <LedgerInput
      inputMode="numeric"
      placeholder={placeholder}
      value={typed ?? value ?? ''}
      onChange={setTyped}
      onBlur={() => {
        if (typed === null) return
        const on = readDay(typed, nowAt)
        const isEmpty = typed.trim() === ''
        onUnreadable?.(!isEmpty && on === undefined)
        if (isEmpty) onChange(null)
        else if (on !== undefined) onChange(on)
        if (isEmpty || on !== undefined) setTyped(null)
      }}
    />
  )
}
