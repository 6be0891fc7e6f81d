import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { dayOf } from '../../shared/kit/calendar.ts'
import { ledgerFileColumns } from '../../shared/tickets/file-columns.ts'
import type { ledgerSorts } from '../../shared/tickets/lists.ts'
import type { LedgerRow } from '../../shared/tickets/schema.ts'
import { api, client, type Inputs } from '../app/api.ts'
import { useNow } from '../kit/use-now.ts'
import {
  FilterChips,
  List,
  type ListColumn,
  type ListWish,
  SavedViews,
  TotalsFoot,
  daysOf,
  useSpanFilter,
} from '../lists/public.ts'
import { codeFilter, useColleagueFilter } from './list-filters.ts'
import look from './Lists.module.css'
import { knownCode } from './ticket-filter.ts'
import { usePolicy } from './use-policy.ts'

type LedgerSort = (typeof ledgerSorts)[number]

const warrantyCodes = ['yes', 'no'] as const

/** 维修服务台帐 F05: one line per resulted ticket, newest first. */
export function LedgerList() {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const nowAt = useNow()
  const { zone } = usePolicy()
  const columns = useLedgerColumns()
  const span = useSpanFilter('span', t('tickets.ledger.on'))
  const person = useColleagueFilter('personId', t('tickets.ledger.person'))
  const filters = [
    span,
    person,
    codeFilter('inWarranty', t('tickets.filter.warranty'), warrantyCodes, (code) =>
      t(code === 'yes' ? 'tickets.ledger.inWarranty' : 'tickets.ledger.outOfWarranty'),
    ),
  ]
  const narrowed = ({ text, filters: { span: chosen, personId, inWarranty } }: ListWish) => {
    const { from, to } = daysOf(chosen, dayOf(nowAt, zone))
    return {
      ...{ text, onFrom: from, onTo: to },
      personId: personId ?? null,
      inWarranty: knownCode(warrantyCodes, inWarranty),
    }
  }
  return (
    <SavedViews list="tickets.ledger">
      {(views) => (
        <List<LedgerRow>
          key={views.view?.id}
          views={views}
          title={t('tickets.ledger.title')}
          placeholder={t('tickets.ledger.search')}
          columns={columns}
          ask={(wish, after, limit, signal) => {
            const sort = wish.sort && { ...wish.sort, by: wish.sort.by as LedgerSort }
            return client.tickets.ledger.query({ ...narrowed(wish), sort, after, limit }, signal ? { signal } : {})
          }}
          rowId={({ id }) => id}
          onOpen={({ ticketId }) => navigate(`/tickets/${ticketId}`)}
          filters={(state) => <FilterChips state={state} filters={filters} />}
          file={{ columns: ledgerFileColumns, wish: (wish) => ({ ...narrowed(wish), sort: wish.sort }) }}
          foot={(wish) => <LedgerFoot wish={narrowed(wish)} />}
          empty={{ title: t('tickets.ledger.empty'), todo: t('tickets.ledger.emptyTodo') }}
          nothingFound={{ title: t('tickets.empty.nothingFound'), todo: t('tickets.empty.searchTodo') }}
        />
      )}
    </SavedViews>
  )
}

function LedgerFoot({ wish }: { wish: Inputs['tickets']['ledgerTotals'] }) {
  const { t } = useTranslation()
  const { data } = useQuery(api.tickets.ledgerTotals.queryOptions(wish, { placeholderData: keepPreviousData }))
  return (
    <TotalsFoot
      totals={data}
      count={(count, isMore) => t(isMore ? 'lists.total.more' : 'lists.total.count', { count })}
      sums={{
        inWarranty: (count) => t('tickets.total.inWarranty', { count }),
        outOfWarranty: (count) => t('tickets.total.outOfWarranty', { count }),
        archived: (count) => t('tickets.total.archived', { count }),
      }}
    />
  )
}

/** The columns of the paper, in its order. */
function useLedgerColumns(): ListColumn<LedgerRow>[] {
  const { t } = useTranslation()
  const plain = (id: keyof LedgerRow, title: string, width: string): ListColumn<LedgerRow> => ({
    id,
    title,
    width,
    isSortable: true,
    cell: (row) => String(row[id] ?? ''),
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
    {
      ...{ id: 'inWarranty', title: t('tickets.ledger.warranty'), width: '5rem' },
      ...{ isSortable: true, cell: warranty },
    },
    plain('archiveNo', t('tickets.ledger.archiveNo'), '8rem'),
    {
      id: 'ticket',
      isSortable: true,
      title: t('tickets.column.number'),
      width: '9.5rem',
      cell: ({ ticketId, ticketNumber }) => (
        <a className={look.number} href={`#/tickets/${ticketId}`} tabIndex={-1}>
          {ticketNumber}
        </a>
      ),
    },
  ]
}
