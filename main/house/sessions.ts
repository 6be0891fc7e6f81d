import { createHash, randomBytes } from 'node:crypto'
import { IsNull, Not } from 'typeorm'
import { SessionEntity } from './entities.ts'
import type { Role } from '../../shared/admin/rights.ts'
import type { RowScope } from '../../shared/admin/scopes.ts'
import type { Tx } from '../database/database.ts'
import { later } from '../scheduler/scheduler.ts'
import type { Seat, Services } from '../api/context.ts'

const cookieName = 'gendan_session'
/** A shift with overtime; then sign in again. */
const longestHours = 14
/** A seat nobody uses. An open change stream counts as use. */
const idleMinutes = 120
/** `seenAt` is written at most this often. */
const seenEverySeconds = 60

/** Opens a session; the token goes into an HttpOnly cookie, its hash into the database. */
export async function openSession(services: Services, tx: Tx, memberId: string, device: string): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const now = services.now()
  await tx.insert(SessionEntity, {
    tokenHash: hashOf(token),
    memberId,
    startedAt: now,
    seenAt: now,
    endsAt: later(now, longestHours * 3600),
    endedAt: null,
    device: device.slice(0, 200),
  })
  return `${cookieName}=${token}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${longestHours * 3600}`
}

/** The cookie that forgets a session. */
export const forgottenSession = `${cookieName}=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0`

/** Ends one session, or all of a member (disabled, new password), `but` the one whose token has that hash. */
export async function endSessions(
  services: Services,
  tx: Tx,
  which: { tokenHash: string } | { memberId: string; but?: string },
): Promise<void> {
  const whose =
    'tokenHash' in which
      ? which
      : { memberId: which.memberId, ...(which.but === undefined ? {} : { tokenHash: Not(which.but) }) }
  await tx.update(SessionEntity, { ...whose, endedAt: IsNull() }, { endedAt: services.now() })
}

interface SessionMember {
  tokenHash: string
  seenAt: string
  endsAt: string
  memberId: string
  name: string
  role: Role
  extension: string
  region: string
  department: string | null
  rowScope: RowScope | null
  mustChangePassword: boolean | number | null
}

/** Who stands behind a request: null without a valid session. Idle and absolute limits hold at every look. */
export async function seatOf(services: Services, request: Request): Promise<Seat | null> {
  const token = cookieOf(request.headers.get('cookie') ?? '')
  if (!token) return null
  const row = await keepSession(services, hashOf(token))
  if (!row) return null
  const { memberId, name, role, extension, region, tokenHash } = row
  return {
    ...{ memberId, name, role, extension, region, session: tokenHash },
    department: row.department ?? '',
    rowScope: row.rowScope ?? 'all',
    mustChangePassword: Boolean(row.mustChangePassword),
  }
}

/** The member behind a session that still holds, and notes its use; null when it is over or the member is disabled. */
export async function keepSession(services: Services, tokenHash: string): Promise<SessionMember | null> {
  const { database } = services
  const [row] = (await database.read((reader) =>
    reader.query(
      database.sql(
        `SELECT s."tokenHash", s."seenAt", s."endsAt", m."id" AS "memberId", m."name", m."role", m."extension",
           m."region", m."department", m."rowScope", m."mustChangePassword"
         FROM "admin_session" s JOIN "admin_member" m ON m."id" = s."memberId"
         WHERE s."tokenHash" = ? AND s."endedAt" IS NULL AND m."status" = 'active'`,
      ),
      [tokenHash],
    ),
  )) as SessionMember[]
  const now = services.now()
  if (!row) return null
  // An instant that lies ahead was written by a clock put right since: it counts as now.
  const seenAt = earlierOf(row.seenAt, now)
  const endsAt = earlierOf(row.endsAt, later(now, longestHours * 3600))
  if (endsAt <= now || later(seenAt, idleMinutes * 60) <= now) return null
  if (later(seenAt, seenEverySeconds) <= now || seenAt !== row.seenAt || endsAt !== row.endsAt)
    await noteUse(services, tokenHash, { seenAt: now, endsAt })
  return row
}

/** Whoever is signed in reads on when nothing can be written: what is not noted now is noted with the next call. */
async function noteUse(
  { database, log }: Services,
  tokenHash: string,
  use: { seenAt: string; endsAt: string },
): Promise<void> {
  try {
    await database.write((tx) => tx.update(SessionEntity, { tokenHash }, use))
  } catch (error) {
    log.warn('session.notNoted', { error: String(error) })
  }
}

const earlierOf = (a: string, b: string) => (a < b ? a : b)

function cookieOf(header: string): string | null {
  for (const pair of header.split(';')) {
    const [name, value] = pair.trim().split('=')
    if (name === cookieName && value) return value
  }
  return null
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
