import { useTranslation } from 'react-i18next'
import type { TicketTotals } from '../../shared/tickets/lists.ts'
import look from './Lists.module.css'

/** The foot of a list: how many tickets, and what is late, near and chased among them; no sums of a list too long for them. */
export function TicketTotalsFoot({ totals }: { totals: TicketTotals | undefined }) {
  const { t } = useTranslation()
  if (!totals) return <div className={look.foot} />
  const { count, isMore, sums } = totals
  return (
    <div className={look.foot} role="status">
      <strong>{t(isMore ? 'tickets.total.more' : 'tickets.total.count', { count })}</strong>
      {sums ? (
        <>
          <span>{t('tickets.total.late', { count: sums.late })}</span>
          <span>{t('tickets.total.dueSoon', { count: sums.dueSoon })}</span>
          <span>{t('tickets.total.chases', { count: sums.chases })}</span>
        </>
      ) : (
        <span>{t('tickets.total.narrow')}</span>
      )}
    </div>
  )
}
