import { Failure } from '../../shared/kit/failure.ts'
import type { Seat, Services } from '../api/context.ts'
import { endSessions, openSession } from '../house/sessions.ts'
import { audit } from '../house/audit.ts'
import { type Member, MemberEntity } from '../house/entities.ts'
import { hashPassword, passwordFits } from './passwords.ts'
import { countTry, forgiveTry, triersOf } from './sign-in-tries.ts'

/** Where a sign-in comes from: what the browser calls itself, and its network address. */
interface Origin {
  device: string
  address: string
  /** Whose session the browser shows so far; its cookie is replaced, so it ends. */
  seat?: Seat | null
}

const hashOfNobody = new WeakMap<Services, Promise<string>>()

/**
 * Opens a session for the right name and password; says the same thing for a wrong name and a wrong password. Tries are bounded by login and
 * by address; whoever has to wait is told how long.
 */
export async function signIn(
  services: Services,
  input: { login: string; password: string },
  { device, address, seat }: Origin,
): Promise<string> {
  const loginKey = input.login.trim().toLowerCase()
  const triers = triersOf(loginKey, address)
  const waiting = await services.database.write((tx) => countTry(services, tx, triers))
  const member = await services.database.read((reader) =>
    reader.findOneBy(MemberEntity, { loginKey, status: 'active' }),
  )
  // An unknown name costs the same time as a wrong password.
  const nobody = hashOfNobody.get(services) ?? hashPassword(services, 'nobody has this password')
  hashOfNobody.set(services, nobody)
  const fits = await passwordFits(member?.passwordHash ?? (await nobody), input.password)
  if (!member || !fits) {
    if (waiting.length > 0) await auditWait(services, member, address, Math.max(...waiting.map((row) => row.failures)))
    throw new Failure('invalid', 'admin.failure.wrongPassword', {}, 'password')
  }
  return services.database.write(async (tx) => {
    await forgiveTry(services, tx, triers)
    await audit(services, tx, seatLike(member), { action: 'admin.signIn', subject: `member:${member.id}` })
    if (seat) await endSessions(services, tx, { tokenHash: seat.session })
    return openSession(services, tx, member.id, device)
  })
}

/** Ends this session only; the member's other seats go on. */
export async function signOut(services: Services, seat: Seat): Promise<void> {
  await services.database.write((tx) => endSessions(services, tx, { tokenHash: seat.session }))
}

/** What was typed as a name is not kept: it may be a password in the wrong field. */
async function auditWait(services: Services, member: Member | null, address: string, failures: number): Promise<void> {
  const subject = member ? `member:${member.id}` : 'station'
  await services.database.write((tx) =>
    audit(services, tx, null, { action: 'admin.signInRefused', subject, details: { failures, address } }),
  )
}

function seatLike(member: { id: string; name: string; role: Seat['role']; extension: string }): Seat {
  return { memberId: member.id, name: member.name, role: member.role, extension: member.extension, session: '' }
}
