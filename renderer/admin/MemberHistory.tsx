import { useTranslation } from 'react-i18next'
import { HistoryList, useUndo } from '../history/public.ts'
import { PaneHead } from '../kit/Pane.tsx'

/** What was changed on an account (改动), with the way back. */
export function MemberHistory({ memberId }: { memberId: string }) {
  const { t } = useTranslation()
  const record = { kind: 'admin.member', id: memberId }
  const undoing = useUndo(record)
  return (
    <section aria-label={t('history.pane.title')}>
      <PaneHead title={t('history.pane.title')} />
      <HistoryList record={record} undoing={undoing} />
    </section>
  )
}
