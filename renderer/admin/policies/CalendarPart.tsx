import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CalendarDraft, PolicyNow } from '../../../shared/admin/policy-schema.ts'
import { dayOf } from '../../../shared/kit/calendar.ts'
import { yearState } from '../../../shared/kit/calendar-cn.ts'
import { newId } from '../../app/new-id.ts'
import { isDay } from '../../kit/day-text.ts'
import { KeyButton } from '../../kit/KeyButton.tsx'
import { LedgerBlock, LedgerCell, LedgerRow } from '../../kit/LedgerForm.tsx'
import { LedgerInput } from '../../kit/LedgerInput.tsx'
import { useNow } from '../../kit/use-now.ts'
import { CalendarChanges } from './CalendarChanges.tsx'
import { CalendarPreviewRows } from './CalendarPreviewRows.tsx'
import { NoticeEntry } from './NoticeEntry.tsx'

/** 假日: what is known of the years, their notices, the company's own days, and what each change of them moved. */
export function CalendarPart({ now, timeZone }: { now: PolicyNow; timeZone: string }) {
  const { t } = useTranslation()
  const [asked, setAsked] = useState<number | null>(null)
  const [own, setOwn] = useState<CalendarDraft | null>(null)
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
        <OwnDayRow onDraft={setOwn} />
        {own ? <CalendarPreviewRows draft={own} onEnd={() => setOwn(null)} /> : null}
      </LedgerBlock>
      <CalendarChanges />
    </>
  )
}

/** A day of the company's own: looked at before it counts, at once and without a version. */
function OwnDayRow({ onDraft }: { onDraft: (draft: CalendarDraft | null) => void }) {
  const { t } = useTranslation()
  const [on, setOn] = useState('')
  const [name, setName] = useState('')
  const put = (kind: 'off' | 'working' | null) =>
    onDraft(isDay(on) ? { id: newId(), year: null, source: '', days: [{ on, kind, name: name.trim() }] } : null)
  return (
    <LedgerRow columns="minmax(0, 1fr) minmax(0, 1fr) auto">
      <LedgerCell
        label={t('admin.policy.ownDay.on')}
        error={on.length === 10 && !isDay(on) ? t('admin.calendar.noDay') : undefined}
      >
        <LedgerInput value={on} onChange={setOn} placeholder={t('kit.example', { example: '2026-12-31' })} />
      </LedgerCell>
      <LedgerCell label={t('admin.calendar.why')}>
        <LedgerInput maxLength={40} value={name} onChange={setName} />
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
