import type { UseQueryResult } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerCard } from '../../shared/customers/schema.ts'
import type { Page } from '../../shared/kit/paging.ts'
import type { TicketRow } from '../../shared/tickets/schema.ts'
import { HistoryList, type Undoing } from '../history/public.ts'
import { ChoiceChips } from '../kit/ChoiceChips.tsx'
import { Pane } from '../kit/Pane.tsx'
import { ProblemNote } from '../kit/ProblemNote.tsx'
import { Skeleton } from '../kit/Skeleton.tsx'
import { TabRow } from '../kit/TabRow.tsx'
import look from './Timeline.module.css'
import { Timeline } from './Timeline.tsx'
import { TicketTable } from './TicketTable.tsx'
import { cameBack } from './timeline-entries.ts'
import { useTimeline } from './use-customer.ts'

type Tab = 'all' | 'tickets' | 'calls' | 'changes'

interface DealingsProps {
  card: CustomerCard
  tickets: UseQueryResult<Page<TicketRow>, unknown>
  /** The ways back from what was changed; null for a role that takes nothing back. */
  undoing: Undoing | null
}

/** The kind of entries that have a tab of their own. */
const calls = 'intake.call'

/** What came and went: everything on one line of time, or the tickets, or the calls alone. */
export function Dealings({ card, tickets, undoing }: DealingsProps) {
  const { t } = useTranslation()
  const [tab, setTab] = useState<Tab>('all')
  const [product, setProduct] = useState<string>('all')
  const { query, entries, counts } = useTimeline(card.customer.id)
  const total = counts ? Object.values(counts).reduce((sum, count) => sum + count, 0) : card.recentCount
  const tabs = [
    { value: 'all', text: t('customers.tab.all'), note: total },
    { value: 'tickets', text: t('customers.tab.tickets'), note: tickets.data?.rows.length },
    { value: 'calls', text: t('customers.tab.calls'), note: counts && (counts[calls] ?? 0) },
    { value: 'changes', text: t('customers.tab.changes') },
  ] as const
  const wanted = entries?.filter(
    (entry) => (tab === 'all' || entry.kind === calls) && (product === 'all' || entry.productId === product),
  )
  const back = cameBack(tickets.data?.rows ?? [])
  const isWhole = entries !== undefined && !query.hasNextPage
  const countOf = (id: string) =>
    isWhole ? String(entries.filter(({ productId }) => productId === id).length) : undefined
  const hasProducts = tab === 'all' && card.products.length > 1
  return (
    <Pane label={t('customers.tab.label')}>
      <TabRow label={t('customers.tab.label')} tabs={tabs} value={tab} onChange={setTab} controls="dealings" />
      <div id="dealings" role="tabpanel" aria-label={t(`customers.tab.${tab}`)} className={look.panel}>
        {hasProducts ? (
          <div className={look.filter}>
            <ChoiceChips
              label={t('customers.timeline.products')}
              choices={[
                { value: 'all', text: t('customers.timeline.allProducts') },
                ...card.products.map(({ id, name }) => ({ value: id, text: name, note: countOf(id) })),
              ]}
              value={product}
              onChange={(value) => setProduct(value ?? 'all')}
            />
          </div>
        ) : null}
        {tab === 'changes' ? (
          <HistoryList record={{ kind: 'customers.customer', id: card.customer.id }} undoing={undoing} />
        ) : tab === 'tickets' ? (
          <TicketTable tickets={tickets} />
        ) : query.isError && !entries ? (
          <div className={look.problem}>
            <ProblemNote error={query.error} onRetry={() => void query.refetch()} />
          </div>
        ) : wanted === undefined ? (
          <Skeleton lines={8} />
        ) : (
          <Timeline
            key={`${tab}/${product}`}
            entries={wanted}
            back={back}
            products={card.products}
            total={product === 'all' ? (tab === 'all' ? total : counts?.[calls]) : undefined}
            hasMore={query.hasNextPage}
            onMore={() => {
              if (!query.isFetchingNextPage) void query.fetchNextPage()
            }}
          />
        )}
      </div>
    </Pane>
  )
}
