import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { BatchStep } from '../../shared/tickets/batch.ts'
import { dayOf } from '../../shared/kit/calendar.ts'
import { ticketFileColumns } from '../../shared/tickets/file-columns.ts'
import type { ticketSorts } from '../../shared/tickets/lists.ts'
import type { TicketRow, TicketView } from '../../shared/tickets/schema.ts'
import { client } from '../app/api.ts'
import { useShell } from '../app/shell-state.ts'
import { useNow } from '../kit/use-now.ts'
import { List, type ListSteps, type ListWish, type ViewsInHand } from '../lists/public.ts'
import { BatchButtons } from './BatchButtons.tsx'
import { TicketBatch } from './TicketBatch.tsx'
import { wishOf } from './ticket-filter.ts'
import { TicketFilters } from './TicketFilters.tsx'
import { TicketTotalsFoot } from './TicketTotalsFoot.tsx'
import { usePolicy } from './use-policy.ts'
import { useTicketColumns } from './ticket-columns.tsx'

type TicketSort = (typeof ticketSorts)[number]

interface TicketListProps {
  view: TicketView
  views: ViewsInHand
  total: number | undefined
}

/** One view of the tickets: searched, narrowed, sorted by any column, summed up. */
export function TicketList({ view, views, total }: TicketListProps) {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const nowAt = useNow()
  const { zone } = usePolicy()
  const columns = useTicketColumns(view, nowAt)
  const title = views.view?.name ?? t(`tickets.view.${view}`)
  const narrowed = ({ text, filters }: ListWish) => ({ view, text, ...wishOf(filters, dayOf(nowAt, zone)) })
  const [batch, setBatch] = useState<{ step: BatchStep; nth: number; isBegun: boolean } | null>(null)
  const may = useShell(({ member }) => member)?.may ?? (() => false)
  const steps: ListSteps<TicketRow> = {
    matching: async (wish) => (await client.tickets.matching.query(narrowed(wish))).ids,
    stillListed: async (wish, ids) =>
      (await client.tickets.stillListed.query({ ...narrowed(wish), ids: [...ids] })).ids,
    file: (wish, ids) => ({ view: 'all', ids: [...ids], ...(wish.sort ? { sort: { ...wish.sort } } : {}) }),
    rowName: ({ number, customerName }) => `${number} ${customerName}`,
    bar: (
      <BatchButtons
        may={may}
        open={batch?.step ?? null}
        // A form that is open keeps what was typed; after a result another begins.
        onOpen={(step) =>
          setBatch((before) =>
            before?.step === step && !before.isBegun ? before : { step, nth: (before?.nth ?? 0) + 1, isBegun: false },
          )
        }
      />
    ),
    panel: (chosen) =>
      batch ? (
        <TicketBatch
          key={batch.nth}
          step={batch.step}
          ids={[...chosen.ids]}
          onBegin={() => setBatch({ ...batch, isBegun: true })}
          onDone={(ids) => chosen.onTick(ids, false)}
          onClose={() => setBatch(null)}
        />
      ) : null,
  }
  return (
    <List<TicketRow>
      views={views}
      title={title}
      placeholder={t('tickets.list.search')}
      columns={columns}
      fixed={{ view }}
      ask={(wish, after, limit, signal) => {
        const sort = wish.sort && { ...wish.sort, by: wish.sort.by as TicketSort }
        return client.tickets.list.query({ ...narrowed(wish), sort, after, limit }, signal ? { signal } : {})
      }}
      everyMs={60_000}
      rowId={({ id }) => id}
      onOpen={({ id }) => navigate(`/tickets/${id}`)}
      filters={(state) => <TicketFilters state={state} />}
      file={{ columns: ticketFileColumns, wish: (wish) => ({ ...narrowed(wish), sort: wish.sort }) }}
      foot={(wish) => <TicketTotalsFoot wish={narrowed(wish)} />}
      total={total}
      {...(may('tickets.dispatch') || may('tickets.note') ? { steps } : {})}
      empty={{ title: t(`tickets.empty.${view}`), todo: t('tickets.empty.todo') }}
      nothingFound={{ title: t('tickets.empty.nothingFound'), todo: t('tickets.empty.searchTodo') }}
    />
  )
}
