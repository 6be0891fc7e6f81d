import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { RegisterRow } from '../../shared/intake/schema.ts'
import { api, client } from '../app/api.ts'
import { type Column, DataTable } from '../kit/DataTable.tsx'
import { PaneHead } from '../kit/Pane.tsx'
import { ProblemNote } from '../kit/ProblemNote.tsx'
import { type Trade, useTimes } from './use-trade.ts'

/** The register, newest first. */
export function RegisterPane({ trade }: { trade: Trade }) {
  const { t, i18n } = useTranslation()
  const isEnglish = i18n.language === 'en'
  const times = useTimes(trade)
  const register = useInfiniteQuery({
    queryKey: [...api.intake.register.queryKey(), 'pages'],
    queryFn: ({ pageParam: after }) => client.intake.register.query({ after, limit: 50 }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })
  const rows = register.data?.pages.flatMap((page) => page.rows)
  const columns: Column<RegisterRow>[] = [
    { id: 'no', title: t('intake.column.no'), width: '8.5rem', cell: (row) => row.ticketNumber || row.registerNo },
    {
      id: 'at',
      title: t('intake.column.at'),
      width: isEnglish ? '7.25rem' : '6rem',
      cell: (row) => times.when(row.receivedAt),
    },
    {
      id: 'outcome',
      title: t('intake.column.outcome'),
      width: isEnglish ? '5.25rem' : '4rem',
      cell: (row) => t(`intake.outcome.${row.outcome}`),
    },
    {
      id: 'who',
      title: t('intake.column.who'),
      width: 'minmax(7rem, 1fr)',
      cell: (row) => row.customerName || row.phoneShown,
    },
    {
      id: 'what',
      title: t('intake.column.what'),
      width: 'minmax(9rem, 1.6fr)',
      cell: (row) => [row.productName, row.symptom || row.note].filter(Boolean).join(' '),
    },
    { id: 'by', title: t('intake.column.by'), width: '4.5rem', cell: (row) => row.technicianName || row.clerkName },
  ]
  return (
    <>
      <PaneHead title={t('intake.register')} />
      {register.isError && !rows ? (
        <ProblemNote error={register.error} onRetry={() => void register.refetch()} />
      ) : (
        <DataTable
          label={t('intake.register')}
          columns={columns}
          rows={rows}
          rowId={({ id }) => id}
          onOpen={(row) => {
            if (row.ticketId) location.hash = `#/tickets/${row.ticketId}`
          }}
          onNearEnd={() => {
            if (register.hasNextPage && !register.isFetchingNextPage) void register.fetchNextPage()
          }}
          empty={{ title: t('intake.registerNone'), todo: t('intake.registerTodo') }}
        />
      )}
    </>
  )
}
