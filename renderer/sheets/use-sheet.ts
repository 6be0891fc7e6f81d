import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { SheetInk } from '../../shared/forms/ink.ts'
import { api } from '../app/api.ts'
import { useCompany } from '../app/use-house.ts'
import { layOutSheet } from './lay-out-sheet.ts'
import type { SheetWish } from './print-path.ts'

/** The pages of a sheet as they are now; undefined until the station has said what fills it. */
export function useSheet(wish: Pick<SheetWish, 'formId' | 'ticketId' | 'mode' | 'paper'>) {
  const company = useCompany()
  const { formId, mode, paper } = wish
  const ticketId = mode === 'blank' ? null : wish.ticketId
  const query = useQuery(
    api.sheets.record.queryOptions({ formId, ticketId, mode }, { enabled: mode === 'blank' || ticketId !== null }),
  )
  const sheet: SheetInk | undefined = useMemo(
    () => (query.data && company ? layOutSheet({ formId, mode, paper }, query.data, company) : undefined),
    [query.data, company, formId, mode, paper],
  )
  return { query, sheet }
}
