import type { Services } from '../api/context.ts'
import { readCompany, companyOf } from '../house/settings.ts'
import type { Job } from '../scheduler/job.ts'
import { casesToPlace, isSomebodyToMove, moveMembers, placeCases } from './follow-areas.ts'
import { casesToSwitch, switchPolicies } from './policy-change.ts'

/** Takes running cases over to new policies on their day. */
export const ticketsJobs: Job[] = [
  { name: 'tickets.switchPolicies', everySeconds: 15, run: goOver },
  { name: 'tickets.followAreas', everySeconds: 60, run: followAreas },
]

/** Open cases and members stand in the areas whose day has come. A company that never had areas is not looked at further. */
async function followAreas(services: Services, signal: AbortSignal): Promise<void> {
  const { database } = services
  const { ids, moves } = await database.read(async (reader) => {
    const hasAreas =
      (await readCompany(reader)) !== null &&
      (await companyOf(reader)).policies.versions.some(({ document }) => 'areas' in document)
    return hasAreas
      ? { ids: await casesToPlace(services, reader), moves: await isSomebodyToMove(services, reader) }
      : { ids: [], moves: false }
  })
  if (moves) await database.write((tx) => moveMembers(services, tx, null))
  for (let from = 0; from < ids.length && !signal.aborted; from += together)
    await database.write((tx) => placeCases(services, tx, null, ids.slice(from, from + together)))
}

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
