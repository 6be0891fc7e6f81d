import { Failure } from '../../shared/kit/failure.ts'
import type { Seat, Services } from '../api/context.ts'
import { markRecords } from '../database/mark-records.ts'
import { endSessions } from '../house/sessions.ts'
import { audit } from '../house/audit.ts'
import { MemberEntity } from '../house/entities.ts'
import { hashPassword, passwordFits } from './passwords.ts'
import { countTry, forgiveTry, triersOf } from './sign-in-tries.ts'

/** A member's own new password. The current one is asked and bounded as at the door; every other session of the member ends. */
export async function changePassword(
  services: Services,
  seat: Seat,
  { current, next }: { current: string; next: string },
  address: string,
): Promise<void> {
  const id = seat.memberId
  const member = await services.database.read((reader) => reader.findOneBy(MemberEntity, { id }))
  if (!member) throw new Failure('signedOut', 'admin.failure.signedOut')
  const triers = triersOf(member.loginKey, address)
  await services.database.write((tx) => countTry(services, tx, triers))
  if (!(await passwordFits(member.passwordHash, current)))
    throw new Failure('invalid', 'admin.failure.wrongCurrent', {}, 'current')
  if (current.normalize('NFKC') === next.normalize('NFKC'))
    throw new Failure('invalid', 'admin.failure.samePassword', {}, 'next')
  const passwordHash = await hashPassword(services, next)
  await services.database.write(async (tx) => {
    // Two at once, or the administrator's meanwhile: the later one would win without having known the earlier.
    const stands = '"id" = ? AND "passwordHash" = ?'
    const known = { passwordHash, mustChangePassword: false }
    const changed = await markRecords(services.database, tx, MemberEntity, known, stands, [id, member.passwordHash])
    if (changed.length === 0) throw new Failure('changedByOther', 'admin.failure.wrongCurrent', {}, 'current')
    await forgiveTry(services, tx, triers)
    await endSessions(services, tx, { memberId: id, but: seat.session })
    await audit(services, tx, seat, { action: 'admin.changePassword', subject: `member:${id}` })
  })
}
