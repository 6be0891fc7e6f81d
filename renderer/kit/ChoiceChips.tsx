import { IconCheck } from '@tabler/icons-react'
import { useId, useRef, type KeyboardEvent } from 'react'
import look from './ChoiceChips.module.css'
import { Icon } from './Icon.tsx'
import { useLedgerField } from './ledger-field.ts'

/** One of a few answers, all in sight. */
export interface Choice<Value extends string> {
  value: Value
  /** Translated. */
  text: string
  /** Dim, after the text. */
  note?: string
  /** What it means: shown under the chips while it is chosen, said with it to who cannot see them. */
  meaning?: string
  /** Printed before it; bind it with a command. */
  digit?: number | string
}

interface ChipsBase<Value extends string> {
  choices: readonly Choice<Value>[]
  /** Name for screen readers; inside a `LedgerCell` the cell's label does it. */
  label?: string
  /** Chips share the width. */
  grows?: boolean
}

type ChoiceChipsProps<Value extends string> = ChipsBase<Value> &
  (
    | { value: Value | null; onChange: (value: Value | null) => void; isMultiple?: false }
    | { value: readonly Value[]; onChange: (value: readonly Value[]) => void; isMultiple: true }
  )

/**
 * Few choices side by side, what is on drawn in ink with a tick. One of them, or with `isMultiple` several. An answer is taken off by Delete, and by
 * a click where it may stay open.
 */
export function ChoiceChips<Value extends string>(props: ChoiceChipsProps<Value>) {
  const { choices, label, grows = false } = props
  const group = useRef<HTMLDivElement>(null)
  const field = useLedgerField()
  const chosen: readonly Value[] = props.isMultiple ? props.value : props.value === null ? [] : [props.value]
  const toggle = (value: Value, clicks: number) => {
    if (props.isMultiple) {
      props.onChange(chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value])
    } else if (!chosen.includes(value)) props.onChange(value)
    // Who chooses what is chosen confirms it; only one click on an answer that may stay open takes it off.
    else if (clicks === 1 && field?.isRequired !== true) props.onChange(null)
  }
  const meaningId = useId()
  const meaning = choices.find(({ value }) => value === chosen[0])?.meaning
  const describedBy = [field?.describedBy, meaning && meaningId].filter(Boolean).join(' ')
  const reached = chosen[0] ?? choices[0]?.value

  const walk = (event: KeyboardEvent) => {
    if (!props.isMultiple && ['Backspace', 'Delete'].includes(event.key)) return props.onChange(null)
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
    const buttons = [...(group.current?.querySelectorAll('button') ?? [])]
    const at = buttons.findIndex((button) => button === document.activeElement)
    if (!step || at < 0) return
    event.preventDefault()
    const next = (at + step + buttons.length) % buttons.length
    buttons[next]?.focus()
    const value = choices[next]?.value
    if (!props.isMultiple && value !== undefined) props.onChange(value)
  }

  const chips = (
    <div
      ref={group}
      role={props.isMultiple ? 'group' : 'radiogroup'}
      className={grows ? `${look.chips} ${look.grows}` : look.chips}
      {...(label ? { 'aria-label': label } : { 'aria-labelledby': field?.labelId })}
      {...(describedBy ? { 'aria-describedby': describedBy } : {})}
      {...(props.isMultiple ? {} : { 'aria-required': field?.isRequired, 'aria-invalid': field?.isInvalid })}
      onKeyDown={walk}
    >
      {choices.map(({ value, text, note, meaning, digit }) => {
        const isOn = chosen.includes(value)
        return (
          <button
            key={value}
            type="button"
            role={props.isMultiple ? 'checkbox' : 'radio'}
            aria-checked={isOn}
            tabIndex={props.isMultiple || value === reached ? 0 : -1}
            data-ledger-field={value === reached ? '' : undefined}
            className={look.chip}
            title={meaning}
            onClick={({ detail }) => toggle(value, detail)}
          >
            {isOn ? <Icon of={IconCheck} size={14} /> : digit ? <span className={look.digit}>{digit}</span> : null}
            <span>{text}</span>
            {note ? <span className={look.note}>{note}</span> : null}
          </button>
        )
      })}
    </div>
  )
  if (!meaning) return chips
  return (
    <>
      {chips}
      <p id={meaningId} className={look.meaning}>
        {meaning}
      </p>
    </>
  )
}
