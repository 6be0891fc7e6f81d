import type { z } from 'zod'
import { Failure } from '../../shared/kit/failure.ts'
import { preparationsOf } from '../../shared/tickets/rules-contact.ts'
import type { DispatchRow, prepareSchema } from '../../shared/tickets/schema.ts'
import { audit } from '../house/audit.ts'
import { companyOf } from '../house/settings.ts'
import type { Seat, Services } from '../api/context.ts'
import { recordsOf } from '../database/records.ts'
import { findDispatchRow, preparedOf } from './dispatch-rows.ts'
import { dispatchToChange, refuseOver } from './dispatch-to-change.ts'
import { DispatchEntity } from './visit-entities.ts'
import { changeTicket } from './ticket-rows.ts'

/** Ticks one thing off before leaving, or takes the tick back (R052). Ticked twice it is ticked once. */
export async function prepareVisit(
  services: Services,
  seat: Seat,
  { dispatchId, code, isDone }: z.output<typeof prepareSchema>,
): Promise<DispatchRow> {
  const { database } = services
  const row = await database.write(async (tx) => {
    const { dispatch, ticket } = await dispatchToChange(services, tx, seat, dispatchId)
    refuseOver(dispatch)
    const { policies } = await companyOf(tx)
    const { beforeLeaving } = policies.of(ticket)
    const prepared = preparedOf(dispatch)
    const asked = preparationsOf(beforeLeaving, { parts: dispatch.parts, prepared })
    if (!asked.some((preparation) => preparation.code === code))
      throw new Failure('invalid', 'tickets.failure.noPreparation', {}, 'code')
    if (prepared.includes(code) !== isDone) {
      const after = isDone ? [...prepared, code] : prepared.filter((other) => other !== code)
      const records = recordsOf(services, tx, seat)
      await records.change(DispatchEntity, dispatch, { prepared: after.join(' ') })
      await changeTicket(services, tx, ticket, {})
      await audit(services, tx, seat, {
        action: 'tickets.prepare',
        subject: `ticket:${ticket.id}`,
        details: { dispatch: dispatch.id, code, isDone },
      })
    }
    return (await findDispatchRow(services, tx, dispatch.id))!
  })
  return row
}
