import { useTranslation } from 'react-i18next'
import type { TicketRow } from '../../shared/tickets/schema.ts'
import { useShell } from '../app/shell-state.ts'
import { PaneHead, PaneSection } from '../kit/Pane.tsx'
import { SlaClock } from '../kit/SlaClock.tsx'
import { useNow } from '../kit/use-now.ts'
import { WhenText } from '../kit/WhenText.tsx'
import look from './Products.module.css'

/** 接下来: the open tickets by their next moment, each a way to its page. */
export function NextSteps({ tickets }: { tickets: readonly TicketRow[] }) {
  const { t } = useTranslation()
  const nowAt = useNow()
  const mayOpen = useShell((state) => state.member?.may('tickets.view') === true)
  if (tickets.length === 0) return null
  const momentOf = ({ visitFromAt, nextDueAt, receivedAt }: TicketRow) => visitFromAt ?? nextDueAt ?? receivedAt
  const ordered = tickets.toSorted((a, b) => momentOf(a).localeCompare(momentOf(b)))
  return (
    <PaneSection isPadded head={<PaneHead title={t('products.next')} count={tickets.length} />}>
      <ul className={look.next}>
        {ordered.map((ticket) => {
          const what = [ticket.technicianName || t('products.unassigned'), ticket.productName, ticket.symptom]
          return (
            <li key={ticket.id}>
              <WhenText at={momentOf(ticket)} nowAt={nowAt} />
              {mayOpen ? (
                <a href={`#/tickets/${ticket.id}`}>{what.filter(Boolean).join(' ')}</a>
              ) : (
                <span>{what.filter(Boolean).join(' ')}</span>
              )}
              {ticket.nextDueAt ? (
                <SlaClock dueAt={ticket.nextDueAt} nowAt={nowAt} isProvisional={ticket.nextIsProvisional} />
              ) : null}
            </li>
          )
        })}
      </ul>
    </PaneSection>
  )
}
