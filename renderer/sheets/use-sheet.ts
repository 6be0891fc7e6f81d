import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { SheetInk } from '../../shared/forms/ink.ts'
import { api, client } from '../app/api.ts'
import { useCompany } from '../app/use-house.ts'
import { layOutSheet } from './lay-out-sheet.ts'
import type { SheetWish } from './print-path.ts'

/**
 * The pages of a sheet as they are now; undefined until the station has said what fills it. `isPaper`: they are about to be printed, with whole
 * numbers, which the station notes; on screen numbers are covered as everywhere.
 */
export function useSheet(wish: Pick<SheetWish, 'formId' | 'ticketId' | 'mode' | 'paper'>, isPaper = false) {
  const company = useCompany()
  const { formId, mode, paper } = wish
  const ticketId = mode === 'blank' ? null : wish.ticketId
  const goesOut = isPaper && ticketId !== null
  const shown = useQuery(
    api.sheets.record.queryOptions(
      { formId, ticketId, mode },
      { enabled: !goesOut && (mode === 'blank' || ticketId !== null) },
    ),
  )
  const given = useQuery({
    queryKey: ['sheets.paper', formId, ticketId, mode],
    queryFn: () => client.sheets.paper.mutate({ formId, ticketId: ticketId ?? '', mode }),
    enabled: goesOut,
    // Every answer is noted: it is asked for once.
    ...{ staleTime: Infinity, refetchOnMount: false, refetchOnReconnect: false, refetchOnWindowFocus: false },
  })
  const query = goesOut ? given : shown
  const sheet: SheetInk | undefined = useMemo(
    () => (query.data && company ? layOutSheet({ formId, mode, paper }, query.data, company) : undefined),
    [query.data, company, formId, mode, paper],
  )
  return { query, sheet }
}
