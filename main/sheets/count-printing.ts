import type { z } from 'zod'
import type { printedSchema } from '../../shared/sheets/schema.ts'
import { audit } from '../house/audit.ts'
import { firstStored } from '../house/first-stored.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Reader } from '../database/database.ts'
import { insertRows } from '../database/typed-rows.ts'
import { ticketToChange } from '../tickets/public.ts'
import { PrintingEntity } from './entities.ts'
import { lastPrinting } from './fill-sheet.ts'

/** Counts one printing of a paper; from the second on it is a 补打. The same printing told twice counts once. */
export async function countPrinting(
  services: Services,
  seat: Seat,
  input: z.output<typeof printedSchema>,
): Promise<{ nth: number }> {
  const { database } = services
  const nth = await database.write(async (tx) => {
    // Locked, so that two seats that print the same paper at once count one after the other.
    await ticketToChange(services, tx, seat, input.ticketId)
    const already = await firstStored(services, tx, 'sheets.printed', input, () => nthOf(services, tx, input.id))
    if (already !== null) return already
    const { id, formId, ticketId, paper } = input
    const next = (await lastPrinting(services, tx, formId, ticketId)) + 1
    await insertRows(database, tx, PrintingEntity, [
      { id, formId, ticketId, paper, nth: next, printedAt: services.now(), memberId: seat.memberId },
    ])
    await audit(services, tx, seat, {
      action: 'sheets.print',
      subject: `ticket:${ticketId}`,
      details: { formId, nth: next },
    })
    return next
  })
  return { nth }
}

async function nthOf(services: Services, reader: Reader, id: string): Promise<number | null> {
  const rows = (await reader.query(services.database.sql('SELECT "nth" FROM "sheets_printing" WHERE "id" = ?'), [
    id,
  ])) as { nth: number }[]
  return rows[0] ? Number(rows[0].nth) : null
}
