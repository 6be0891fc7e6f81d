import { skipToken, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { TicketRow } from '../../shared/tickets/schema.ts'
import { api } from '../app/api.ts'
import { useEntry } from './entry-context.ts'
import { sameFaultOf } from './same-fault.ts'

const none: readonly TicketRow[] = []

/** The earlier cases of the chosen product with the chosen fault, newest first. */
export function useSameFault(): readonly TicketRow[] {
  const { draft } = useEntry()
  const { customerId, productId, fault } = draft
  const tickets = useQuery(
    api.tickets.list.queryOptions(customerId && productId ? { view: 'all', customerId, limit: 50 } : skipToken),
  )
  const rows = tickets.data?.rows ?? none
  return useMemo(() => sameFaultOf(rows, { productId, fault }), [rows, productId, fault])
}
