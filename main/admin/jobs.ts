import { LessThan } from 'typeorm'
import type { Job } from '../scheduler/job.ts'
import { later } from '../scheduler/scheduler.ts'
import { writeAnchor } from '../house/audit-anchor.ts'
import { forgetSent } from '../house/first-stored.ts'
import { backUp } from './back-up.ts'
import { SessionEntity } from '../house/entities.ts'
import { forgetTries } from './sign-in-tries.ts'

/** Sessions past their end leave no rows behind; their sign-in stays in the audit chain. */
const keepEndedDays = 30

/** The recurring work of the office: anchor, backups, sweeping. */
export const adminJobs: Job[] = [
  {
    name: 'admin.anchorAudit',
    everySeconds: 300,
    run: writeAnchor,
  },
  {
    name: 'admin.backUp',
    everySeconds: 90,
    run: backUp,
  },
  {
    name: 'admin.forgetSessions',
    everySeconds: 6 * 3600,
    run: async (services) => {
      const before = later(services.now(), -keepEndedDays * 86_400)
      await services.database.write((tx) => tx.delete(SessionEntity, { endsAt: LessThan(before) }))
    },
  },
  {
    name: 'admin.forgetSent',
    everySeconds: 6 * 3600,
    run: forgetSent,
  },
  {
    name: 'admin.forgetTries',
    everySeconds: 6 * 3600,
    run: forgetTries,
  },
]
