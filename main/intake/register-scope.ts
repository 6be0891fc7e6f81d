import { Failure } from '../../shared/kit/failure.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Reader } from '../database/database.ts'
import { findRows } from '../database/typed-rows.ts'
import { meetsCustomer } from '../house/customer-scope.ts'
import { isInScope } from '../house/row-scope.ts'
import { ticketOwners } from '../tickets/public.ts'
import { type Intake, IntakeEntity } from './entities.ts'

/** Refuses a line that is neither the seat's nor of its scope. */
export async function refuseForeignLine(
  services: Services,
  reader: Reader,
  seat: Seat,
  { memberId, ticketId }: Pick<Intake, 'memberId' | 'ticketId'>,
): Promise<void> {
  const owners = ticketId ? await ticketOwners(services, reader, ticketId) : {}
  if (!(await isInScope(services, reader, seat, 'intake.view', { ...owners, own: memberId })))
    throw new Failure('notAllowed', 'intake.failure.lineNotYours')
}

/** A seat registers for whom its work leads it to; for a narrowed one the others are not there. */
export async function refuseUnmetCaller(
  services: Services,
  reader: Reader,
  seat: Seat,
  customerId: string | null,
): Promise<void> {
  if (customerId && !(await meetsCustomer(services, reader, seat, 'customers.view', customerId)))
    throw new Failure('notFound', 'intake.failure.customerGone', {}, 'customerId')
}

/** A line that stands is answered only to a seat that meets it. */
export async function refuseForeignEntry(services: Services, reader: Reader, seat: Seat, id: string): Promise<void> {
  const [line] = await findRows(services.database, reader, IntakeEntity, { id })
  if (line && line.memberId !== seat.memberId) await refuseForeignLine(services, reader, seat, line)
}
