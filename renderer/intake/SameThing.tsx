import { useTranslation } from 'react-i18next'
import { PaneHead } from '../kit/Pane.tsx'
import { Verdict } from '../kit/Verdict.tsx'
import { WhenText } from '../kit/WhenText.tsx'
import { useEntry } from './entry-context.ts'
import look from './SameThing.module.css'
import { useSameFault } from './use-same-fault.ts'

/** 可能是同一件事: earlier cases of this product with this fault. */
export function SameThing() {
  const { t } = useTranslation()
  const { trade, draft } = useEntry()
  const { cases: earlier } = useSameFault()
  if (draft.outcome !== 'repair' || earlier.length === 0) return null
  return (
    <section className={look.part} aria-label={t('intake.sameThing')}>
      <PaneHead weight="strong" title={t('intake.sameThing')} note={t('intake.sameThingNote')} />
      <table className={look.table}>
        <thead>
          <tr>
            <th>{t('intake.column.no')}</th>
            <th>{t('intake.column.at')}</th>
            <th>{t('intake.column.product')}</th>
            <th>{t('intake.column.what')}</th>
            <th>{t('intake.field.technician')}</th>
            <th>{t('intake.column.state')}</th>
          </tr>
        </thead>
        <tbody>
          {earlier.slice(0, 5).map((ticket) => (
            <tr key={ticket.id}>
              <td>
                <a className={look.link} href={`#/tickets/${ticket.id}`}>
                  {ticket.number}
                </a>
              </td>
              <td>
                <WhenText at={ticket.receivedAt} nowAt={trade.nowAt} />
              </td>
              <td>{[ticket.productName, ticket.model].filter(Boolean).join(' ')}</td>
              <td>{ticket.symptom}</td>
              <td>{ticket.technicianName}</td>
              <td>
                <Verdict kind={ticket.state === 'closed' && draft.fault !== '' ? 'warn' : 'none'}>
                  {ticket.state === 'closed' && draft.fault !== ''
                    ? t('intake.again')
                    : t(`intake.ticketState.${ticket.state}`)}
                </Verdict>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
