import type { z } from 'zod'
import type { Deadline } from '../../shared/clocks/schema.ts'
import { Failure } from '../../shared/kit/failure.ts'
import { endOf } from '../../shared/presets/limit-ends.ts'
import { clocksOf } from '../../shared/tickets/rules.ts'
import type { PlanRow, planSchema, TicketPage } from '../../shared/tickets/schema.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Reader } from '../database/database.ts'
import { recordsOf } from '../database/records.ts'
import { audit } from '../house/audit.ts'
import { type Company, companyOf } from '../house/settings.ts'
import type { Ticket } from './ticket-entity.ts'
import { type Plan, PlanEntity } from './work-entities.ts'
import { isBeforeResult, kindOf, roundAtOf, TicketClocks } from './ticket-clocks.ts'
import { refuseBeforeVisit } from './refuse-times.ts'
import { changeTicket, storedStep, ticketToChange } from './ticket-rows.ts'

/**
 * Submits the handling plan: cause found, and what will be done (R057, R060). Its limit counts from the answer or the arrival:
 * where nobody wrote that down yet it is asked for, so that a plan never meets a limit that has not begun. Sent twice it is one.
 */
export async function submitPlan(services: Services, seat: Seat, input: z.output<typeof planSchema>): Promise<PlanRow> {
  const { database } = services
  const find = async (reader: Reader) => (await planRows(services, reader, 'p."id" = ?', input.id))[0] ?? null
  return database.write(async (tx) => {
    const ticket = await ticketToChange(services, tx, seat, input.ticketId)
    const already = await storedStep(services, tx, 'tickets.submitPlan', input, () =>
      tx.findOneBy(PlanEntity, { id: input.id }),
    )
    if (already) return (await find(tx))!
    if (!isBeforeResult(ticket)) throw new Failure('ruleBroken', 'tickets.failure.tooLateToPlan')
    const company = await companyOf(tx)
    const now = services.now()
    const clocks = await TicketClocks.of(services, tx, seat, ticket, company)
    const begins = planBegins(ticket, company)
    if (begins && !clocks.has('plan')) {
      if (!input.begunAt) throw new Failure('invalid', refusals[begins], {}, 'begunAt')
      await refuseBeforeVisit(services, tx, ticket, { begunAt: input.begunAt }, begins === 'arrived')
      if (input.begunAt > now) throw new Failure('invalid', 'tickets.failure.notYet', {}, 'begunAt')
      if (begins === 'arrived') clocks.happened('responded', input.begunAt)
      clocks.happened(begins, input.begunAt)
    }
    const plan: Plan = {
      ...{ id: input.id, ticketId: ticket.id, at: now, cause: input.cause, plan: input.plan },
      memberId: seat.memberId,
    }
    await recordsOf(services, tx, seat).add(PlanEntity, plan)
    await changeTicket(services, tx, ticket, await clocks.happened('planned', now).enter())
    await audit(services, tx, seat, { action: 'tickets.submitPlan', subject: `ticket:${ticket.id}` })
    return (await find(tx))!
  })
}

const refusals = {
  responded: 'tickets.failure.planBeforeResponse',
  arrived: 'tickets.failure.planBeforeArrival',
} as const

/** What the plan's limit counts from in this case; null where the trade sets none. */
function planBegins(
  ticket: Pick<Ticket, 'receivedAt' | 'presetId' | 'kind' | 'level' | 'handling' | 'round'>,
  { policies }: Pick<Company, 'policies'>,
): 'responded' | 'arrived' | null {
  const from = clocksOf(policies.of(ticket), kindOf(ticket)).find((limit) => endOf(limit) === 'planned')?.startsAt
  return from === 'responded' || from === 'arrived' ? from : null
}

/** Whether the case still owes a plan, as the page shows it. */
export function planOwedOf(
  ticket: Ticket,
  company: Pick<Company, 'policies'>,
  deadlines: readonly Deadline[],
): TicketPage['planOwed'] {
  if (!isBeforeResult(ticket) || planBegins(ticket, company) === null) return 'no'
  if (deadlines.some(({ clock, metAt }) => clock === 'plan' && metAt === null)) return 'running'
  const beganAt = roundAtOf(ticket)
  return deadlines.some(({ clock, startedAt }) => clock === 'plan' && startedAt >= beganAt) ? 'no' : 'notBegun'
}

/** Plans of a ticket, newest first. */
export const plansOf = (services: Services, reader: Reader, ticketId: string): Promise<PlanRow[]> =>
  planRows(services, reader, 'p."ticketId" = ?', ticketId)

async function planRows(services: Services, reader: Reader, where: string, value: string): Promise<PlanRow[]> {
  const rows = (await reader.query(
    services.database.sql(
      `SELECT p."id", p."at", p."cause", p."plan", m."name" AS "byName" FROM "tickets_plan" p
       LEFT JOIN "house_member" m ON m."id" = p."memberId" WHERE ${where} ORDER BY p."at" DESC, p."id" DESC`,
    ),
    [value],
  )) as (Omit<PlanRow, 'byName'> & { byName: string | null })[]
  return rows.map((row) => ({ ...row, byName: row.byName ?? '' }))
}
