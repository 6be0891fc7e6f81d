import { z } from 'zod'
import { countedByWall } from '../clocks/public.ts'
import { recordsOf } from '../database/records.ts'
import { companyOf, readCompany } from '../house/settings.ts'
import type { TaskKind } from '../scheduler/task.ts'
import { recountCase } from './calendar-change.ts'
import { subjectOf } from './ticket-clocks.ts'

/** Cases of one write: others wait no longer for their turn than these take. */
const together = 50

/**
 * Folds limits in days anew whose rows an earlier release wrote: it let pauses of them run by the wall clock, so that a list would say another
 * instant than the page of the case. Left by a migration, done once; begun again it finds what is left.
 */
export const recountDays: TaskKind = {
  name: 'tickets.recountDays',
  payload: z.object({}),
  async run(services, _, { signal }) {
    const { database } = services
    const ids = await database.read(async (reader) =>
      (await readCompany(reader)) ? countedByWall(services, reader, subjectOf('').kind) : [],
    )
    for (let from = 0; from < ids.length && !signal.aborted; from += together)
      await database.write(async (tx) => {
        const [company, records] = [await companyOf(tx), recordsOf(services, tx, null, 'tickets.recountDays')]
        for (const id of ids.slice(from, from + together)) await recountCase(services, tx, records, company, id)
      })
  },
}
