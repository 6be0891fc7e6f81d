import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { ticketViews, type TicketView } from '../../shared/tickets/schema.ts'
import { api } from '../app/api.ts'
import { useShell } from '../app/shell-state.ts'
import { Pane } from '../kit/Pane.tsx'
import { TabRow, type Tab } from '../kit/TabRow.tsx'
import { Zones } from '../kit/Zones.tsx'
import { CallList } from './CallList.tsx'
import { LedgerList } from './LedgerList.tsx'
import look from './Lists.module.css'
import { RegisterList } from './RegisterList.tsx'
import { TicketList } from './TicketList.tsx'
import { countText, type TicketPlace } from './views.ts'

type ListPlace = Exclude<TicketPlace, { place: 'ticket' }>
type TabValue = TicketView | 'ledger' | 'register' | 'calls'

/** A technician has no use for what the desk still has to enter. */
const technicianViews: readonly TicketView[] = ['mine', 'open', 'today', 'late', 'closed']

const tabOf = (place: ListPlace): TabValue => (place.place === 'list' ? place.view : place.place)
const pathOf = (tab: TabValue) =>
  tab === 'ledger' || tab === 'register' || tab === 'calls' ? `/tickets/${tab}` : `/tickets/view/${tab}`

/** The saved views of tickets with their counts, the ledger F05, the register F03/F12 and the calls, as tabs. */
export function TicketLists({ place }: { place: ListPlace }) {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const member = useShell((state) => state.member)
  const counts = useQuery(api.tickets.counts.queryOptions(undefined, { refetchInterval: 60_000 }))
  const mayBoard = member?.may('tickets.dispatch') ?? false
  const views = mayBoard ? ticketViews : technicianViews
  const value = tabOf(place)
  const tabs: Tab<TabValue>[] = [
    ...views.map((view) => ({ value: view, text: t(`tickets.view.${view}`), note: countText(counts.data?.[view]) })),
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
            <TicketList key={place.view} view={place.view} total={counts.data?.[place.view]} />
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
