import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PolicyNow } from '../../../shared/admin/policy-schema.ts'
import type { Language } from '../../../shared/kit/words.ts'
import type { Policy } from '../../../shared/presets/schema.ts'
import { readWindows } from '../../../shared/presets/span.ts'
import { LedgerBlock, LedgerCell, LedgerRow } from '../../kit/LedgerForm.tsx'
import { LedgerInput } from '../../kit/LedgerInput.tsx'
import { CalendarPart, type OwnDay } from './CalendarPart.tsx'

interface DutyPartProps {
  policy: Policy
  now: PolicyNow
  timeZone: string
  ownDay: OwnDay
  onOwnDay: (day: OwnDay) => void
  /** Translated: the day is still open. */
  ownDayProblem?: string | undefined
  /** A layer over the company: the calendar is everybody's. */
  isLayer: boolean
  onChange: (part: Partial<Policy>) => void
}

/** Monday first, as people read a week. */
const weekdays = [1, 2, 3, 4, 5, 6, 0] as const

/** 值班与假日: the hours of every line, what is known of the years, the company's own days. */
export function DutyPart({ policy, now, timeZone, isLayer, onChange, ...own }: DutyPartProps) {
  const { i18n } = useTranslation()
  const language = i18n.language as Language
  const weekday = (day: number) =>
    new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2023, 0, 1 + day))
  return (
    <>
      {policy.duty.map((line, at) => (
        <LedgerBlock key={line.code} head={line.text[language]}>
          {weekdays.map((day) => (
            <LedgerRow key={day}>
              <WindowsCell
                label={weekday(day)}
                windows={line.week[day]}
                onChange={(windows) => {
                  const week = line.week.map((each, nth) =>
                    nth === day ? windows : each,
                  ) as unknown as typeof line.week
                  const lines = policy.duty.map((each, nth) => (nth === at ? { ...each, week, rule: 'house' } : each))
                  onChange({ duty: lines as unknown as Policy['duty'] })
                }}
              />
            </LedgerRow>
          ))}
        </LedgerBlock>
      ))}
      {isLayer ? null : <CalendarPart now={now} timeZone={timeZone} {...own} />}
    </>
  )
}

function WindowsCell(props: {
  label: string
  windows: readonly { from: string; to: string }[]
  onChange: (windows: { from: string; to: string }[]) => void
}) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState<string | null>(null)
  const text = props.windows.map(({ from, to }) => `${from}-${to}`).join(' ')
  const isOdd = typed !== null && readWindows(typed) === null
  const settle = () => {
    const windows = typed === null ? null : readWindows(typed)
    if (!windows) return
    setTyped(null)
    props.onChange(windows)
  }
  return (
    <LedgerCell label={props.label} error={isOdd ? t('admin.policy.windows') : undefined}>
      <LedgerInput value={typed ?? text} onChange={setTyped} onBlur={settle} />
    </LedgerCell>
  )
}
