import { useTranslation } from 'react-i18next'
import { type Days, readDays, writeDays } from '../../shared/lists/days.ts'
import { ChipSelect } from '../kit/ChipSelect.tsx'
import look from './List.module.css'

interface DaysChipProps {
  /** Translated. */
  label: string
  /** Spans that end today. */
  choices: readonly { value: string; text: string }[]
  value: string | null
  onChange: (value: string | null) => void
}

const own = '~'

/** A condition on days: a span that ends today, or any from one day to another; either end may stay open. */
export function DaysChip({ label, choices, value, onChange }: DaysChipProps) {
  const { t } = useTranslation()
  const days = readDays(value ?? undefined)
  const change = (part: Partial<Days>) => onChange(writeDays({ from: null, to: null, ...days, ...part }))
  const end = (which: keyof Days, name: string) => (
    <input
      type="date"
      className={look.day}
      aria-label={`${label} ${name}`}
      value={days?.[which] ?? ''}
      onChange={({ target }) => change({ [which]: target.value || null })}
    />
  )
  return (
    <>
      <ChipSelect
        label={label}
        all={t('lists.filter.all')}
        choices={[...choices, { value: own, text: t('lists.filter.days') }]}
        value={days ? own : value}
        onChange={onChange}
      />
      {days ? (
        <span className={look.field}>
          {end('from', t('lists.filter.from'))}
          {'–'}
          {end('to', t('lists.filter.to'))}
        </span>
      ) : null}
    </>
  )
}
