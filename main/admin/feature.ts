import type { Feature } from '../house/feature.ts'
import { seedPolicies } from '../house/settings.ts'
import { TriesEntity } from './entities.ts'
import { adminJobs } from './jobs.ts'
import { adminLists } from './list-sources.ts'
import { memberKinds } from './record-kinds.ts'
import { makeAdminRouter } from './router.ts'
import type { SampleCompany } from './sample-company.ts'

/** The house itself (系统管理): accounts, company, sign-in, back-up, audit. */
export const makeAdmin = (sample: SampleCompany) =>
  ({
    router: makeAdminRouter(sample),
    entities: [TriesEntity],
    jobs: adminJobs,
    lists: adminLists,
    records: memberKinds,
    opens: seedPolicies,
  }) satisfies Feature
