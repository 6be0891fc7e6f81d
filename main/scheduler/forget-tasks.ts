import { LessThan } from 'typeorm'
import { TaskEntity } from './entities.ts'
import type { Job } from './job.ts'
import { later } from './later.ts'

const keepDoneDays = 30
const keepFailedDays = 180

/** Tasks that are over leave no rows for ever; what could not be done is kept longer, for whoever asks why. */
export const forgetTasks: Job = {
  name: 'scheduler.forgetTasks',
  everySeconds: 6 * 3600,
  run: async (services) => {
    const before = (days: number) => LessThan(later(services.now(), -days * 86_400))
    await services.database.write(async (tx) => {
      await tx.delete(TaskEntity, { state: 'done', finishedAt: before(keepDoneDays) })
      await tx.delete(TaskEntity, { state: 'failed', finishedAt: before(keepFailedDays) })
    })
  },
}
