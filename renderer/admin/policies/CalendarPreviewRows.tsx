import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { CalendarDraft } from '../../../shared/admin/policy-schema.ts'
import { api, client } from '../../app/api.ts'
import { useProblemText } from '../../app/problem-text.ts'
import { ErrorNote } from '../../kit/ErrorNote.tsx'
import { KeyButton } from '../../kit/KeyButton.tsx'
import { LedgerCell, LedgerRow } from '../../kit/LedgerForm.tsx'
import { sayNotice } from '../../kit/notices.ts'
import { useDebounced } from '../../kit/use-debounced.ts'
import { Verdict } from '../../kit/Verdict.tsx'
import { MovedRows } from './MovedRows.tsx'
import look from './policy.module.css'

/** 会动哪些期限: what a change of the calendar would move, from when to when, and the button that does it. */
export function CalendarPreviewRows({ draft, onEnd }: { draft: CalendarDraft; onEnd: () => void }) {
  const { t } = useTranslation()
  const explain = useProblemText()
  const settled = useDebounced(draft, 300)
  const { data, error } = useQuery({
    queryKey: [['admin', 'previewCalendar'], settled],
    queryFn: () => client.admin.previewCalendar.mutate(settled),
    placeholderData: (before) => before,
    retry: false,
  })
  const change = useMutation(api.admin.changeCalendar.mutationOptions())
  const failure = change.error ?? error
  const problem = failure ? explain(failure) : null
  const apply = () =>
    change.mutate(draft, {
      onSuccess: ([made]) => {
        sayNotice(t('admin.calendar.changed', { n: made?.movedCount ?? 0 }), { kind: 'ok' })
        onEnd()
      },
    })
  return (
    <LedgerRow columns="minmax(0, 1fr) auto">
      <LedgerCell label={t('admin.calendar.preview')} isReadOnly>
        {problem ? <ErrorNote what={problem.what} todo={problem.todo} incident={problem.incident} /> : null}
        {data ? (
          <div role="status">
            {data.lateCount > 0 ? (
              <Verdict kind="late">{t('admin.policy.preview.late', { n: data.lateCount })}</Verdict>
            ) : null}
            <strong>
              {data.movedCount > 0
                ? t('admin.policy.preview.moved', { n: data.movedCount })
                : t('admin.policy.preview.none')}
            </strong>
            <MovedRows rows={data.moved} />
            {data.elsewhereCount > 0 ? (
              <p className={look.dim}>{t('admin.policy.preview.elsewhere', { n: data.elsewhereCount })}</p>
            ) : null}
          </div>
        ) : null}
      </LedgerCell>
      <LedgerCell>
        <KeyButton isSmall onClick={apply}>
          {t('admin.calendar.apply')}
        </KeyButton>
      </LedgerCell>
    </LedgerRow>
  )
}
