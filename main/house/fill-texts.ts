import type { Services } from '../api/context.ts'
import { fillTexts, isIndexWhole, withTexts } from '../database/search/record-texts.ts'
import type { Job } from '../scheduler/job.ts'

/** Records of one write: others wait no longer for their turn than these take. */
const together = 200

/**
 * Indexes what stood before the index of its texts came, the newest first, and goes on where it was stopped. Until it is through, a list says that
 * its index is not whole.
 */
export const indexTexts: Job = {
  name: 'house.indexTexts',
  everySeconds: 15,
  async run({ database, features }: Services, signal: AbortSignal): Promise<void> {
    for (const entity of withTexts(features.flatMap(({ entities }) => entities))) {
      let isLeft = !(await database.read((reader) => isIndexWhole(reader, entity)))
      while (isLeft && !signal.aborted) isLeft = await database.write((tx) => fillTexts(database, tx, entity, together))
    }
  },
}
