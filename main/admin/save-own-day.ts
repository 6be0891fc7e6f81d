import type { z } from 'zod'
import type { ownDaySchema } from '../../shared/admin/policy-schema.ts'
import type { Seat, Services } from '../api/context.ts'
import { audit } from '../house/audit.ts'
import { CalendarDayEntity } from '../house/policies/entities.ts'
import { renewPolicies } from '../house/settings.ts'

/** Closes or opens a day of the company's own, or gives it back to the public calendar. Deadlines already set do not move. */
export async function saveOwnDay(services: Services, seat: Seat, day: z.output<typeof ownDaySchema>): Promise<void> {
  await services.database.write(async (tx) => {
    const { on, kind, name } = day
    await tx.delete(CalendarDayEntity, { on, origin: 'own' })
    if (kind !== null)
      await tx.insert(CalendarDayEntity, { on, origin: 'own', kind: kind as object, name, source: 'own' })
    await renewPolicies(services, tx, seat)
    await audit(services, tx, seat, { action: 'admin.saveOwnDay', subject: 'calendar', details: { on, name } })
  })
}
