import { intakeEntries } from './intake/entry-tellers.ts'
import type { EntryTellers } from './kit/timeline-entry.ts'
import { ticketEntries } from './tickets/entry-tellers.ts'

/** Who says what in a customer's timeline (往来): one line a feature that brings entries (`timeline` of its manifest). */
export const entryTellers: EntryTellers = {
  ...intakeEntries,
  ...ticketEntries,
}
