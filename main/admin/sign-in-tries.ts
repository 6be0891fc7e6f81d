import { Failure } from '../../shared/kit/failure.ts'
import { longestWaitSeconds, signInWait } from '../../shared/admin/rules.ts'
import type { Services } from '../api/context.ts'
import type { Tx } from '../database/database.ts'
import { later } from '../scheduler/scheduler.ts'
import { type Tries, TriesEntity } from './entities.ts'

/** Who tries: rows of `admin_tries`. An address that the host does not know bounds nobody. */
export function triersOf(loginKey: string, address: string): string[] {
  return [`login:${loginKey}`, ...(address === '' ? [] : [`address:${address}`])]
}

/**
 * Counts a try before it is looked at, so that many at once are bounded as well as one after the other. Refuses with the seconds or minutes
 * to wait; a refused try does not count. Answers who has to wait after this one, should it fail.
 */
export async function countTry(services: Services, tx: Tx, triers: readonly string[]): Promise<Tries[]> {
  const now = services.now()
  const standing = await takeRows(services, tx, triers, now)
  const until = standing
    .map(({ waitsUntil }) => waitsUntil)
    .filter((waitsUntil) => isWaitNow(waitsUntil, now))
    .reduce((one, other) => (one > other ? one : other), now)
  if (until > now) throw tooMany((Date.parse(until) - Date.parse(now)) / 1000)
  const counted: Tries[] = []
  for (const who of triers) {
    const before = standing.find((row) => row.who === who)
    const failures = (before && !isForgotten(before, now) ? Number(before.failures) : 0) + 1
    const row = { who, failures, lastAt: now, waitsUntil: later(now, signInWait(kindOf(who), failures)) }
    await tx.update(TriesEntity, { who }, row)
    counted.push(row)
  }
  return counted.filter(({ waitsUntil }) => waitsUntil > now)
}

/** Whether somebody waits until then. Nobody waits longer than the longest wait: that was written by a clock put right since. */
export function isWaitNow(waitsUntil: string, now: string): boolean {
  return waitsUntil > now && waitsUntil <= later(now, longestWaitSeconds)
}

/** The rows of who tries, made where there are none, and held until this write ends: two stations count one after the other. */
async function takeRows({ database }: Services, tx: Tx, triers: readonly string[], now: string): Promise<Tries[]> {
  const lock = database.engine === 'postgres' ? ' FOR UPDATE' : ''
  const rows: Tries[] = []
  for (const who of triers) {
    await tx.query(
      database.sql(
        `INSERT INTO "admin_tries" ("who", "failures", "lastAt", "waitsUntil") VALUES (?, 0, ?, ?)
         ON CONFLICT ("who") DO NOTHING`,
      ),
      [who, now, now],
    )
    rows.push(
      ...((await tx.query(database.sql(`SELECT * FROM "admin_tries" WHERE "who" = ?${lock}`), [who])) as Tries[]),
    )
  }
  return rows
}

/** The try was none: the login starts anew, its address gets this one back. */
export async function forgiveTry(services: Services, tx: Tx, triers: readonly string[]): Promise<void> {
  for (const who of triers)
    if (kindOf(who) === 'login') await tx.delete(TriesEntity, { who })
    else
      await tx.query(
        services.database.sql(
          'UPDATE "admin_tries" SET "failures" = "failures" - 1, "waitsUntil" = "lastAt" WHERE "who" = ? AND "failures" > 0',
        ),
        [who],
      )
}

/** A quiet hour, and the next wrong try is the first again. */
const forgetSeconds = 3600

/** Rows that hold nobody back any more. */
export async function forgetTries(services: Services): Promise<void> {
  const before = later(services.now(), -forgetSeconds)
  await services.database.write((tx) =>
    tx.query(services.database.sql('DELETE FROM "admin_tries" WHERE "lastAt" < ? AND "waitsUntil" < ?'), [
      before,
      services.now(),
    ]),
  )
}

function isForgotten({ lastAt }: Tries, now: string): boolean {
  return later(lastAt, forgetSeconds) < now
}

function kindOf(who: string): 'login' | 'address' {
  return who.startsWith('login:') ? 'login' : 'address'
}

function tooMany(seconds: number): Failure {
  return seconds <= 90
    ? new Failure('busy', 'admin.failure.tooManyTriesSeconds', { seconds: Math.ceil(seconds) })
    : new Failure('busy', 'admin.failure.tooManyTries', { minutes: Math.ceil(seconds / 60) })
}
