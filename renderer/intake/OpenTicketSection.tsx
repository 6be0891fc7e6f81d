import { useTranslation } from 'react-i18next'
import type { TicketRow } from '../../shared/tickets/schema.ts'
import { KeyButton } from '../kit/KeyButton.tsx'
import { PaneHead, PaneSection } from '../kit/Pane.tsx'
import { Verdict } from '../kit/Verdict.tsx'
import { useEntry } from './entry-context.ts'
import { useTimes } from './use-trade.ts'
import look from './Verdicts.module.css'

const mostShown = 2

interface OpenTicketSectionProps {
  tickets: readonly TicketRow[]
  /** One of them is about the very product of this call: then it stands first and says so. */
  isAsked: boolean
  onChase: (ticket: TicketRow) => void
}

/** What is open for this customer, with 催办 in place of a second ticket. */
export function OpenTicketSection({ tickets, isAsked, onChase }: OpenTicketSectionProps) {
  const { t } = useTranslation()
  const { draft, trade } = useEntry()
  const times = useTimes(trade)
  if (tickets.length === 0) return null
  const ordered = inOrder(tickets, draft.productId)
  return (
    <PaneSection
      isPadded
      head={
        <PaneHead
          weight="quiet"
          title={t('intake.openTickets', { count: tickets.length })}
          note={isAsked ? undefined : t('intake.openOther')}
          action={isAsked ? <Verdict kind="warn">{t('intake.openSame')}</Verdict> : undefined}
        />
      }
    >
      {ordered.slice(0, mostShown).map((ticket, index) => (
        <div key={ticket.id} className={look.ticket}>
          <a className={look.ticketText} href={`#/tickets/${ticket.id}`}>
            <span>
              <strong>{[ticket.productName, ticket.symptom].filter(Boolean).join(' ')}</strong>{' '}
              {ticket.visitFromAt
                ? `${times.when(ticket.visitFromAt)} ${ticket.technicianName}`
                : t('intake.openUnassigned')}
            </span>
            <span className={look.dim}>
              {ticket.number}
              {ticket.chaseCount > 0 ? ` · ${t('intake.chasedTimes', { count: ticket.chaseCount })}` : ''}
            </span>
          </a>
          <KeyButton
            {...(index === 0 ? { keyCap: 'Alt+C', capAt: 'after' as const } : {})}
            onClick={() => onChase(ticket)}
          >
            {t('intake.chase')}
          </KeyButton>
        </div>
      ))}
    </PaneSection>
  )
}

/** Open tickets with those of the product of this call first: what Alt+C means. */
export const inOrder = (tickets: readonly TicketRow[], productId: string | null) =>
  [...tickets].sort((a, b) => Number(b.productId === productId) - Number(a.productId === productId))
