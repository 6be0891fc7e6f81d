import { endOfDay, startOfDay, dayOf } from '../../shared/kit/calendar.ts'
import { pauseReasons, type TicketView } from '../../shared/tickets/schema.ts'
import type { Seat } from '../api/context.ts'
import { seatScope } from '../house/row-scope.ts'
import type { Company } from '../house/settings.ts'
import { later } from '../scheduler/scheduler.ts'

/** A saved view as the index walks it: one condition a branch, all sorted alike, so that every branch is a short index walk. */
export interface ViewPlan {
  branches: { where: string; values: string[] }[]
  sortBy: 'createdAt' | 'nextDueAt' | 'visitFromAt' | 'closedAt'
  newestFirst: boolean
  /** Open work stands by what is due first, what has no limit last, as long as so many can be walked. */
  isByDue?: true
}

/** What is due until this instant is due soon. */
export const soonUntil = (policies: Company['policies'], now: string) =>
  later(now, policies.at(now).policy.visits.soonMinutes * 60)

const inState = (state: string, more = '', ...values: string[]) => ({
  where: `"state" = ?${more}`,
  values: [state, ...values],
})

/** Conditions of each view. Every one begins with the columns of an index in main/tickets/entities.ts. What is due soon the policies in force say. */
export function viewPlan(
  view: TicketView,
  seat: Seat,
  now: string,
  { timeZone, policies }: Pick<Company, 'timeZone' | 'policies'>,
): ViewPlan {
  const today = dayOf(now, timeZone)
  const newest = { sortBy: 'createdAt', newestFirst: true } as const
  const oldest = { sortBy: 'createdAt', newestFirst: false } as const
  switch (view) {
    case 'open':
      return {
        ...newest,
        isByDue: true,
        branches: ['unassigned', 'dispatched', 'resulted', 'ledgered'].map((state) => inState(state)),
      }
    case 'unassigned':
      return { ...oldest, branches: [inState('unassigned')] }
    case 'late':
      return { sortBy: 'nextDueAt', newestFirst: false, branches: [{ where: '"nextDueAt" < ?', values: [now] }] }
    case 'dueSoon':
      return {
        sortBy: 'nextDueAt',
        newestFirst: false,
        branches: [{ where: '"nextDueAt" >= ? AND "nextDueAt" <= ?', values: [now, soonUntil(policies, now)] }],
      }
    case 'today':
      return {
        sortBy: 'visitFromAt',
        newestFirst: false,
        branches: [
          {
            where: `"visitFromAt" >= ? AND "visitFromAt" <= ? AND "state" <> 'cancelled'`,
            values: [startOfDay(today, timeZone), endOfDay(today, timeZone)],
          },
        ],
      }
    case 'paused':
      return { ...newest, branches: pauseReasons.map((reason) => ({ where: '"pausedReason" = ?', values: [reason] })) }
    case 'mine':
      return seatScope(seat, 'tickets.view') === 'assigned'
        ? {
            sortBy: 'visitFromAt',
            newestFirst: false,
            branches: [{ where: `"technicianId" = ? AND "state" = 'dispatched'`, values: [seat.memberId] }],
          }
        : {
            ...newest,
            isByDue: true,
            branches: ['unassigned', 'dispatched', 'resulted', 'ledgered'].map((state) =>
              inState(state, ' AND "operatorId" = ?', seat.memberId),
            ),
          }
    case 'toLedger':
      return { ...oldest, branches: [inState('resulted')] }
    case 'toArchive':
      return { ...oldest, branches: [inState('ledgered')] }
    case 'closed':
      return { sortBy: 'closedAt', newestFirst: true, branches: [{ where: '"closedAt" IS NOT NULL', values: [] }] }
    case 'all':
      return { ...newest, branches: [{ where: '1 = 1', values: [] }] }
  }
}
