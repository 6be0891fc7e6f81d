import { Failure } from '../../shared/kit/failure.ts'
import { endsWith } from '../../shared/tickets/rules.ts'
import { metOtherwise, type VisitTimes, visitTimesOf } from '../../shared/tickets/rules-visit.ts'
import type { Seat, Services } from '../api/context.ts'
import { correctStops } from '../clocks/public.ts'
import type { Tx } from '../database/database.ts'
import { type Locked, recordsOf } from '../database/records.ts'
import { calendarsOf, companyOf } from '../house/settings.ts'
import { columnsOf, finalOutcomes, newestResult, type ResultFacts } from './result-rows.ts'
import { deadlinesOf, kindOf, subjectOf } from './ticket-clocks.ts'
import type { Ticket } from './ticket-entity.ts'
import { changeTicket } from './ticket-rows.ts'
import { type Result, ResultEntity } from './work-entities.ts'

/**
 * Corrects the newest result while its ledger line waits. Limits that ended with the visit as it was told first end as it is told now, in the
 * ledger of time and in what was kept of them.
 */
export async function correctResult(
  services: Services,
  tx: Tx,
  seat: Seat,
  before: Result,
  ticket: Locked<Ticket>,
  input: ResultFacts,
): Promise<void> {
  if (before.version !== input.version) throw new Failure('changedByOther', 'tickets.failure.changedByOther')
  if (ticket.state !== 'resulted') throw new Failure('ruleBroken', 'tickets.failure.alreadyDone')
  if ((await newestResult(services, tx, ticket.id))?.id !== before.id)
    throw new Failure('ruleBroken', 'tickets.failure.alreadyDone')
  if (!finalOutcomes.includes(input.outcome))
    throw new Failure('ruleBroken', 'tickets.failure.outcomeStands', {}, 'outcome')
  const records = recordsOf(services, tx, seat)
  const stands = (await records.lock(ResultEntity, before.id))!
  await records.change(ResultEntity, stands, { ...columnsOf(input), version: before.version + 1 })
  const company = await companyOf(tx)
  const deadlines = await deadlinesOf(services, tx, ticket, company, services.now())
  const [was, is] = [before, input].map((said) => visitTimesOf(said, before.recordedAt)) as [VisitTimes, VisitTimes]
  const kind = kindOf(ticket)
  const end = (clock: string) => endsWith(company.policies.of(ticket), kind, clock)
  const moved = metOtherwise(deadlines, end, kind.handling, was, is)
  await correctStops(services, tx, seat, subjectOf(ticket.id), calendarsOf(ticket, company), moved)
  await changeTicket(services, tx, ticket, {})
}
