import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { MemberListRow } from '../../shared/admin/schema.ts'
import { api, queries } from '../app/api.ts'
import { useProblemText } from '../app/problem-text.ts'
import { KeyButton } from '../kit/KeyButton.tsx'
import { sayNotice } from '../kit/notices.ts'
import { Verdict } from '../kit/Verdict.tsx'
import { useNow } from '../kit/use-now.ts'
import look from './settings.module.css'

/** Wrong passwords keep this member waiting: how long still, and the administrator's way to let them try at once. */
export function WaitingNote({ member }: { member: MemberListRow }) {
  const { t } = useTranslation()
  const explain = useProblemText()
  const nowAt = useNow()
  const letIn = useMutation(api.admin.letIn.mutationOptions())
  const minutes = Math.ceil((Date.parse(member.waitsUntil ?? nowAt) - Date.parse(nowAt)) / 60_000)
  if (minutes <= 0) return null
  return (
    <div className={look.waiting} role="status">
      <Verdict kind="warn">{t('admin.member.waits')}</Verdict>
      <span>{t('admin.member.waitsLead', { minutes })}</span>
      <KeyButton
        isSmall
        onClick={() =>
          letIn.mutate(
            { id: member.id },
            {
              onSuccess: () => {
                sayNotice(t('admin.member.letInDone', { name: member.name }))
                void queries.invalidateQueries({ queryKey: [['admin']] })
              },
              onError: (error) => sayNotice(explain(error).what, { kind: 'late' }),
            },
          )
        }
      >
        {t('admin.member.letIn')}
      </KeyButton>
    </div>
  )
}
