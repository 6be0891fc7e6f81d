import type { z } from 'zod'
import type { startCallSchema } from '../../shared/intake/schema.ts'
import { Failure } from '../../shared/kit/failure.ts'
import { meetsCustomer } from '../house/customer-scope.ts'
import { seatScope } from '../house/row-scope.ts'
import { companyOf } from '../house/settings.ts'
import type { Seat, Services } from '../api/context.ts'
import { customersByNumber, regionOf, regionText } from '../customers/public.ts'
import type { Reader, Tx } from '../database/database.ts'
import { findRows } from '../database/typed-rows.ts'
import { exchangeHome, numberOf } from './call-number.ts'
import { callColumns, callTables, type NamedCall } from './call-rows.ts'
import { type Call, CallEntity } from './entities.ts'
import { refuseForeignLine } from './register-scope.ts'

/** A call of this seat that no telephone system told of; refused under an id that the telephone system has given. An instant ahead of the station's clock counts as now. */
export async function ownCall(
  services: Services,
  tx: Tx,
  seat: Seat,
  input: z.output<typeof startCallSchema>,
): Promise<Call> {
  const [told] = await findRows(services.database, tx, CallEntity, { externalId: input.id })
  if (told) throw new Failure('invalid', 'intake.failure.callOfExchange', {}, 'id')
  const company = await companyOf(tx)
  const number = numberOf(input.number, exchangeHome(company, services.now()))
  const region = number === '' ? null : regionOf(number)
  const at = input.at > services.now() ? services.now() : input.at
  return {
    id: input.id,
    externalId: input.id,
    direction: input.direction,
    state: 'answered',
    number,
    raw: input.number,
    toRaw: '',
    line: '',
    region: region ? regionText(region, company.language) : '',
    startedAt: at,
    ringAt: null,
    answeredAt: at,
    hungUpAt: null,
    extension: seat.extension,
    memberId: seat.memberId,
    outcome: null,
    note: '',
    customerId: null,
    ticketId: null,
    registeredAt: null,
    settledAt: null,
    settledBy: null,
    tries: 0,
  }
}

/** The call with the name of who took it; null when there is none. */
export async function findCall(services: Services, reader: Reader, id: string): Promise<NamedCall | null> {
  const rows = (await reader.query(services.database.sql(`SELECT ${callColumns} FROM ${callTables} WHERE c."id" = ?`), [
    id,
  ])) as NamedCall[]
  return rows[0] ?? null
}

/** Refuses a call that a narrowed seat does not meet: somebody else's, or one nobody took of a customer that is not the seat's. */
export async function refuseForeignCall(services: Services, reader: Reader, seat: Seat, call: Call): Promise<void> {
  if (call.memberId === seat.memberId || seatScope(seat, 'intake.view') === 'all') return
  if (call.memberId !== null) return refuseForeignLine(services, reader, seat, call)
  const customer = (await customersByNumber(services, reader, [call.number])).get(call.number)
  if (customer && !(await meetsCustomer(services, reader, seat, 'customers.view', customer.id)))
    throw new Failure('notAllowed', 'intake.failure.callNotYours')
}

/** The same of the call an entry is written for, where it is over: whoever rings now is answered by whoever sits there. */
export async function refuseForeignCallOf(
  services: Services,
  reader: Reader,
  seat: Seat,
  callId: string | null | undefined,
): Promise<void> {
  if (!callId || seatScope(seat, 'intake.view') === 'all') return
  const call = await findCall(services, reader, callId)
  if (call && (call.memberId !== null || call.state === 'lost')) await refuseForeignCall(services, reader, seat, call)
}
