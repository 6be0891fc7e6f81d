import { Failure } from '../../shared/kit/failure.ts'
import type { QuotaKind } from '../../shared/admin/quotas.ts'
import { firstOfEach, quotaWait } from '../../shared/kit/quota.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Reader, Tx } from '../database/database.ts'
import { later } from '../scheduler/scheduler.ts'
import { audit } from './audit.ts'
import { doneSince } from './done-since.ts'
import { readQuotas } from './quotas.ts'

/** What a member may do only so often, counted by the audit chain. */
export interface Counted {
  /** Audit entries that count. */
  actions: readonly string[]
  quota: QuotaKind
  /** The subject it is about, where one that was done within the day is not counted again; absent: every time counts. */
  subject?: string
  /** Audit entry that tells the supervisor, and text key that tells the member (`limit`, `until`). */
  refusal: { action: string; text: string }
}

/** Refuses by name whoever has done too much, and leaves one entry an hour that says so to the supervisor. */
export async function withinQuota<Done>(
  services: Services,
  seat: Seat,
  counted: Counted,
  work: (tx: Tx) => Promise<Done>,
): Promise<Done> {
  const answer = await services.database.write(async (tx) => {
    // Two windows of one member ask one after the other, so that nobody does the last one twice at once.
    if (services.database.engine === 'postgres')
      await tx.query('SELECT 1 FROM "admin_member" WHERE "id" = $1 FOR UPDATE', [seat.memberId])
    const wait = await waitOf(services, tx, seat, counted)
    if (wait === null) return { done: await work(tx) }
    if (!(await isTold(services, tx, seat, counted)))
      await audit(services, tx, seat, {
        action: counted.refusal.action,
        subject: `member:${seat.memberId}`,
        details: { limit: wait.limit },
      })
    return { wait }
  })
  if ('wait' in answer) throw new Failure('ruleBroken', counted.refusal.text, { ...answer.wait })
  return answer.done
}

/** Says beforehand what `withinQuota` would refuse now. */
export async function refuseOverQuota(services: Services, reader: Reader, seat: Seat, counted: Counted): Promise<void> {
  const wait = await waitOf(services, reader, seat, counted)
  if (wait) throw new Failure('ruleBroken', counted.refusal.text, { ...wait })
}

async function waitOf(services: Services, reader: Reader, seat: Seat, { actions, quota: kind, subject }: Counted) {
  const now = services.now()
  const quota = (await readQuotas(reader)).quotas[kind][seat.role]
  const done = await doneSince(services, reader, seat.memberId, actions, later(now, -86_400))
  if (subject === undefined)
    return quotaWait(
      quota,
      done.map(({ at }) => at),
      now,
    )
  return done.some((each) => each.subject === subject) ? null : quotaWait(quota, firstOfEach(done), now)
}

async function isTold(services: Services, tx: Tx, seat: Seat, { refusal }: Counted): Promise<boolean> {
  const told = await doneSince(services, tx, seat.memberId, [refusal.action], later(services.now(), -3600))
  return told.length > 0
}
