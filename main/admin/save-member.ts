import { In } from 'typeorm'
import type { z } from 'zod'
import { mayUse, type Role, roles } from '../../shared/admin/rights.ts'
import type { MemberRow, memberInputSchema } from '../../shared/admin/schema.ts'
import { Failure } from '../../shared/kit/failure.ts'
import type { Seat, Services } from '../api/context.ts'
import { endSessions } from '../house/sessions.ts'
import { changesOf } from '../house/audit-changes.ts'
import { audit } from '../house/audit.ts'
import { type Member, MemberEntity } from '../house/entities.ts'
import { TriesEntity } from './entities.ts'
import { hashPassword } from './passwords.ts'

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
  const row = await services.database.write(async (tx) => {
    const before = await tx.findOneBy(MemberEntity, { id: input.id })
    if (before && input.version !== undefined && before.version !== input.version)
      throw new Failure('changedByOther', 'admin.failure.changedByOther')
    if (!before && !passwordHash) throw new Failure('invalid', 'admin.failure.passwordNeeded', {}, 'password')
    const namesake = await tx.findOneBy(MemberEntity, { loginKey: input.login.toLowerCase() })
    if (namesake && namesake.id !== input.id) throw new Failure('invalid', 'admin.failure.loginTaken', {}, 'login')
    if (before && administers(before.role) && (!administers(input.role) || input.status === 'disabled'))
      await refuseLastAdministrator(await tx.countBy(MemberEntity, { role: In(administrators), status: 'active' }))
    const now = services.now()
    const member: Member = {
      id: input.id,
      login: input.login,
      loginKey: input.login.toLowerCase(),
      name: input.name,
      workNumber: input.workNumber,
      role: input.role,
      status: input.status,
      extension: input.extension,
      phone: input.phone,
      region: input.region,
      department: input.department,
      rowScope: input.rowScope,
      passwordHash: passwordHash ?? before?.passwordHash ?? '',
      // Whoever sets the own password here knows it alone.
      mustChangePassword: passwordHash
        ? input.mustChangePassword && input.id !== seat.memberId
        : (before?.mustChangePassword ?? false),
      createdAt: before?.createdAt ?? now,
      updatedAt: now,
      version: (before?.version ?? 0) + 1,
    }
    await (before ? tx.update(MemberEntity, { id: member.id }, member) : tx.insert(MemberEntity, member))
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
  return memberRow(row)
}

const administers = (role: Role): boolean => mayUse(role, 'admin.members')
const administrators = roles.filter(administers)

async function refuseLastAdministrator(left: number): Promise<void> {
  if (left <= 1) throw new Failure('ruleBroken', 'admin.failure.lastAdministrator')
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
