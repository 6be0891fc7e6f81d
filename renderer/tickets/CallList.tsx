import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { callFileColumns } from '../../shared/intake/file-columns.ts'
import type { callSorts } from '../../shared/intake/lists.ts'
import { type CallRow, callStateSchema } from '../../shared/intake/schema.ts'
import { dayOf } from '../../shared/kit/calendar.ts'
import { api, client, type Inputs } from '../app/api.ts'
import { useNow } from '../kit/use-now.ts'
import { WhenText } from '../kit/WhenText.tsx'
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
import { knownCode } from './ticket-filter.ts'
import { usePolicy } from './use-policy.ts'

type CallSort = (typeof callSorts)[number]

const ways = ['in', 'out'] as const
const states = callStateSchema.options

/** Calls, newest first: how long each rang, who answered, what came of it. */
export function CallList() {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const nowAt = useNow()
  const { zone } = usePolicy()
  const columns = useCallColumns(nowAt)
  const filters = [
    useSpanFilter('span', t('tickets.calls.at')),
    codeFilter('direction', t('tickets.calls.direction'), ways, (code) => t(`tickets.calls.way.${code}`)),
    codeFilter('state', t('tickets.column.state'), states, (code) => t(`tickets.calls.state.${code}`)),
    useColleagueFilter('memberId', t('tickets.calls.member')),
  ]
  const narrowed = ({ text, filters: { span, direction, state, memberId } }: ListWish) => {
    const { from, to } = daysOf(span, dayOf(nowAt, zone))
    return {
      ...{ text, startedFrom: from, startedTo: to },
      direction: knownCode(ways, direction),
      state: knownCode(states, state),
      memberId: memberId ?? null,
    }
  }
  return (
    <SavedViews list="intake.recent">
      {(views) => (
        <List<CallRow>
          key={views.view?.id}
          views={views}
          title={t('tickets.calls.tab')}
          placeholder={t('tickets.calls.search')}
          columns={columns}
          ask={(wish, after, limit, signal) => {
            const sort = wish.sort && { ...wish.sort, by: wish.sort.by as CallSort }
            return client.intake.recent.query({ ...narrowed(wish), sort, after, limit }, signal ? { signal } : {})
          }}
          rowId={({ id }) => id}
          onOpen={({ ticketId }) => ticketId && navigate(`/tickets/${ticketId}`)}
          filters={(state) => <FilterChips state={state} filters={filters} />}
          file={{ columns: callFileColumns, wish: (wish) => ({ ...narrowed(wish), sort: wish.sort }) }}
          foot={(wish) => <CallFoot wish={narrowed(wish)} />}
          empty={{ title: t('tickets.calls.empty'), todo: t('tickets.calls.emptyTodo') }}
          nothingFound={{ title: t('tickets.empty.nothingFound'), todo: t('tickets.empty.searchTodo') }}
        />
      )}
    </SavedViews>
  )
}

function CallFoot({ wish }: { wish: Inputs['intake']['callTotals'] }) {
  const { t } = useTranslation()
  const { data } = useQuery(api.intake.callTotals.queryOptions(wish, { placeholderData: keepPreviousData }))
  return (
    <TotalsFoot
      totals={data}
      count={(count, isMore) => t(isMore ? 'lists.total.more' : 'lists.total.count', { count })}
      sums={{
        answered: (count) => `${t('tickets.calls.state.ended')} ${count}`,
        lost: (count) => `${t('tickets.calls.state.lost')} ${count}`,
        talkedSeconds: (sum) => t('tickets.total.talked', { minutes: Math.round(sum / 60) }),
      }}
    />
  )
}

const seconds = (fromAt: string | null, toAt: string | null) =>
  fromAt && toAt ? Math.max(0, Math.round((Date.parse(toAt) - Date.parse(fromAt)) / 1000)) : null

function useCallColumns(nowAt: string): ListColumn<CallRow>[] {
  const { t } = useTranslation()
  const rang = ({ ringAt, answeredAt, hungUpAt }: CallRow) => {
    const count = seconds(ringAt, answeredAt ?? hungUpAt)
    return count === null ? '' : t('tickets.calls.seconds', { count })
  }
  const talked = ({ answeredAt, hungUpAt }: CallRow) => {
    const count = seconds(answeredAt, hungUpAt)
    return count === null ? '' : t('tickets.calls.seconds', { count })
  }
  const plain = (id: string, title: string, width: string, text: (row: CallRow) => string): ListColumn<CallRow> => ({
    id,
    title,
    width,
    isSortable: id !== 'number', // nobody sorts by what is not shown whole
    cell: text,
  })
  const startedAt = ({ ringAt, answeredAt }: CallRow) => ringAt ?? answeredAt
  return [
    {
      id: 'at',
      isSortable: true,
      title: t('tickets.calls.at'),
      width: '8rem',
      cell: (row) => {
        const at = startedAt(row)
        return at ? <WhenText at={at} nowAt={nowAt} /> : null
      },
    },
    plain('direction', t('tickets.calls.direction'), '4rem', ({ direction }) => t(`tickets.calls.way.${direction}`)),
    plain('number', t('tickets.calls.number'), '10rem', ({ numberShown }) => numberShown),
    plain('region', t('tickets.calls.region'), 'minmax(8rem, 1fr)', ({ region }) => region),
    plain('state', t('tickets.column.state'), '6rem', ({ state }) => t(`tickets.calls.state.${state}`)),
    { ...plain('rang', t('tickets.calls.rang'), '6rem', rang), isRight: true },
    { ...plain('talked', t('tickets.calls.talked'), '6rem', talked), isRight: true },
    plain('member', t('tickets.calls.member'), '7rem', ({ memberName }) => memberName),
    plain('outcome', t('tickets.register.outcome'), 'minmax(6rem, 1fr)', ({ outcome }) =>
      outcome ? t(`tickets.outcome.${outcome}`) : '',
    ),
  ]
}
