import type { TicketRow } from '../../shared/tickets/schema.ts'

/** Several lists as one, each ticket once, the nearest limit first; without a limit they are left out. What waits has its own. */
export function byTimeLeft(lists: readonly (readonly TicketRow[])[]): TicketRow[] {
  const byId = new Map(lists.flat().map((row) => [row.id, row]))
  return [...byId.values()]
    .filter(({ nextDueAt }) => nextDueAt !== null)
    .sort((a, b) => (a.nextDueAt ?? '').localeCompare(b.nextDueAt ?? ''))
}
