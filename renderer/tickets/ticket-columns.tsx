import { useTranslation } from 'react-i18next'
import { caseFields } from '../../shared/tickets/fields.ts'
import type { TicketRow, TicketView } from '../../shared/tickets/schema.ts'
import { SlaClock } from '../kit/SlaClock.tsx'
import { Verdict } from '../kit/Verdict.tsx'
import { WhenText } from '../kit/WhenText.tsx'
import { type ListColumn, useFieldColumns } from '../lists/public.ts'
import look from './Lists.module.css'
import { TicketState } from './TicketState.tsx'

/** Columns of a ticket list; a view of closed tickets shows when, the others what is due. */
export function useTicketColumns(view: TicketView, nowAt: string): ListColumn<TicketRow>[] {
  const { t } = useTranslation()
  const due: ListColumn<TicketRow> = {
    id: 'due',
    isSortable: true,
    title: t('tickets.column.left'),
    width: '9.25rem',
    cell: (row) => <DueCell row={row} nowAt={nowAt} />,
  }
  const closed: ListColumn<TicketRow> = {
    id: 'closed',
    isSortable: true,
    title: t('tickets.column.closedAt'),
    width: '7.5rem',
    cell: ({ closedAt }) => (closedAt ? <WhenText at={closedAt} nowAt={nowAt} /> : null),
  }
  const plain = (
    id: string,
    title: string,
    width: string,
    text: (row: TicketRow) => string,
  ): ListColumn<TicketRow> => ({
    ...{ id, width, cell: text, isSortable: true, isExtra: true },
    title: t(`tickets.column.${title}`),
  })
  const own = useFieldColumns(caseFields)
  return [
    ...(view === 'closed' ? [closed, { ...due, isExtra: true }] : [due]),
    {
      id: 'number',
      isSortable: true,
      title: t('tickets.column.number'),
      width: '8.5rem',
      cell: ({ id, number }) => (
        <a className={look.number} href={`#/tickets/${id}`} tabIndex={-1}>
          {number}
        </a>
      ),
    },
    {
      id: 'state',
      isSortable: true,
      title: t('tickets.column.state'),
      width: '8rem',
      cell: (row) => <StateCell row={row} />,
    },
    {
      id: 'customer',
      isSortable: true,
      title: t('tickets.column.customer'),
      width: 'minmax(9rem, 1fr)',
      cell: ({ customerName, contactName }) => (
        <>
          {customerName} <span className={look.dim}>{contactName === customerName ? '' : contactName}</span>
        </>
      ),
    },
    {
      id: 'phone',
      title: t('tickets.column.phone'),
      width: '7.5rem',
      cell: ({ phoneShown }) => phoneShown,
    },
    plain('region', 'region', '6rem', ({ region }) => region),
    { ...plain('address', 'address', 'minmax(10rem, 1fr)', ({ address }) => address), isSortable: false },
    {
      id: 'product',
      isSortable: true,
      title: t('tickets.column.product'),
      width: 'minmax(7rem, 0.7fr)',
      cell: ({ productName, model }) => [productName, model].filter(Boolean).join(' '),
    },
    {
      id: 'symptom',
      isSortable: true,
      title: t('tickets.column.symptom'),
      width: 'minmax(7rem, 1.2fr)',
      cell: ({ symptom }) => symptom,
    },
    {
      id: 'visit',
      isSortable: true,
      title: t('tickets.column.visit'),
      width: '7.5rem',
      cell: ({ visitFromAt }) => (visitFromAt ? <WhenText at={visitFromAt} nowAt={nowAt} /> : null),
    },
    {
      id: 'technician',
      isSortable: true,
      title: t('tickets.column.technician'),
      width: '5rem',
      cell: ({ technicianName, technicianIsDisabled, state }) =>
        technicianIsDisabled && state === 'dispatched'
          ? t('tickets.state.disabledTechnician', { name: technicianName })
          : technicianName,
    },
    {
      id: 'received',
      isSortable: true,
      title: t('tickets.column.received'),
      width: '7.5rem',
      cell: ({ receivedAt }) => <WhenText at={receivedAt} nowAt={nowAt} />,
    },
    {
      ...plain('chases', 'chases', '4rem', ({ chaseCount }) => (chaseCount === 0 ? '' : String(chaseCount))),
      isRight: true,
    },
    { ...plain('serial', 'serial', '8rem', ({ serialNo }) => serialNo), isSortable: false },
    { ...plain('operator', 'operator', '5rem', ({ operatorName }) => operatorName), isSortable: false },
    ...(view === 'closed' ? [] : [{ ...closed, isExtra: true }]),
    ...own,
  ]
}

/** What is left until the next limit, or why the clock stands. */
function DueCell({ row, nowAt }: { row: TicketRow; nowAt: string }) {
  const { t } = useTranslation()
  if (row.nextDueAt) return <SlaClock dueAt={row.nextDueAt} nowAt={nowAt} isProvisional={row.nextIsProvisional} />
  return row.pausedReason ? <Verdict kind="none">{t(`tickets.pause.${row.pausedReason}`)}</Verdict> : null
}

/** Which visit it is in, and where it stands: 第 2 次 等件. The first goes without saying. */
function StateCell({ row }: { row: TicketRow }) {
  const { t } = useTranslation()
  return (
    <>
      {row.round > 1 ? <strong className={look.strong}>{t('tickets.state.nth', { nth: row.round })} </strong> : null}
      {row.pausedReason ? t(`tickets.pause.${row.pausedReason}`) : <TicketState state={row.state} />}
    </>
  )
}
