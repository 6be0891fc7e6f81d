import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { ledgerFileColumns } from '../../shared/tickets/file-columns.ts'
import type { LedgerRow } from '../../shared/tickets/schema.ts'
import { client } from '../app/api.ts'
import { List, type ListColumn, SavedViews } from '../lists/public.ts'
import look from './Lists.module.css'

/** 维修服务台帐 F05: one line per resulted ticket, newest first. */
export function LedgerList() {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const columns = useLedgerColumns()
  return (
    <SavedViews list="tickets.ledger">
      {(views) => (
        <List<LedgerRow>
          key={views.view?.id}
          views={views}
          title={t('tickets.ledger.title')}
          placeholder={t('tickets.ledger.search')}
          columns={columns}
          ask={({ text }, after, limit, signal) =>
            client.tickets.ledger.query({ text, after, limit }, signal ? { signal } : {})
          }
          rowId={({ id }) => id}
          onOpen={({ ticketId }) => navigate(`/tickets/${ticketId}`)}
          file={{ columns: ledgerFileColumns, wish: ({ text }) => ({ text }) }}
          empty={{ title: t('tickets.ledger.empty'), todo: t('tickets.ledger.emptyTodo') }}
          nothingFound={{ title: t('tickets.empty.nothingFound'), todo: t('tickets.empty.searchTodo') }}
        />
      )}
    </SavedViews>
  )
}

/** The columns of the paper, in its order. */
function useLedgerColumns(): ListColumn<LedgerRow>[] {
  const { t } = useTranslation()
  const plain = (id: keyof LedgerRow, title: string, width: string): ListColumn<LedgerRow> => ({
    id,
    title,
    width,
    cell: (row) => String(row[id] ?? ''),
    text: (row) => row[id],
  })
  const warranty = ({ inWarranty }: LedgerRow) =>
    t(inWarranty ? 'tickets.ledger.inWarranty' : 'tickets.ledger.outOfWarranty')
  return [
    { ...plain('lineNo', t('tickets.ledger.lineNo'), '4rem'), isRight: true },
    plain('on', t('tickets.ledger.on'), '6.5rem'),
    plain('user', t('tickets.ledger.user'), 'minmax(9rem, 0.8fr)'),
    plain('product', t('tickets.ledger.product'), 'minmax(9rem, 0.7fr)'),
    plain('problem', t('tickets.ledger.problem'), 'minmax(10rem, 1fr)'),
    plain('result', t('tickets.ledger.result'), 'minmax(10rem, 1fr)'),
    plain('personName', t('tickets.ledger.person'), '5rem'),
    { id: 'inWarranty', title: t('tickets.ledger.warranty'), width: '5rem', cell: warranty, text: warranty },
    plain('archiveNo', t('tickets.ledger.archiveNo'), '8rem'),
    {
      id: 'ticket',
      title: t('tickets.column.number'),
      width: '9.5rem',
      cell: ({ ticketId, ticketNumber }) => (
        <a className={look.number} href={`#/tickets/${ticketId}`} tabIndex={-1}>
          {ticketNumber}
        </a>
      ),
      text: ({ ticketNumber }) => ticketNumber,
    },
  ]
}
