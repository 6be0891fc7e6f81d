import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PolicyNow } from '../../../shared/admin/policy-schema.ts'
import { dayOf } from '../../../shared/kit/calendar.ts'
import { yearState } from '../../../shared/kit/calendar-cn.ts'
import type { Language } from '../../../shared/kit/words.ts'
import type { Policy } from '../../../shared/presets/schema.ts'
import { readWindows } from '../../../shared/presets/span.ts'
import { api } from '../../app/api.ts'
import { useProblemText } from '../../app/problem-text.ts'
import { KeyButton } from '../../kit/KeyButton.tsx'
import { LedgerBlock, LedgerCell, LedgerRow } from '../../kit/LedgerForm.tsx'
import { LedgerInput } from '../../kit/LedgerInput.tsx'
import { sayNotice } from '../../kit/notices.ts'
import { isDay } from '../../kit/day-text.ts'
import { useNow } from '../../kit/use-now.ts'

interface DutyPartProps {
  policy: Policy
  now: PolicyNow
  timeZone: string
  onChange: (part: Partial<Policy>) => void
}

/** Monday first, as people read a week. */
const weekdays = [1, 2, 3, 4, 5, 6, 0] as const

/** 值班与假日: the hours of every line, what is known of the years, the company's own days. */
export function DutyPart({ policy, now, timeZone, onChange }: DutyPartProps) {
  const { t, i18n } = useTranslation()
  const language = i18n.language as Language
  const year = Number(dayOf(useNow(), timeZone).slice(0, 4))
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
      <LedgerBlock head={t('admin.policy.ownDay')}>
        {[year, year + 1].map((each) => (
          <LedgerRow key={each}>
            <LedgerCell label={t('admin.policy.year', { year: each })} isReadOnly>
              {t(`admin.policy.year.${yearState(each, now)}`)}
            </LedgerCell>
          </LedgerRow>
        ))}
        <OwnDayRow />
      </LedgerBlock>
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

/** A day of the company's own: counts at once, without a version. */
function OwnDayRow() {
  const { t } = useTranslation()
  const explain = useProblemText()
  const [on, setOn] = useState('')
  const save = useMutation(api.admin.saveOwnDay.mutationOptions())
  const put = (kind: 'off' | 'working' | null) => {
    if (!isDay(on)) return
    save.mutate(
      { on, kind, name: '' },
      {
        onSuccess: () => sayNotice(t('admin.policy.ownDay.said'), { kind: 'ok' }),
        onError: (error) => sayNotice(explain(error).what, { kind: 'warn' }),
      },
    )
  }
  return (
    <LedgerRow columns="minmax(0, 1fr) auto">
      <LedgerCell label={t('admin.policy.ownDay.on')}>
        <LedgerInput value={on} onChange={setOn} placeholder={t('kit.example', { example: '2026-12-31' })} />
      </LedgerCell>
      <LedgerCell>
        <KeyButton isSmall onClick={() => put('off')}>
          {t('admin.policy.ownDay.off')}
        </KeyButton>
        <KeyButton isSmall onClick={() => put('working')}>
          {t('admin.policy.ownDay.working')}
        </KeyButton>
        <KeyButton isSmall onClick={() => put(null)}>
          {t('admin.policy.ownDay.clear')}
        </KeyButton>
      </LedgerCell>
    </LedgerRow>
  )
}
