import { dayOf, startOfDay } from '../../shared/kit/calendar.ts'
import { groupPhone, maskPhone } from '../../shared/kit/phone.ts'
import { groupLost } from '../../shared/intake/rules.ts'
import type { CallRow, LostCaller } from '../../shared/intake/schema.ts'
import { companyOf } from '../house/settings.ts'
import type { Seat, Services } from '../api/context.ts'
import { customersMet } from '../house/customer-scope.ts'
import { customersByNumber } from '../customers/public.ts'
import type { Reader } from '../database/database.ts'
import { callColumns, callRow, callTables, type NamedCall, ringsAt, talksAt } from './call-rows.ts'
import type { Call } from './entities.ts'

/** Calls that ring or talk at this seat, and its ended ones of today that nobody registered yet; newest first. */
export async function callsOfSeat(services: Services, seat: Seat): Promise<CallRow[]> {
  return services.database.read(async (reader) => {
    const now = services.now()
    const { timeZone } = await companyOf(reader)
    const open = await openCalls(reader)
    const isFree = !open.some((call) => call.state === 'answered' && call.memberId === seat.memberId)
    const ended = (await reader.query(
      services.database.sql(
        `SELECT ${callColumns} FROM ${callTables} WHERE c."startedAt" >= ? AND c."memberId" = ? AND c."state" = 'ended'
         AND c."registeredAt" IS NULL AND c."outcome" IS NULL ORDER BY c."startedAt" DESC LIMIT 50`,
      ),
      [startOfDay(dayOf(now, timeZone), timeZone), seat.memberId],
    )) as NamedCall[]
    return [...open.filter((call) => ringsAt(seat, call, isFree) || talksAt(seat, call, isFree)), ...ended]
      .sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1))
      .map((call) => callRow(call, true))
  })
}

/** Calls that ring or talk just now, wherever; the job gives up those nothing more was heard of. */
export async function openCalls(reader: Reader): Promise<NamedCall[]> {
  return (await reader.query(
    `SELECT ${callColumns} FROM ${callTables} WHERE c."state" IN ('ringing', 'answered') AND c."settledAt" IS NULL`,
  )) as NamedCall[]
}

/**
 * Callers nobody answered and nobody called back, longest waiting first. They rang at the whole desk, so it sees their numbers; those of
 * customers that a narrowed seat does not meet are covered and without a name, and somebody else calls them back.
 */
export async function lostCallers(services: Services, seat: Seat): Promise<LostCaller[]> {
  return services.database.read(async (reader) => {
    const calls = await waitingCalls(reader)
    const customers = await customersByNumber(services, reader, [...new Set(calls.map((call) => call.number))])
    const ids = [...new Set([...customers.values()].map(({ id }) => id))]
    const met = await customersMet(services, reader, seat, 'customers.view', ids)
    const lost = groupLost(
      calls.map(({ number, region, state, ringAt, hungUpAt }) => {
        const known = customers.get(number)
        const isMet = known !== undefined && met.has(known.id)
        return {
          ...{ number, region, state, ringAt, hungUpAt },
          numberShown: known && !isMet ? maskPhone(number) : groupPhone(number),
          customerId: isMet ? known.id : null,
          customerName: isMet ? known.name : '',
        }
      }),
      [],
    )
    const triesOf = (number: string) =>
      Math.max(...calls.filter((call) => call.number === number).map((call) => call.tries))
    return lost.map((caller) => ({
      ...{ ...caller, tries: triesOf(caller.number) },
      number: caller.numberShown.includes('*') ? '' : caller.number,
    }))
  })
}

/** Lost calls not settled; those without a number cannot be called back. */
export async function waitingCalls(reader: Reader): Promise<Call[]> {
  return (await reader.query(
    `SELECT * FROM "intake_call" WHERE "state" = 'lost' AND "settledAt" IS NULL AND "number" <> '' ORDER BY "startedAt" LIMIT 2000`,
  )) as Call[]
}
