import { useTranslation } from 'react-i18next'
import type { TicketPage } from '../../shared/tickets/schema.ts'
import { useShell } from '../app/shell-state.ts'
import { awaitedRoles, stagesOf } from './steps.ts'
import look from './TicketPageView.module.css'

/** Where the next step is another's: what it is and who may take it. */
export function AwaitedNote({ page }: { page: TicketPage }) {
  const { t } = useTranslation()
  const may = useShell((state) => state.member)?.may ?? (() => false)
  const stage = stagesOf(page).find(({ state }) => state === 'now')
  const names = stage ? awaitedRoles(stage, may).map((role) => t(`admin.role.${role}`)) : []
  if (!stage || names.length === 0) return null
  return (
    <span className={look.awaited}>
      {t('tickets.page.awaits', { stage: t(`tickets.stage.${stage.id}`), who: names.join(t('tickets.comma')) })}
    </span>
  )
}
