import look from './ChipSelect.module.css'

interface ChipSelectProps<Value extends string> {
  /** What is narrowed, translated: 区域. */
  label: string
  /** Translated text of no choice: 全部. */
  all: string
  choices: readonly { value: Value; text: string }[]
  value: Value | null
  onChange: (value: Value | null) => void
}

/** One condition of a list: drawn in ink while it narrows, plain while it lets everything through. */
export function ChipSelect<Value extends string>({ label, all, choices, value, onChange }: ChipSelectProps<Value>) {
  return (
    <label className={look.chip} data-on={value !== null}>
      <span>{label}</span>
      <select
        className={look.select}
        aria-label={label}
        value={value ?? ''}
        onChange={({ target }) => onChange(target.value === '' ? null : (target.value as Value))}
      >
        <option value="">{all}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.text}
          </option>
        ))}
      </select>
    </label>
  )
}
