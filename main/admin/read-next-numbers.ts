import type { z } from 'zod'
import type { NextNumbers, nextNumbersSchema } from '../../shared/admin/policy-schema.ts'
import { dayOf } from '../../shared/kit/calendar.ts'
import { schemeProblem } from '../../shared/kit/number-scheme.ts'
import { type NumberedThing, numberedThings } from '../../shared/presets/schema.ts'
import type { Services } from '../api/context.ts'
import { customerNumbers } from '../customers/public.ts'
import { type NumberSeries, peekNumber } from '../house/give-number.ts'
import { companyOf } from '../house/settings.ts'
import { registerNumbers } from '../intake/public.ts'
import { archiveNumbers, orderNumbers, sheetNumbers, ticketNumbers } from '../tickets/public.ts'

const seriesOf: Readonly<Record<NumberedThing, NumberSeries>> = {
  ...{ register: registerNumbers, ticket: ticketNumbers, dispatch: orderNumbers },
  ...{ sheet: sheetNumbers, customer: customerNumbers, archive: archiveNumbers },
}

/** The number that each thing would get next on the first day of a draft, given ones passed over; null where its scheme has a problem. Takes none. */
export async function readNextNumbers(
  services: Services,
  { numbers, effectiveOn }: z.output<typeof nextNumbersSchema>,
): Promise<NextNumbers> {
  return services.database.read(async (reader) => {
    const on = effectiveOn ?? dayOf(services.now(), (await companyOf(reader)).timeZone)
    const next: Partial<Record<NumberedThing, string | null>> = {}
    for (const thing of numberedThings) {
      const scheme = numbers[thing]
      next[thing] =
        schemeProblem(scheme) === null
          ? await peekNumber(services, reader, on, { series: seriesOf[thing], scheme })
          : null
    }
    return next as NextNumbers
  })
}
