import type { Services } from '../api/context.ts'
import { readCompany, companyOf } from '../house/settings.ts'
import type { PolicyBook } from '../house/policies/policy-book.ts'
import type { Job } from '../scheduler/job.ts'
import { casesToPlace, isSomebodyToMove, moveMembers, placeCases } from './follow-areas.ts'
import { isLookedThrough, lookAgain, noteLookedThrough } from './looked-through.ts'
import { casesToSwitch, notMoved, switchPolicies } from './policy-change.ts'
import { togetherOrEach } from './together-or-each.ts'

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
  const now = services.now()
  const found = await database.read(async (reader) => {
    if (!(await readCompany(reader))) return null
    const { policies } = await companyOf(reader)
    if (!policies.mayMove(now) || isLookedThrough(policies, now)) return null
    const ids = await casesToSwitch(services, reader)
    if (ids.length > 0) lookAgain(policies)
    else noteLookedThrough(policies, now)
    return { policies, ids }
  })
  if (!found) return
  for (let from = 0; from < found.ids.length && !signal.aborted; from += together)
    await moveTogether(services, found.policies, found.ids.slice(from, from + together))
}

/** Some cases in one write; where one of them cannot go over, each in its own, so that it alone stays and is logged. */
async function moveTogether(services: Services, policies: PolicyBook, ids: readonly string[]): Promise<void> {
  const move = (some: readonly string[]) => services.database.write((tx) => switchPolicies(services, tx, null, some))
  await togetherOrEach(ids, move, (id, error) => notMoved(services, policies, id, error))
}
