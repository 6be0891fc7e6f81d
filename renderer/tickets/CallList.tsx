import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { callFileColumns } from '../../shared/intake/file-columns.ts'
import type { CallRow } from '../../shared/intake/schema.ts'
import { client } from '../app/api.ts'
import { useNow } from '../kit/use-now.ts'
import { WhenText } from '../kit/WhenText.tsx'
import { List, type ListColumn, SavedViews } from '../lists/public.ts'
import { usePolicy } from './use-policy.ts'
import { stampText } from './work-times.ts'

/** Calls, newest first: how long each rang, who answered, what came of it. */
export function CallList() {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const nowAt = useNow()
  const columns = useCallColumns(nowAt)
  return (
    <SavedViews list="intake.recent">
      {(views) => (
        <List<CallRow>
          key={views.view?.id}
          views={views}
          title={t('tickets.calls.tab')}
          placeholder={t('tickets.calls.search')}
          columns={columns}
          ask={({ text }, after, limit, signal) =>
            client.intake.recent.query({ text, after, limit }, signal ? { signal } : {})
          }
          rowId={({ id }) => id}
          onOpen={({ ticketId }) => ticketId && navigate(`/tickets/${ticketId}`)}
          file={{ columns: callFileColumns, wish: ({ text }) => ({ text }) }}
          empty={{ title: t('tickets.calls.empty'), todo: t('tickets.calls.emptyTodo') }}
          nothingFound={{ title: t('tickets.empty.nothingFound'), todo: t('tickets.empty.searchTodo') }}
        />
      )}
    </SavedViews>
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
    cell: text,
    text,
  })
  const { zone } = usePolicy()
  const startedAt = ({ ringAt, answeredAt }: CallRow) => ringAt ?? answeredAt
  return [
    {
      id: 'at',
      title: t('tickets.calls.at'),
      width: '8rem',
      cell: (row) => {
        const at = startedAt(row)
        return at ? <WhenText at={at} nowAt={nowAt} /> : null
      },
      text: (row) => stampText(startedAt(row), zone),
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
