import { In } from 'typeorm'
import { mayUse, type Role, roles } from '../../shared/admin/rights.ts'
import { Failure } from '../../shared/kit/failure.ts'
import type { Tx } from '../database/database.ts'
import { MemberEntity } from '../house/entities.ts'

/** May this role change accounts? */
export const administers = (role: Role): boolean => mayUse(role, 'admin.members')

const administrators = roles.filter(administers)

/** Refuses the write that has just left nobody who may change accounts. */
export async function refuseNoAdministrator(tx: Tx): Promise<void> {
  if ((await tx.countBy(MemberEntity, { role: In(administrators), status: 'active' })) === 0)
    throw new Failure('ruleBroken', 'admin.failure.lastAdministrator')
}
