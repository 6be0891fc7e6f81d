import { useTranslation } from 'react-i18next'
import type { TicketPage } from '../../shared/tickets/schema.ts'
import { PageHead } from '../kit/PageHead.tsx'
import { PhoneText } from '../kit/PhoneText.tsx'
import { Verdict } from '../kit/Verdict.tsx'
import { useBackToList } from '../lists/public.ts'
import { TicketState } from './TicketState.tsx'
import look from './TicketPageView.module.css'

/** Number, customer, how to reach him, and where the case stands. */
export function TicketHead({ page }: { page: TicketPage }) {
  const { t } = useTranslation()
  const { ticket } = page
  const toList = useBackToList('/tickets')
  return (
    <PageHead
      title={ticket.customerName || ticket.contactName}
      note={
        <>
          {ticket.number}　{ticket.contactName === ticket.customerName ? '' : `${ticket.contactName} `}
          <PhoneText number={ticket.phoneShown} isLink />
        </>
      }
      verdicts={
        <>
          {ticket.round > 1 ? <Verdict kind="warn">{t('tickets.state.nth', { nth: ticket.round })}</Verdict> : null}
          <TicketState state={ticket.state} />
          {page.cancelled?.reason ? <span className={look.cancelled}>{page.cancelled.reason}</span> : null}
          {ticket.technicianIsDisabled && ticket.state === 'dispatched' ? (
            <Verdict kind="warn">{t('tickets.state.disabledTechnician', { name: ticket.technicianName })}</Verdict>
          ) : null}
          {ticket.pausedReason ? <Verdict kind="none">{t(`tickets.pause.${ticket.pausedReason}`)}</Verdict> : null}
          {ticket.chaseCount > 0 ? (
            <Verdict kind="warn">{t('tickets.chase.badge', { count: ticket.chaseCount })}</Verdict>
          ) : null}
        </>
      }
      actions={
        <a
          className={look.back}
          href="#/tickets"
          onClick={(event) => {
            event.preventDefault()
            toList()
          }}
        >
          {t('tickets.page.toList')}
        </a>
      }
    />
  )
}
