import { useState } from 'react'
import { useLocation } from 'wouter'
import { z } from 'zod'
import { addressHere } from '../app/use-address.ts'

const placeSchema = z.object({
  /** Searched for. It stays out of the address, where a telephone number has no business. */
  text: z.string(),
  /** Ids of the ticked rows. */
  ticked: z.array(z.string()),
  /** Id of the row the cursor stood on. */
  row: z.string().nullable(),
  /** How far it was scrolled, in pixels. */
  top: z.number(),
})

/** Where a member is in a list. It lives in the entry of the history: back and a reload find it, a fresh visit begins anew. */
type ListPlace = z.output<typeof placeSchema>

const nowhere: ListPlace = { text: '', ticked: [], row: null, top: 0 }

const placeHere = (): ListPlace => placeSchema.safeParse(history.state).data ?? nowhere

/** The list last on screen under each first word of an address, and where it was left. */
const left = new Map<string, { address: string; place: ListPlace }>()

/** Remembers the list on screen as the one to come back to. */
function remember(): void {
  const address = addressHere()
  left.set(address.split(/[/?]/)[1] ?? '', { address, place: placeHere() })
}

/** Keeps where the member is in the list on screen. */
function keepPlace(part: Partial<ListPlace>): void {
  history.replaceState({ ...placeHere(), ...part }, '', location.href)
  remember()
}

/** Where the list on screen begins, and how to keep where it is. */
export function useListPlace() {
  const [begins] = useState(placeHere)
  return { begins, keepPlace, remember }
}

/** Leads back to the list of these screens as it was left, else to its beginning: `/tickets`. */
export function useBackToList(path: string): () => void {
  const [, navigate] = useLocation()
  return () => {
    const list = left.get(path.split('/')[1] ?? '')
    if (list) navigate(list.address, { state: list.place })
    else navigate(path)
  }
}
