import type { z } from 'zod'
import type { paperSchema, SheetRecord } from '../../shared/sheets/schema.ts'
import type { Seat, Services } from '../api/context.ts'
import { audit } from '../house/audit.ts'
import { fillSheet } from './fill-sheet.ts'

/**
 * What fills a paper that is about to be printed or saved. The paper carries the whole telephone number, whatever the screen covers: the
 * technician phones before he leaves (R046). The entry that says so is in the audit chain before the number is given.
 */
export async function givePaper(
  services: Services,
  seat: Seat,
  wish: z.output<typeof paperSchema>,
): Promise<SheetRecord> {
  return services.database.write(async (tx) => {
    const record = await fillSheet(services, seat, wish, true)
    await audit(services, tx, seat, {
      action: 'sheets.give',
      subject: `ticket:${wish.ticketId}`,
      details: { formId: wish.formId },
    })
    return record
  })
}
