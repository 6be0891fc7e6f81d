import type { Services } from '../api/context.ts'
import { readCompany, companyOf } from '../house/settings.ts'
import type { Job } from '../scheduler/job.ts'
import { switchPolicies } from './policy-change.ts'

/** Takes running cases over to new policies on their day. */
export const ticketsJobs: Job[] = [{ name: 'tickets.switchPolicies', everySeconds: 15, run: goOver }]

/**
 * Open cases go over to policies whose day has come, or back from one that was taken back. Looks at the book first: most of the time there is
 * nothing that could move a case, and then no table is asked.
 */
async function goOver(services: Services): Promise<void> {
  const { database } = services
  const mayMove = await database.read(async (reader) => {
    if (!(await readCompany(reader))) return false
    return (await companyOf(reader)).policies.mayMove(services.now())
  })
  if (!mayMove) return
  await database.write((tx) => switchPolicies(services, tx, null))
}
