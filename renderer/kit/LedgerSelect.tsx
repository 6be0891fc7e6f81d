import type { SelectHTMLAttributes } from 'react'
import { useLedgerInput } from './ledger-field.ts'
import look from './LedgerForm.module.css'

interface LedgerSelectProps<Value extends string> extends Omit<
  SelectHTMLAttributes<HTMLSelectElement>,
  'onChange' | 'value' | 'className' | 'children'
> {
  /** Translated texts. */
  choices: readonly { value: Value; text: string }[]
  value: Value
  onChange: (value: Value) => void
}

/** One of many in a cell; few are better as `ChoiceChips`. */
export function LedgerSelect<Value extends string>({ choices, value, onChange, ...rest }: LedgerSelectProps<Value>) {
  return (
    <select
      {...useLedgerInput()}
      {...rest}
      className={look.input}
      value={value}
      onChange={(event) => onChange(event.target.value as Value)}
    >
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.text}
        </option>
      ))}
    </select>
  )
}
