import { createContext, useContext, type ReactNode } from 'react'
import { createPortal } from 'react-dom'

/** Places in the status strip that screens may fill. */
export type StripSlot = 'context' | 'actions'

/** Elements of the strip that take what screens put there. */
export const StripSlots = createContext<Readonly<Partial<Record<StripSlot, HTMLElement | null>>>>({})

/** Puts its children into the status strip while it stands: `context` after the line state, `actions` before the counts. */
export function InStrip({ slot, children }: { slot: StripSlot; children: ReactNode }) {
  const place = useContext(StripSlots)[slot]
  return place ? createPortal(children, place) : null
}
