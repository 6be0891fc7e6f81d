import { useId, useState, type KeyboardEvent } from 'react'
import { LedgerInput } from './LedgerInput.tsx'
import look from './SuggestInput.module.css'

interface SuggestInputProps {
  value: string
  onChange: (value: string) => void
  /** Everything that may be offered; what fits the text is shown. */
  options: readonly string[]
  maxLength?: number | undefined
  /** Name of the list for screen readers, translated. */
  label: string
}

/** A line of text that offers what is usual: arrows walk, Enter takes, Esc puts away; anything else may be typed too. */
export function SuggestInput({ value, onChange, options, maxLength, label }: SuggestInputProps) {
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const [at, setAt] = useState(-1)
  const wanted = value.trim().toLowerCase()
  const isExact = options.some((option) => option.toLowerCase() === wanted)
  const fitting = isExact ? options : options.filter((option) => option.toLowerCase().includes(wanted))
  const isShown = isOpen && fitting.length > 0
  const take = (option: string) => {
    onChange(option)
    setOpen(false)
    setAt(-1)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) {
      event.preventDefault()
      setOpen(true)
      setAt((before) => (before + step + fitting.length) % Math.max(1, fitting.length))
    } else if (event.key === 'Escape' && isShown) {
      event.preventDefault()
      setOpen(false)
    } else if (event.key === 'Enter' && isShown) {
      const option = fitting[at]
      if (option !== undefined) take(option)
      else setOpen(false)
    }
  }
  return (
    <>
      <LedgerInput
        role="combobox"
        aria-expanded={isShown && at >= 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={isShown && at >= 0 ? `${id}-${at}` : undefined}
        value={value}
        maxLength={maxLength}
        onChange={(text) => {
          onChange(text)
          setOpen(true)
          setAt(-1)
        }}
        onFocus={() => setOpen(value === '')}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      <ul id={`${id}-list`} role="listbox" aria-label={label} className={look.list} hidden={!isShown}>
        {fitting.map((option, index) => (
          <li
            key={option}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === at}
            className={look.option}
            onMouseDown={(event) => {
              event.preventDefault()
              take(option)
            }}
          >
            {option}
          </li>
        ))}
      </ul>
    </>
  )
}
