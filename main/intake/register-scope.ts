import { Failure } from '../../shared/kit/failure.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Reader } from '../database/database.ts'
import { isInScope } from '../house/row-scope.ts'
import { ticketOwners } from '../tickets/public.ts'
import type { Intake } from './entities.ts'

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
