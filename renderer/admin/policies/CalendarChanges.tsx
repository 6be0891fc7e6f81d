import { useMutation, useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CalendarChangeRow } from '../../../shared/admin/policy-schema.ts'
import { api } from '../../app/api.ts'
import { useProblemText } from '../../app/problem-text.ts'
import { KeyButton } from '../../kit/KeyButton.tsx'
import { LedgerBlock, LedgerCell, LedgerRow } from '../../kit/LedgerForm.tsx'
import { sayNotice } from '../../kit/notices.ts'
import { useNow } from '../../kit/use-now.ts'
import { WhenText } from '../../kit/WhenText.tsx'
import { MovedList } from './MovedList.tsx'
import look from './policy.module.css'

/** 日历改过什么: every notice and own day, who and when, what it moved, and its taking back. */
export function CalendarChanges() {
  const { t } = useTranslation()
  const { data: changes = [] } = useQuery(api.admin.calendarChanges.queryOptions())
  if (changes.length === 0) return null
  return (
    <LedgerBlock head={t('admin.calendar.changes')}>
      {changes.map((change) => (
        <ChangeRow key={change.id} change={change} />
      ))}
    </LedgerBlock>
  )
}

function ChangeRow({ change }: { change: CalendarChangeRow }) {
  const { t } = useTranslation()
  const explain = useProblemText()
  const listId = useId()
  const nowAt = useNow()
  const [shown, setShown] = useState<'moved' | 'back' | null>(null)
  const takeBack = useMutation(api.admin.takeBackCalendar.mutationOptions())
  const { id, year, source, days, madeByName, madeAt, withdrawnAt, movedCount, movedBackCount, canTakeBack } = change
  const [day] = days
  const kind = day?.kind === null ? 'clear' : day?.kind === 'off' ? 'off' : 'working'
  const title =
    year !== null
      ? [t('admin.calendar.noticeOf', { year }), source].filter(Boolean).join(' · ')
      : [day?.on, t(`admin.policy.ownDay.${kind}`), day?.name].filter(Boolean).join(' ')
  const toggle = (which: 'moved' | 'back', n: number) =>
    n === 0 ? null : (
      <KeyButton
        isSmall
        look="quiet"
        aria-expanded={shown === which}
        aria-controls={listId}
        onClick={() => setShown(shown === which ? null : which)}
      >
        {t(`admin.calendar.${which}`, { n })}
      </KeyButton>
    )
  return (
    <LedgerRow columns="minmax(0, 1fr) auto">
      <LedgerCell isReadOnly>
        <div>
          <strong>{title}</strong>
          <span className={look.dim}>
            <WhenText at={madeAt} nowAt={nowAt} /> {madeByName}{' '}
            {withdrawnAt === null ? '' : t('admin.policy.state.withdrawn')}
            {movedCount === 0 ? ` ${t('admin.policy.preview.none')}` : ''}
          </span>
          {toggle('moved', movedCount)}
          {toggle('back', movedBackCount)}
          <div id={listId}>{shown === null ? null : <MovedList id={id} which={shown} />}</div>
        </div>
      </LedgerCell>
      <LedgerCell>
        {canTakeBack ? (
          <KeyButton
            isSmall
            look="quiet"
            onClick={() =>
              takeBack.mutate(
                { id },
                {
                  onSuccess: () => sayNotice(t('admin.calendar.takenBack'), { kind: 'ok' }),
                  onError: (error) => sayNotice(explain(error).what, { kind: 'warn' }),
                },
              )
            }
          >
            {t('admin.policy.withdraw')}
          </KeyButton>
        ) : null}
      </LedgerCell>
    </LedgerRow>
  )
}
