import type { z } from 'zod'
import type { MemberRow, memberInputSchema } from '../../shared/admin/schema.ts'
import { Failure } from '../../shared/kit/failure.ts'
import type { Seat, Services } from '../api/context.ts'
import { endSessions } from '../house/sessions.ts'
import { changesOf } from '../house/audit-changes.ts'
import { audit } from '../house/audit.ts'
import { type Member, MemberEntity } from '../house/entities.ts'
import { firstStored } from '../house/first-stored.ts'
import { sayOvertaken } from '../house/overtaken.ts'
import { recordsOf } from '../database/records.ts'
import { TriesEntity } from './entities.ts'
import { administers, refuseNoAdministrator } from './last-administrator.ts'
import { hashPassword, passwordFits } from './passwords.ts'
import { memberKinds } from './record-kinds.ts'

const auditedFields = [
  'login',
  'name',
  'workNumber',
  'role',
  'status',
  'extension',
  'phone',
  'region',
  'department',
  'rowScope',
] as const

/** Adds or changes an account (R335, F46). Disabling it or changing its password ends its sessions at once. */
export async function saveMember(
  services: Services,
  seat: Seat,
  input: z.output<typeof memberInputSchema>,
): Promise<MemberRow> {
  const passwordHash = input.password === undefined ? null : await hashPassword(services, input.password)
  const write = services.database.write(async (tx) => {
    const records = recordsOf(services, tx, seat)
    const isNew = input.version === undefined
    const { password, ...told } = input
    const before = await firstStored(services, tx, isNew ? 'admin.saveMember' : null, told, () =>
      records.lock(MemberEntity, input.id),
    )
    // No digest is made of a password: whoever guesses would guess there at no cost.
    if (before && isNew && password !== undefined && !(await passwordFits(before.passwordHash, password)))
      throw new Failure('ruleBroken', 'kit.error.sentOther')
    if (before && isNew) return before
    if (!before && !passwordHash) throw new Failure('invalid', 'admin.failure.passwordNeeded', {}, 'password')
    const asked = factsOf(input)
    const wanted = before ? await records.merged(MemberEntity, before, input.version!, asked) : asked
    const now = services.now()
    const stands: Member = before ?? {
      ...{ id: input.id, ...asked, passwordHash: '', mustChangePassword: false },
      ...{ createdAt: now, updatedAt: now, version: 1 },
    }
    const secret = passwordHash
      ? // Whoever sets the own password here knows it alone.
        { passwordHash, mustChangePassword: input.mustChangePassword && input.id !== seat.memberId }
      : {}
    const facts = { ...stands, ...wanted, ...secret, updatedAt: now }
    const namesake = await tx.findOneBy(MemberEntity, { loginKey: facts.loginKey })
    if (namesake && namesake.id !== input.id) throw new Failure('invalid', 'admin.failure.loginTaken', {}, 'login')
    const member = before
      ? await records.change(MemberEntity, before, { ...wanted, ...secret, updatedAt: now })
      : await records.add(MemberEntity, facts)
    if (before && administers(before.role)) await refuseNoAdministrator(tx)
    if (before && (passwordHash || member.status === 'disabled' || member.role !== before.role))
      await endSessions(services, tx, { memberId: member.id })
    if (passwordHash) await tx.delete(TriesEntity, { who: `login:${member.loginKey}` })
    await audit(services, tx, seat, {
      action: before ? 'admin.changeMember' : 'admin.addMember',
      subject: `member:${member.id}`,
      details: { changed: changesOf(before, member, auditedFields, ['phone']), newPassword: passwordHash !== null },
    })
    return member
  })
  return memberRow(await write.catch(sayOvertaken(services, seat, memberKinds, 'admin.failure.changedByOther')))
}

/** What the administrator says of an account; its password stands apart. */
function factsOf(input: z.output<typeof memberInputSchema>) {
  const { login, name, workNumber, role, status, extension, phone, region, department, rowScope } = input
  const loginKey = login.toLowerCase()
  return { login, loginKey, name, workNumber, role, status, extension, phone, region, department, rowScope }
}

/** An account as it may cross the wire. */
export function memberRow(member: Member): MemberRow {
  const { passwordHash: _hash, loginKey: _key, updatedAt: _at, ...row } = member
  const { mustChangePassword, department, rowScope } = row
  return {
    ...row,
    mustChangePassword: mustChangePassword ?? false,
    department: department ?? '',
    rowScope: rowScope ?? 'all',
  }
}
