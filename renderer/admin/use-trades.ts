import { useQuery } from '@tanstack/react-query'
import type { TradeRow } from '../../shared/admin/trade-schema.ts'
import type { Policy } from '../../shared/presets/schema.ts'
import { api } from '../app/api.ts'

/** Trades change with a new release only, and that loads the page anew. */
const kept = { staleTime: Infinity, gcTime: Infinity }
const none: readonly TradeRow[] = []

/** The trades a company can choose; empty until the station has answered. */
export function useTrades(): readonly TradeRow[] {
  return useQuery(api.admin.trades.queryOptions(undefined, kept)).data ?? none
}

/** What a trade fills in; null until the station has answered, and for one that nobody knows. */
export function useTrade(id: string): Policy | null {
  return useQuery(api.admin.trade.queryOptions({ id }, { ...kept, enabled: id !== '' })).data ?? null
}
