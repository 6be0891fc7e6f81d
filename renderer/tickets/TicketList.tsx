import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { TicketView } from '../../shared/tickets/schema.ts'
import { client } from '../app/api.ts'
import { useNow } from '../kit/use-now.ts'
import { ExportButton } from './ExportButton.tsx'
import { ListBar } from './ListBar.tsx'
import { PagedTable } from './PagedTable.tsx'
import { useTicketColumns } from './ticket-columns.tsx'
import { type AskPage, usePaged } from './use-paged.ts'
import type { TicketRow } from '../../shared/tickets/schema.ts'

/** One saved view of the tickets, searched and paged. */
export function TicketList({ view, total }: { view: TicketView; total: number | undefined }) {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const nowAt = useNow()
  const [text, setText] = useState('')
  const [sought] = useDebouncedValue(text, 150)
  const columns = useTicketColumns(view, nowAt)
  const ask: AskPage<TicketRow> = (after, limit, signal) =>
    client.tickets.list.query({ view, text: sought, after, limit }, signal ? { signal } : {})
  const paged = usePaged({ path: ['tickets', 'list'], input: { view, text: sought }, ask, everyMs: 60_000 })
  return (
    <>
      <ListBar text={text} onText={setText} placeholder={t('tickets.list.search')} shown={paged.rows?.length}>
        <ExportButton
          name={t(`tickets.view.${view}`)}
          about={{ feature: 'tickets', view, filter: sought }}
          columns={columns}
          ask={ask}
          nowAt={nowAt}
        />
      </ListBar>
      <PagedTable
        label={t(`tickets.view.${view}`)}
        columns={columns}
        paged={paged}
        rowId={({ id }) => id}
        onOpen={({ id }) => navigate(`/tickets/${id}`)}
        {...(sought === '' && total !== undefined ? { total } : {})}
        empty={
          sought === ''
            ? { title: t(`tickets.empty.${view}`), todo: t('tickets.empty.todo') }
            : { title: t('tickets.empty.nothingFound'), todo: t('tickets.empty.searchTodo') }
        }
      />
    </>
  )
}
