import { type MemberInput, type MemberRow, loginSchema, passwordSchema } from '../../shared/admin/schema.ts'
import { saysNothing } from '../../shared/kit/seen-text.ts'
import { type Base, besideStored, type FieldConflict } from '../kit/beside-stored.ts'

/** An account being typed. `password` empty keeps the old one. */
export type MemberDraft = Required<Omit<MemberInput, 'version' | 'password'>> & {
  password: string
  /** As stored when the form was opened; null for a new account. */
  base: Base<MemberField>
}

/** An account nobody has yet: an operator. */
export const newMemberDraft = (id: string): MemberDraft => ({
  id,
  login: '',
  name: '',
  workNumber: '',
  role: 'operator',
  status: 'active',
  extension: '',
  phone: '',
  region: '',
  department: '',
  rowScope: 'all',
  password: '',
  mustChangePassword: true,
  base: null,
})

/** The account as stored, ready to be edited. */
export function memberDraftOf(member: MemberRow): MemberDraft {
  const { id, login, name, workNumber, role, status, extension, phone, region, department, rowScope } = member
  return {
    id,
    login,
    name,
    workNumber,
    role,
    status,
    extension,
    phone,
    region,
    department,
    rowScope,
    password: '',
    mustChangePassword: true,
    base: member,
  }
}

/** Text key of what is wrong with a login name; null where nothing is. */
export function loginGap(login: string): string | null {
  if (loginSchema.safeParse(login).success) return null
  return /\s/u.test(login.trim()) ? 'admin.firstRun.loginSpaces' : 'admin.firstRun.needLogin'
}

/** Text keys of what keeps the account from being saved, by field. */
export function memberGaps(draft: MemberDraft): Readonly<Record<string, string>> {
  const gaps: Record<string, string> = {}
  if (saysNothing(draft.name)) gaps.name = 'admin.firstRun.needPerson'
  const login = loginGap(draft.login)
  if (login) gaps.login = login
  const needsPassword = draft.base === null || draft.password !== ''
  if (needsPassword && !passwordSchema.safeParse(draft.password).success) gaps.password = 'admin.firstRun.needPassword'
  return gaps
}

/** What is sent. `version`: what the editor has seen of the stored one. */
export function memberInputOf({ password, base: _, ...member }: MemberDraft, version?: number): MemberInput {
  return {
    ...member,
    ...(password === '' ? {} : { password }),
    ...(version === undefined ? {} : { version }),
  }
}

const memberFields = [
  'name',
  'login',
  'workNumber',
  'role',
  'rowScope',
  'status',
  'extension',
  'phone',
  'region',
  'department',
] as const
export type MemberField = (typeof memberFields)[number]

/** A draft beside the account as it is stored now (see `besideStored`). */
export const memberBeside = (
  draft: MemberDraft,
  stored: MemberRow | undefined,
): { draft: MemberDraft; conflicts: FieldConflict<MemberField>[] } => besideStored(draft, stored, memberFields)
