import type { KeyboardEvent } from 'react'
import { type Choice, ChoiceChips } from '../kit/ChoiceChips.tsx'
import look from './DigitChips.module.css'

interface DigitChipsProps<Value extends string> {
  choices: readonly Choice<Value>[]
  value: Value | null
  onChange: (value: Value | null) => void
  /** After a digit, when the next field may have the focus. */
  onDigit?: (value: Value) => void
  grows?: boolean
}

/** Chips that take their digit while one of them has the focus: the digit decides and leads on. */
export function DigitChips<Value extends string>({ choices, value, onChange, onDigit, grows }: DigitChipsProps<Value>) {
  const numbered = choices.map((choice, index) => (index < 9 ? { digit: index + 1, ...choice } : choice))
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || !/^[1-9]$/.test(event.key)) return
    const chosen = numbered.find(({ digit }) => String(digit) === event.key)
    if (!chosen) return
    event.preventDefault()
    if (chosen.value !== value) onChange(chosen.value)
    if (onDigit) setTimeout(() => onDigit(chosen.value))
  }
  return (
    <div onKeyDown={onKeyDown} className={look.chips}>
      <ChoiceChips choices={numbered} value={value} onChange={onChange} grows={grows} />
    </div>
  )
}
