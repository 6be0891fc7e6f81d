import { useTranslation } from 'react-i18next'
import { exactTime, shortDay, shortWhen } from './when.ts'

type WhenTextProps = {
  /** From `useNow()`. */
  nowAt: string
} & ({ at: string; on?: undefined; namesToday?: boolean } | { on: string; at?: undefined; namesToday?: undefined })

/** A moment (`at`) or a day (`on`), short: 今天 14:00, 11-20 16:20, 2025-11-20. The exact time stands on hover. */
export function WhenText({ nowAt, at, on, namesToday = true }: WhenTextProps) {
  const { t, i18n } = useTranslation()
  if (at === undefined) {
    return (
      <time dateTime={on} title={on}>
        {shortDay(on, nowAt, t)}
      </time>
    )
  }
  return (
    <time dateTime={at} title={exactTime(at, i18n.language)}>
      {shortWhen(at, nowAt, i18n.language, t, namesToday)}
    </time>
  )
}
