import { Failure } from '../../shared/kit/failure.ts'
import type { Seat, Services } from '../api/context.ts'
import { endSessions, openSession } from '../api/sessions.ts'
import { audit } from './audit.ts'
import { MemberEntity } from './entities.ts'
import { hashPassword, passwordFits } from './passwords.ts'

/** Failed tries of one login within a quarter of an hour before it has to wait. */
const mostTries = 8
const forgetMinutes = 15

const tries = new WeakMap<Services, Map<string, number[]>>()
let nobody: Promise<string> | null = null

/** Opens a session for the right name and password; says the same thing for a wrong name and a wrong password. */
export async function signIn(
  services: Services,
  input: { login: string; password: string },
  device: string,
): Promise<string> {
  const loginKey = input.login.trim().toLowerCase()
  refuseTooMany(services, loginKey)
  const member = await services.database.read((reader) =>
    reader.findOneBy(MemberEntity, { loginKey, status: 'active' }),
  )
  // An unknown name costs the same time as a wrong password.
  nobody ??= hashPassword('nobody has this password')
  const fits = await passwordFits(member?.passwordHash ?? (await nobody), input.password)
  if (!member || !fits) {
    remember(services, loginKey)
    throw new Failure('invalid', 'admin.failure.wrongPassword', {}, 'password')
  }
  tries.get(services)?.delete(loginKey)
  return services.database.write(async (tx) => {
    await audit(services, tx, { ...seatLike(member) }, { action: 'admin.signIn', subject: `member:${member.id}` })
    return openSession(services, tx, member.id, device)
  })
}

export async function signOut(services: Services, seat: Seat): Promise<void> {
  await services.database.write((tx) => endSessions(services, tx, { tokenHash: seat.session }))
}

function seatLike(member: { id: string; name: string; role: Seat['role']; extension: string }): Seat {
  return { memberId: member.id, name: member.name, role: member.role, extension: member.extension, session: '' }
}

function refuseTooMany(services: Services, loginKey: string): void {
  const since = Date.parse(services.now()) - forgetMinutes * 60_000
  const recent = (tries.get(services)?.get(loginKey) ?? []).filter((at) => at > since)
  if (recent.length >= mostTries) throw new Failure('busy', 'admin.failure.tooManyTries', { minutes: forgetMinutes })
}

function remember(services: Services, loginKey: string): void {
  const known = tries.get(services) ?? new Map<string, number[]>()
  tries.set(services, known)
  known.set(loginKey, [...(known.get(loginKey) ?? []).slice(1 - mostTries), Date.parse(services.now())])
}
