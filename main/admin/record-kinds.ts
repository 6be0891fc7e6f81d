import type { RecordSchema } from '../database/record-schema.ts'
import { MemberEntity } from '../house/entities.ts'
import type { RecordKind } from '../house/record-kind.ts'
import { endSessions } from '../house/sessions.ts'
import { refuseNoAdministrator } from './last-administrator.ts'

/** Accounts, as their history shows them; passwords stand in no history. */
export const memberKinds: readonly RecordKind[] = [
  {
    entity: MemberEntity as unknown as RecordSchema<never>,
    fields: {
      login: { label: 'admin.member.login' },
      name: { label: 'admin.member.name' },
      workNumber: { label: 'admin.member.workNumber' },
      role: { label: 'admin.member.role', as: 'code', words: (code) => `admin.role.${code}` },
      status: { label: 'admin.member.status', as: 'code', words: (code) => `admin.member.status.${code}` },
      extension: { label: 'admin.member.extension' },
      phone: { label: 'admin.member.phone', sight: 'phone' },
      region: { label: 'admin.member.region' },
      department: { label: 'admin.member.department' },
      rowScope: { label: 'admin.member.rowScope', as: 'code', words: (code) => `admin.member.rowScope.${code}` },
    },
    page: 'root',
    view: 'admin.members',
    edit: 'admin.members',
    undoable: ['admin.changeMember'],
    nameOf: (_, { name }) => (typeof name === 'string' ? name : ''),
    settle: async (services, tx, memberId) => {
      await refuseNoAdministrator(tx)
      // The role or the account itself may be another now: in again under what holds.
      await endSessions(services, tx, { memberId })
    },
  },
]
