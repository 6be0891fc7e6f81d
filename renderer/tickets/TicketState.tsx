import { useTranslation } from 'react-i18next'
import type { TicketState as State } from '../../shared/tickets/schema.ts'
import look from './TicketState.module.css'

/** The state of a ticket as a word; a fact, so it wears no colour. Closed and cancelled are dim. */
export function TicketState({ state }: { state: State }) {
  const { t } = useTranslation()
  const isOver = state === 'closed' || state === 'cancelled'
  return (
    <span className={isOver ? look.over : state === 'unassigned' ? look.open : undefined}>
      {t(`tickets.state.${state}`)}
    </span>
  )
}
