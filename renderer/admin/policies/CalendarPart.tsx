import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CalendarDraft, PolicyNow } from '../../../shared/admin/policy-schema.ts'
import { dayOf } from '../../../shared/kit/calendar.ts'
import { yearState } from '../../../shared/kit/calendar-cn.ts'
import { newId } from '../../app/new-id.ts'
import { isDay } from '../../../shared/kit/spoken-day.ts'
import { KeyButton } from '../../kit/KeyButton.tsx'
import { LedgerBlock, LedgerCell, LedgerRow } from '../../kit/LedgerForm.tsx'
import { LedgerInput } from '../../kit/LedgerInput.tsx'
import { useNow } from '../../kit/use-now.ts'
import { CalendarChanges } from './CalendarChanges.tsx'
import { CalendarPreviewRows } from './CalendarPreviewRows.tsx'
import { NoticeEntry } from './NoticeEntry.tsx'

/** A day of the company's own as it is typed; `draft` once it was said what it is. */
export interface OwnDay {
  on: string
  name: string
  draft: CalendarDraft | null
}

/** No day is open. */
export const noOwnDay: OwnDay = { on: '', name: '', draft: null }

interface CalendarPartProps {
  now: PolicyNow
  timeZone: string
  ownDay: OwnDay
  onOwnDay: (day: OwnDay) => void
  ownDayProblem?: string | undefined
}

/** 假日: what is known of the years, their notices, the company's own days, and what each change of them moved. */
export function CalendarPart({ now, timeZone, ownDay, onOwnDay, ownDayProblem }: CalendarPartProps) {
  const { t } = useTranslation()
  const [asked, setAsked] = useState<number | null>(null)
  const year = Number(dayOf(useNow(), timeZone).slice(0, 4))
  return (
    <>
      <LedgerBlock head={t('admin.calendar.years')}>
        {[year, year + 1].map((each) => (
          <LedgerRow key={each} columns="minmax(0, 1fr) auto">
            <LedgerCell label={t('admin.policy.year', { year: each })} isReadOnly>
              {t(`admin.policy.year.${yearState(each, now)}`)}
            </LedgerCell>
            <LedgerCell>
              <KeyButton isSmall onClick={() => setAsked(each)}>
                {t('admin.calendar.enter', { year: each })}
              </KeyButton>
            </LedgerCell>
          </LedgerRow>
        ))}
        {asked === null ? null : <NoticeEntry key={asked} year={asked} onEnd={() => setAsked(null)} />}
      </LedgerBlock>
      <LedgerBlock head={t('admin.policy.ownDay')}>
        <OwnDayRow day={ownDay} problem={ownDayProblem} onChange={onOwnDay} />
        {ownDay.draft ? <CalendarPreviewRows draft={ownDay.draft} onEnd={() => onOwnDay(noOwnDay)} /> : null}
      </LedgerBlock>
      <CalendarChanges />
    </>
  )
}

/** A day of the company's own: looked at before it counts, at once and without a version. */
function OwnDayRow(props: { day: OwnDay; problem?: string | undefined; onChange: (day: OwnDay) => void }) {
  const { day, problem, onChange } = props
  const { on, name } = day
  const { t } = useTranslation()
  const put = (kind: 'off' | 'working' | null) =>
    onChange({
      ...day,
      draft: isDay(on) ? { id: newId(), year: null, source: '', days: [{ on, kind, name: name.trim() }] } : null,
    })
  // Another day or name is another change: what it is, is said again.
  const type = (part: Partial<OwnDay>) => onChange({ ...day, ...part, draft: null })
  return (
    <LedgerRow columns="minmax(0, 1fr) minmax(0, 1fr) auto">
      <LedgerCell
        label={t('admin.policy.ownDay.on')}
        error={on.length === 10 && !isDay(on) ? t('admin.calendar.noDay') : problem}
      >
        <LedgerInput
          value={on}
          onChange={(typed) => type({ on: typed })}
          placeholder={t('kit.example', { example: '2026-12-31' })}
        />
      </LedgerCell>
      <LedgerCell label={t('admin.calendar.why')}>
        <LedgerInput maxLength={40} value={name} onChange={(typed) => type({ name: typed })} />
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
