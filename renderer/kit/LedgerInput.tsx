import type { InputHTMLAttributes, Ref, TextareaHTMLAttributes } from 'react'
import { useLedgerInput } from './ledger-field.ts'
import look from './LedgerForm.module.css'

interface LedgerInputProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value' | 'className'> {
  value: string
  onChange: (value: string) => void
  ref?: Ref<HTMLInputElement>
}

/** One line of text in a cell; the cell draws its border and focus. */
export function LedgerInput({ value, onChange, ref, ...rest }: LedgerInputProps) {
  return (
    <input
      ref={ref}
      autoComplete="off"
      spellCheck={false}
      {...useLedgerInput()}
      {...rest}
      className={look.input}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

interface LedgerTextProps extends Omit<
  TextareaHTMLAttributes<HTMLTextAreaElement>,
  'onChange' | 'value' | 'className'
> {
  value: string
  onChange: (value: string) => void
  ref?: Ref<HTMLTextAreaElement>
}

/** Several lines of text in a cell. Enter goes on, Shift+Enter breaks the line. */
export function LedgerText({ value, onChange, ref, ...rest }: LedgerTextProps) {
  return (
    <textarea
      ref={ref}
      rows={3}
      {...useLedgerInput()}
      {...rest}
      className={look.input}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
