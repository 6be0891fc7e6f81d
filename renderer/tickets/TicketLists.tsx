import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Redirect, useLocation } from 'wouter'
import type { ViewRow } from '../../shared/lists/schema.ts'
import { ticketViews, type TicketView } from '../../shared/tickets/schema.ts'
import { api } from '../app/api.ts'
import { useShell } from '../app/shell-state.ts'
import { Pane } from '../kit/Pane.tsx'
import { Skeleton } from '../kit/Skeleton.tsx'
import { TabRow, type Tab } from '../kit/TabRow.tsx'
import { Zones } from '../kit/Zones.tsx'
import { useKept } from '../lists/public.ts'
import { CallList } from './CallList.tsx'
import { LedgerList } from './LedgerList.tsx'
import look from './Lists.module.css'
import { RegisterList } from './RegisterList.tsx'
import { TicketList } from './TicketList.tsx'
import { countText, type TicketPlace } from './views.ts'

type ListPlace = Exclude<TicketPlace, { place: 'ticket' }>
/** A view, a list beside them, or the id of a saved view. */
type TabValue = string

/** A technician has no use for what the desk still has to enter. */
const technicianViews: readonly TicketView[] = ['mine', 'open', 'today', 'late', 'closed']

const tabOf = (place: ListPlace): TabValue => (place.place === 'list' ? (place.saved ?? place.view) : place.place)

/** A saved view stands under the view of the house it was made from. */
function pathOfSaved({ id, wish }: ViewRow): string {
  const base = ticketViews.find((view) => view === wish.filters['view']) ?? 'open'
  return `/tickets/view/${base}/${id}`
}

/** The saved views of tickets with their counts, the ledger F05, the register F03/F12 and the calls, as tabs. */
export function TicketLists({ place }: { place: ListPlace }) {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const member = useShell((state) => state.member)
  const counts = useQuery(api.tickets.counts.queryOptions(undefined, { refetchInterval: 60_000 }))
  const mayBoard = member?.may('tickets.dispatch') ?? false
  const views = mayBoard ? ticketViews : technicianViews
  const value = tabOf(place)
  const kept = useKept('tickets.list')
  const saved = kept?.views ?? []
  const pathOf = (tab: TabValue) => {
    const row = saved.find(({ id }) => id === tab)
    if (row) return pathOfSaved(row)
    return views.some((view) => view === tab) ? `/tickets/view/${tab}` : `/tickets/${tab}`
  }
  const tabs: Tab<TabValue>[] = [
    ...views.map((view) => ({ value: view, text: t(`tickets.view.${view}`), note: countText(counts.data?.[view]) })),
    ...saved.map(({ id, name }) => ({ value: id, text: name })),
    { value: 'ledger', text: t('tickets.ledger.tab') },
    ...(member?.may('intake.view')
      ? [
          { value: 'register' as const, text: t('tickets.register.tab') },
          { value: 'calls' as const, text: t('tickets.calls.tab') },
        ]
      : []),
  ]
  return (
    <Zones>
      <Pane label={t('kit.screen.tickets')}>
        <div className={look.tabs}>
          <TabRow
            label={t('tickets.views')}
            tabs={tabs}
            value={value}
            controls="ticket-list"
            onChange={(tab) => navigate(pathOf(tab))}
          />
        </div>
        <div
          id="ticket-list"
          role="tabpanel"
          className={look.panel}
          aria-label={tabs.find((tab) => tab.value === value)?.text}
        >
          {place.place === 'list' ? (
            !kept ? (
              <Skeleton lines={10} />
            ) : place.isBare && kept.defaultViewId ? (
              <Redirect to={pathOf(kept.defaultViewId)} replace />
            ) : (
              <TicketList
                key={value}
                view={place.view}
                views={{
                  list: 'tickets.list',
                  kept,
                  view: saved.find(({ id }) => id === place.saved) ?? null,
                  choose: (row) => navigate(row ? pathOfSaved(row) : pathOf(place.view)),
                }}
                total={counts.data?.[place.view]}
              />
            )
          ) : place.place === 'ledger' ? (
            <LedgerList />
          ) : place.place === 'register' ? (
            <RegisterList only={place.only} />
          ) : (
            <CallList />
          )}
        </div>
      </Pane>
    </Zones>
  )
}
