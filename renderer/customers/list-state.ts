import type { CustomerRow } from '../../shared/customers/schema.ts'

/** What the list was asked for last, so that coming back from a customer finds it as it was left. */
export interface ListWish {
  text: string
  /** A code of the policies, or `all`. */
  category: CustomerRow['category']
  /** Id of the row the caret stood on. */
  chosen: string | null
}

let kept: ListWish = { text: '', category: 'all', chosen: null }

/** What the list was last asked for. */
export const lastWish = (): ListWish => kept

/** For the next time the list is opened, until the window closes. */
export function keepWish(wish: ListWish): void {
  kept = wish
}
