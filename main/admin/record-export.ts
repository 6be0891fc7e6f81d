import type { z } from 'zod'
import type { exportedSchema } from '../../shared/admin/schema.ts'
import type { Seat, Services } from '../api/context.ts'
import { audit } from '../house/audit.ts'
import { withoutNumbers } from '../house/mask-numbers.ts'

/**
 * Writes down which list leaves the house, with how many rows and by which filter, before the file is written. The chain
 * holds no whole telephone number: of one that was looked for the last four digits stay.
 */
export async function recordExport(
  services: Services,
  seat: Seat,
  { feature, view, filter, rows }: z.output<typeof exportedSchema>,
): Promise<void> {
  const shown = withoutNumbers(filter)
  await services.database.write((tx) =>
    audit(services, tx, seat, {
      action: 'admin.export',
      subject: `list:${feature}.${view}`,
      details: { filter: shown, rows },
    }),
  )
}
