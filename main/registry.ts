import { makeAdmin } from './admin/feature.ts'
import { IncidentEntity } from './api/entities.ts'
import { router } from './api/trpc.ts'
import { EntryEntity, MetEntity, RunningEntity } from './clocks/entities.ts'
import { clocksJobs } from './clocks/jobs.ts'
import { customers } from './customers/feature.ts'
import { JournalEntity } from './database/journal.ts'
import { JournalKeyEntity } from './database/journal-seal.ts'
import { FileHoldingEntity, FileLinkEntity, StoredFileEntity } from './files/entities.ts'
import { filesJobs } from './files/jobs.ts'
import { history } from './history/feature.ts'
import { houseEntities } from './house/entities.ts'
import { type Feature, routersOf } from './house/feature.ts'
import { indexTexts } from './house/fill-texts.ts'
import { intake } from './intake/feature.ts'
import { lists } from './lists/feature.ts'
import { products } from './products/feature.ts'
import { sampleCompany } from './sample/sample-company.ts'
import { JobEntity, TaskEntity } from './scheduler/entities.ts'
import { forgetTasks } from './scheduler/forget-tasks.ts'
import type { Job } from './scheduler/job.ts'
import { sheets } from './sheets/feature.ts'
import { tickets } from './tickets/feature.ts'

/** The features of a station under their words: one line each, sorted. */
const registry = {
  admin: makeAdmin(sampleCompany),
  customers,
  history,
  intake,
  lists,
  products,
  sheets,
  tickets,
}

/** What they bring. */
export const features: readonly Feature[] = Object.values(registry)

/** The API. */
export const appRouter = router(routersOf(registry))

/** The typed seam: the seat imports this type and nothing else of the station. */
export type AppRouter = typeof appRouter

/** Every table: of the rooms below the features, then the features'. */
export const entities = [
  ...[EntryEntity, MetEntity, RunningEntity],
  ...[
    JournalEntity,
    JournalKeyEntity,
    IncidentEntity,
    FileHoldingEntity,
    FileLinkEntity,
    StoredFileEntity,
    JobEntity,
    TaskEntity,
  ],
  ...houseEntities,
  ...features.flatMap((feature) => feature.entities),
]

/** Recurring work: of the clocks, the files, the tasks and the text index, then the features'. */
export const jobs: readonly Job[] = [
  ...clocksJobs,
  ...filesJobs,
  forgetTasks,
  indexTexts,
  ...features.flatMap((feature) => feature.jobs ?? []),
]
