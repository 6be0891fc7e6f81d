import type { Services } from '../api/context.ts'
import { readCompany, companyOf } from '../house/settings.ts'
import type { Job } from '../scheduler/job.ts'
import { casesToSwitch, switchPolicies } from './policy-change.ts'

/** Takes running cases over to new policies on their day. */
export const ticketsJobs: Job[] = [{ name: 'tickets.switchPolicies', everySeconds: 15, run: goOver }]

/** Cases of one write: others wait no longer for their turn than these take. */
const together = 50

/**
 * Open cases go over to policies whose day has come, or back from one that was taken back. Looks by reading: a company whose versions never moved
 * a case is not looked at further, and a turn to write is taken for cases that do move alone, some at a time.
 */
async function goOver(services: Services, signal: AbortSignal): Promise<void> {
  const { database } = services
  const ids = await database.read(async (reader) => {
    if (!(await readCompany(reader))) return []
    const { policies } = await companyOf(reader)
    return policies.mayMove(services.now()) ? casesToSwitch(services, reader) : []
  })
  for (let from = 0; from < ids.length && !signal.aborted; from += together)
    await database.write((tx) => switchPolicies(services, tx, null, ids.slice(from, from + together)))
}
