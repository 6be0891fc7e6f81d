import { useTranslation } from 'react-i18next'
import { useKnownChoices } from '../app/use-policies.ts'
import { lineFields } from '../../shared/intake/fields.ts'
import type { RegisterRow } from '../../shared/intake/schema.ts'
import { WhenText } from '../kit/WhenText.tsx'
import { type ListColumn, useFieldColumns } from '../lists/public.ts'
import look from './Lists.module.css'

/** The columns of F03 and F12 in the order a clerk reads them. */
export function useRegisterColumns(nowAt: string): ListColumn<RegisterRow>[] {
  const { t } = useTranslation()
  const { channelText } = useKnownChoices()
  const channel = (row: RegisterRow) => channelText(row.channel)
  const handling = (row: RegisterRow) => t(`tickets.outcome.${row.outcome}`)
  const product = ({ productName, model }: RegisterRow) => [productName, model].filter(Boolean).join(' ')
  const plain = (
    id: string,
    title: string,
    width: string,
    text: (row: RegisterRow) => string,
  ): ListColumn<RegisterRow> => ({
    id,
    title,
    width,
    isSortable: id !== 'phone' && id !== 'address', // nobody sorts by what is not shown whole
    cell: text,
  })
  const own = useFieldColumns(lineFields)
  return [
    plain('no', t('tickets.register.no'), '9rem', ({ registerNo }) => registerNo),
    {
      id: 'at',
      isSortable: true,
      title: t('tickets.register.at'),
      width: '7.5rem',
      cell: ({ receivedAt }) => <WhenText at={receivedAt} nowAt={nowAt} />,
    },
    plain('channel', t('tickets.register.channel'), '4.5rem', channel),
    plain('outcome', t('tickets.register.outcome'), '5rem', handling),
    plain(
      'customer',
      t('tickets.column.customer'),
      'minmax(9rem, 1fr)',
      ({ customerName, contactName }) => customerName || contactName,
    ),
    plain('phone', t('tickets.column.phone'), '8rem', ({ phoneShown }) => phoneShown),
    plain('address', t('tickets.register.address'), 'minmax(10rem, 1fr)', ({ address }) => address),
    plain('product', t('tickets.column.product'), 'minmax(8rem, 0.7fr)', product),
    plain('bought', t('tickets.register.bought'), '6.5rem', ({ purchasedOn }) => purchasedOn ?? ''),
    plain('symptom', t('tickets.column.symptom'), 'minmax(10rem, 1.2fr)', ({ symptom, note }) => symptom || note),
    plain('clerk', t('tickets.register.clerk'), '5rem', ({ clerkName }) => clerkName),
    {
      id: 'notified',
      isSortable: true,
      title: t('tickets.register.notified'),
      width: '8.5rem',
      cell: ({ notifiedName, notifiedAt }) =>
        notifiedAt ? (
          <>
            {notifiedName} <WhenText at={notifiedAt} nowAt={nowAt} namesToday={false} />
          </>
        ) : null,
    },
    plain('technician', t('tickets.column.technician'), '5rem', ({ technicianName }) => technicianName),
    {
      id: 'ticket',
      title: t('tickets.column.number'),
      width: '9.5rem',
      cell: ({ ticketId, ticketNumber }) =>
        ticketId ? (
          <a className={look.number} href={`#/tickets/${ticketId}`} tabIndex={-1}>
            {ticketNumber}
          </a>
        ) : null,
    },
    ...own,
  ]
}
