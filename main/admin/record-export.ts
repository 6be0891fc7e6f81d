import type { z } from 'zod'
import type { exportedSchema } from '../../shared/admin/schema.ts'
import type { Seat, Services } from '../api/context.ts'
import { audit } from '../house/audit.ts'

/** A run of seven digits and more is a telephone number somebody looked for; behind letters it is one of our own numbers. */
const wholeNumber = /(?<![A-Za-z\d])\d(?:[\s-]?\d){6,}/gu

/**
 * Writes down which list leaves the house, with how many rows and by which filter, before the file is written. The chain
 * holds no whole telephone number: of one that was looked for the last four digits stay.
 */
export async function recordExport(
  services: Services,
  seat: Seat,
  { feature, view, filter, rows }: z.output<typeof exportedSchema>,
): Promise<void> {
  const shown = filter.replaceAll(wholeNumber, (number) => `****${number.replaceAll(/\D/gu, '').slice(-4)}`)
  await services.database.write((tx) =>
    audit(services, tx, seat, {
      action: 'admin.export',
      subject: `list:${feature}.${view}`,
      details: { filter: shown, rows },
    }),
  )
}
