import type { z } from 'zod'
import { caseEvents, eventFacts } from '../../shared/presets/events.ts'
import { type ToldEvent, toldEvents } from '../../shared/presets/told-events.ts'
import { endOf } from '../../shared/presets/limit-ends.ts'
import { addDays, dayOf, startOfDay } from '../../shared/kit/calendar.ts'
import { Failure } from '../../shared/kit/failure.ts'
import type { Policy } from '../../shared/presets/schema.ts'
import { clocksOf } from '../../shared/tickets/rules.ts'
import type { momentSchema } from '../../shared/tickets/moment.ts'
import type { TicketPage } from '../../shared/tickets/schema.ts'
import { audit } from '../house/audit.ts'
import { companyOf } from '../house/settings.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Reader, Tx } from '../database/database.ts'
import { recordsOf } from '../database/records.ts'
import { refuseAhead } from './refuse-times.ts'
import { kindOf, TicketClocks } from './ticket-clocks.ts'
import type { Ticket } from './ticket-entity.ts'
import { changeTicket, nextNth, storedStep, ticketToChange } from './ticket-rows.ts'
import { refuseWithdrawn } from './withdrawals.ts'
import { endsOfWaits } from './wait-over.ts'
import { type Moment, MomentEntity } from './work-entities.ts'

/**
 * 记时间: somebody tells that something happened which only a person can know, and when: limits that count from it begin, those it meets end.
 * Sent twice it is told once; told by two people it counts once, and the word of each stands. Refused beside the time: still to come, before the day of the report, before what it ends had begun, or (R175, R177) on a day too early for it.
 */
export async function recordMoment(
  services: Services,
  seat: Seat,
  input: z.output<typeof momentSchema>,
): Promise<void> {
  const { id, ticketId, event, at, note } = input
  await services.database.write(async (tx) => {
    const ticket = await ticketToChange(services, tx, seat, ticketId)
    const already = await storedStep(services, tx, 'tickets.moment', input, () => tx.findOneBy(MomentEntity, { id }))
    if (already) return
    await refuseWithdrawn(tx, input)
    if (ticket.state === 'cancelled') throw new Failure('ruleBroken', 'tickets.failure.tooLateForMoment')
    const company = await companyOf(tx)
    if (!momentsAsked(ticket, company.policies.of(ticket)).some((asked) => asked.event === event))
      throw new Failure('invalid', 'tickets.failure.momentNotAsked', {}, 'event')
    const now = services.now()
    refuseAhead('at', at, now)
    const reportedOn = dayOf(ticket.receivedAt, company.timeZone)
    if (at < startOfDay(reportedOn, company.timeZone))
      throw new Failure('invalid', 'tickets.failure.momentTooEarly', { on: reportedOn }, 'at')
    const clocks = await TicketClocks.of(services, tx, seat, ticket, company)
    refuseEarly(clocks, event, at, company.timeZone)
    const { customerId } = ticket
    const moment = { id, ticketId, event, at: at < now ? at : now, note, recordedAt: now, memberId: seat.memberId }
    const told = await toldAlready(services, tx, seat, moment)
    if (told === 'own') return void (await changeTicket(services, tx, ticket, {}))
    const nth = await nextNth(services, tx, 'tickets_moment', ticketId)
    await recordsOf(services, tx, seat).add(MomentEntity, { ...moment, customerId, nth })
    await changeTicket(services, tx, ticket, told ? {} : await clocks.happened(event, moment.at).enter())
    await audit(services, tx, seat, { action: 'tickets.moment', subject: `ticket:${ticketId}`, details: { event } })
  })
}

/**
 * Who told the same for the same minute before: this seat, whose note is then added to; somebody else, who alone may take his word back; or nobody.
 * The ticket must be locked.
 */
async function toldAlready(
  services: Services,
  tx: Tx,
  seat: Seat,
  { ticketId, event, at, note }: Omit<Moment, 'customerId' | 'nth'>,
): Promise<'own' | 'others' | null> {
  const records = recordsOf(services, tx, seat)
  const minute = at.slice(0, 16)
  const told = (await records.lockWhere(MomentEntity, { ticketId, event })).filter((each) => each.at.startsWith(minute))
  const own = told.find(({ memberId }) => memberId === seat.memberId)
  if (own && !own.note.includes(note))
    await records.change(MomentEntity, own, { note: own.note === '' ? note : `${own.note}；${note}` })
  if (own) return 'own'
  return told.length > 0 ? 'others' : null
}

/** What people may tell of this case: what a limit of it counts from, or until. */
export function momentsAsked(
  ticket: Pick<Ticket, 'kind' | 'level' | 'handling' | 'round' | 'state'>,
  policy: Policy,
): TicketPage['momentsAsked'] {
  if (ticket.state === 'cancelled') return []
  const limits = clocksOf(policy, kindOf(ticket))
  return toldEvents
    .filter((event) => limits.some((limit) => limit.startsAt === event || endOf(limit) === event))
    .map((event) => ({ event, text: caseEvents[event].text }))
}

function refuseEarly(clocks: TicketClocks, event: ToldEvent, at: string, timeZone: string): void {
  const ended = clocks.endingWith(event)
  if (ended.some(({ startedAt }) => at < startedAt))
    throw new Failure('invalid', 'tickets.failure.momentBeforeStart', {}, 'at')
  // A spare unit may come early; who calls before the third day has not followed up.
  const fromAts = ended.map(({ startedAt, policy }) => {
    const days = policy?.hours === 'days' ? (policy.notBeforeMinutes ?? 0) / 1440 : 0
    return startOfDay(addDays(dayOf(startedAt, timeZone), days), timeZone)
  })
  const [fromAt] = fromAts.sort()
  if (fromAt !== undefined && at < fromAt)
    throw new Failure('invalid', 'tickets.failure.momentTooEarly', { on: dayOf(fromAt, timeZone) }, 'at')
}

/** A time told, with whose it is. */
export type ToldMoment = TicketPage['moments'][number] & Pick<Moment, 'event' | 'memberId' | 'recordedAt'>

/** What people told of a case, newest first. */
export async function momentsOf(services: Services, reader: Reader, ticketId: string): Promise<ToldMoment[]> {
  const rows = (await reader.query(
    services.database.sql(
      `SELECT x."id", x."event", x."at", x."note", x."memberId", x."recordedAt", m."name" AS "byName" FROM "tickets_moment" x LEFT JOIN "house_member" m ON m."id" = x."memberId"
       WHERE x."ticketId" = ? ORDER BY x."at" DESC, x."nth" DESC`,
    ),
    [ticketId],
  )) as (Omit<ToldMoment, 'byName' | 'text'> & { byName: string | null })[]
  const waits = rows.filter(({ event }) => event === 'waitOver').map(({ id }) => id)
  const ends = await endsOfWaits(services, reader, ticketId, waits)
  return rows.flatMap(({ byName, ...row }) => {
    const text = ends.get(row.id) ?? eventFacts(row.event)?.text
    return text ? [{ ...row, text, byName: byName ?? '' }] : []
  })
}
