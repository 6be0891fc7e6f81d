import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '../../../shared/kit/words.ts'
import type { DutyLine as Line } from '../../../shared/presets/schema.ts'
import { readWindows } from '../../../shared/presets/span.ts'
import { KeyButton } from '../../kit/KeyButton.tsx'
import { LedgerBlock, LedgerCell, LedgerRow } from '../../kit/LedgerForm.tsx'
import { LedgerInput } from '../../kit/LedgerInput.tsx'
import { TextCell } from './TextCell.tsx'

interface DutyLineProps {
  line: Line
  /** The first line: its hours are the working hours of every limit that counts them. */
  isFirst: boolean
  /** Absent: the line stays, as the only one does, and those of the company under a layer. */
  onRemove?: (() => void) | undefined
  /** Translated: why it may not be published as it is called. */
  problem: string | undefined
  onChange: (line: Line) => void
}

/** Monday first, as people read a week. */
const weekdays = [1, 2, 3, 4, 5, 6, 0] as const

/** 值班线: what it is called, its hours of every weekday, and where they are from. */
export function DutyLine({ line, isFirst, onRemove, problem, onChange }: DutyLineProps) {
  const { t, i18n } = useTranslation()
  const language = i18n.language as Language
  const weekday = (day: number) =>
    new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2023, 0, 1 + day))
  return (
    <LedgerBlock head={line.text[language]}>
      <LedgerRow>
        <TextCell
          label={t('admin.policy.dutyLine')}
          text={line.text}
          error={problem}
          onChange={(text) => onChange({ ...line, text })}
        />
        <LedgerCell label={t('admin.policy.source')} isReadOnly>
          {line.rule === 'house' ? t('admin.policy.source.own') : t('admin.policy.source.paper', { rule: line.rule })}
        </LedgerCell>
      </LedgerRow>
      {weekdays.map((day) => (
        <LedgerRow key={day}>
          <WindowsCell
            label={weekday(day)}
            windows={line.week[day]}
            onChange={(windows) =>
              onChange({
                ...line,
                rule: 'house',
                week: line.week.map((each, nth) => (nth === day ? windows : each)) as unknown as Line['week'],
              })
            }
          />
        </LedgerRow>
      ))}
      {isFirst || onRemove ? (
        <LedgerRow>
          <LedgerCell>
            {isFirst ? t('admin.policy.dutyFirst') : null}
            {onRemove ? (
              <KeyButton isSmall onClick={onRemove}>
                {t('admin.policy.remove', { name: line.text[language] })}
              </KeyButton>
            ) : null}
          </LedgerCell>
        </LedgerRow>
      ) : null}
    </LedgerBlock>
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
      <LedgerInput value={typed ?? text} onChange={setTyped} onBlur={settle} data-unread={isOdd || undefined} />
    </LedgerCell>
  )
}
