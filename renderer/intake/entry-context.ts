import { createContext, useContext } from 'react'
import type { CustomerCard, CallerMatch } from '../../shared/customers/schema.ts'
import type { ProductRow } from '../../shared/products/schema.ts'
import type { Draft, TextField } from './draft.ts'
import type { Gap } from './gaps.ts'
import type { IntakeTab } from './tabs.ts'
import type { Trade } from './use-trade.ts'

/** One open entry with everything the three zones show of it. */
export interface Entry {
  tab: IntakeTab
  draft: Draft
  trade: Trade
  /** What is missing before somebody can be sent, in order of the form. */
  gaps: readonly Gap[]
  /** Card of the chosen customer; before that of the likeliest caller, to look at only. */
  card: CustomerCard | null
  matches: readonly CallerMatch[]
  /** The caller is filed outside the rows the seat meets. */
  isElsewhere: boolean
  /** Why the station does not say who calls; null where it does. */
  lookUpProblem: string | null
  region: string
  isLooking: boolean
  product: ProductRow | null
  /** Refusal of the station by field, in the member's words. */
  errors: Readonly<Partial<Record<string, string>>>
  /** Field that has the focus, for 现在问. */
  asked: Gap | TextField | null
  change: (turn: (draft: Draft) => Draft) => void
  type: (field: TextField, value: string) => void
  pickCustomer: (customerId: string, personId: string | null) => Promise<void>
  pickNew: () => void
  pickProduct: (product: ProductRow | null) => void
}

/** The entry of the open tab; null where none is open. */
export const EntryContext = createContext<Entry | null>(null)

/** The open entry. Only inside of it. */
export function useEntry(): Entry {
  const entry = useContext(EntryContext)
  if (!entry) throw new Error('no entry is open here')
  return entry
}
