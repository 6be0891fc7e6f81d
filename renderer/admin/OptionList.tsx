import { IconCircle, IconCircleDot } from '@tabler/icons-react'
import type { KeyboardEvent } from 'react'
import { Icon } from '../kit/Icon.tsx'
import look from './first-run.module.css'

interface OptionListProps<Value extends string> {
  title: string
  options: readonly { value: Value; text: string; note?: string }[]
  value: Value
  onChange: (value: Value) => void
}

/** One choice of a few, each on its own line; arrows walk. */
export function OptionList<Value extends string>({ title, options, value, onChange }: OptionListProps<Value>) {
  const walk = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (!step) return
    event.preventDefault()
    const at = (options.findIndex((option) => option.value === value) + step + options.length) % options.length
    const next = options[at]
    if (!next) return
    onChange(next.value)
    event.currentTarget.querySelectorAll('button')[at]?.focus()
  }
  return (
    <div className={look.narrow}>
      <h1 className={look.title}>{title}</h1>
      <div role="radiogroup" aria-label={title} style={{ marginTop: '1rem' }} onKeyDown={walk}>
        {options.map((option) => (
          <button
            key={option.value}
            type="button"
            role="radio"
            aria-checked={option.value === value}
            tabIndex={option.value === value ? 0 : -1}
            autoFocus={option.value === value}
            className={look.option}
            onClick={() => onChange(option.value)}
          >
            <Icon of={option.value === value ? IconCircleDot : IconCircle} size={18} />
            <span>{option.text}</span>
            {option.note ? <span className={look.optionNote}>{option.note}</span> : null}
          </button>
        ))}
      </div>
    </div>
  )
}
