import { useTranslation } from 'react-i18next'
import type { PolicyNow } from '../../../shared/admin/policy-schema.ts'
import type { DutyLine as Line, Policy } from '../../../shared/presets/schema.ts'
import { KeyButton } from '../../kit/KeyButton.tsx'
import { LedgerCell, LedgerRow } from '../../kit/LedgerForm.tsx'
import { CalendarPart, type OwnDay } from './CalendarPart.tsx'
import { DutyLine } from './DutyLine.tsx'
import { freeCode } from './free-code.ts'
import { sameText } from './TextCell.tsx'

interface DutyPartProps {
  policy: Policy
  now: PolicyNow
  timeZone: string
  ownDay: OwnDay
  onOwnDay: (day: OwnDay) => void
  /** Translated: the day is still open. */
  ownDayProblem?: string | undefined
  /** Translated: why a line may not be published as it is called. */
  problemOf: (code: string) => string | undefined
  /** A layer over the company: its lines stay, and the calendar is everybody's. */
  isLayer: boolean
  onChange: (part: Partial<Policy>) => void
}

/** 值班与假日: the lines somebody answers and their hours, what is known of the years, the company's own days. */
export function DutyPart({ policy, now, timeZone, isLayer, problemOf, onChange, ...own }: DutyPartProps) {
  const { t } = useTranslation()
  const put = (lines: readonly Line[]) => onChange({ duty: lines as unknown as Policy['duty'] })
  return (
    <>
      {policy.duty.map((line, at) => (
        <DutyLine
          key={line.code}
          line={line}
          isFirst={at === 0}
          problem={problemOf(line.code)}
          onRemove={
            isLayer || policy.duty.length === 1 ? undefined : () => put(policy.duty.filter((each) => each !== line))
          }
          onChange={(changed) => put(policy.duty.map((each) => (each === line ? changed : each)))}
        />
      ))}
      {isLayer ? null : (
        <>
          <LedgerRow>
            <LedgerCell>
              <KeyButton isSmall onClick={() => put([...policy.duty, freshLine(policy, t('admin.policy.newLine'))])}>
                {t('admin.policy.addDuty')}
              </KeyButton>
            </LedgerCell>
          </LedgerRow>
          <CalendarPart now={now} timeZone={timeZone} {...own} />
        </>
      )}
    </>
  )
}

/** Another line, with the hours of the first one. */
function freshLine({ duty }: Policy, name: string): Line {
  const code = freeCode(duty)
  return { code, text: sameText(`${name} ${code.slice('own'.length)}`), week: duty[0].week, rule: 'house' }
}
