import { skipToken, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { casesOfProduct, repairsOf, sameFaultBefore } from '../../shared/tickets/rules-repeat.ts'
import type { TicketRow } from '../../shared/tickets/schema.ts'
import { api } from '../app/api.ts'
import { useEntry } from './entry-context.ts'

const none: readonly TicketRow[] = []
/** The most the station answers at once. */
const most = 200

/**
 * Earlier cases of the chosen product, newest first: `cases` of the chosen fault, or all of the product while none is chosen;
 * `repairs` those of them somebody has been to.
 */
export function useSameFault(): { cases: readonly TicketRow[]; repairs: readonly TicketRow[] } {
  const { draft } = useEntry()
  const { customerId, productId, fault, symptom } = draft
  const tickets = useQuery(
    api.tickets.list.queryOptions(customerId && productId ? { view: 'all', customerId, limit: most } : skipToken),
  )
  const rows = tickets.data?.rows ?? none
  return useMemo(() => {
    const asked = { id: null, productId, fault, symptom, receivedAt: null }
    const all = casesOfProduct(rows, asked)
    if (fault === '') return { cases: all, repairs: repairsOf(all) }
    return { cases: all.filter((each) => each.fault === fault), repairs: sameFaultBefore(rows, asked) }
  }, [rows, productId, fault, symptom])
}
