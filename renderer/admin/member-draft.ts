import { type MemberInput, type MemberRow, loginSchema, passwordSchema } from '../../shared/admin/schema.ts'

/** An account being typed. `password` empty keeps the old one. */
export type MemberDraft = Required<Omit<MemberInput, 'version' | 'password'>> & {
  password: string
  version: number | undefined
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
  version: undefined,
})

/** The account as stored, ready to be edited. */
export function memberDraftOf(member: MemberRow): MemberDraft {
  const { id, login, name, workNumber, role, status, extension, phone, region, department, rowScope, version } = member
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
    version,
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
  if (draft.name.trim() === '') gaps.name = 'admin.firstRun.needPerson'
  const login = loginGap(draft.login)
  if (login) gaps.login = login
  const needsPassword = draft.version === undefined || draft.password !== ''
  if (needsPassword && !passwordSchema.safeParse(draft.password).success) gaps.password = 'admin.firstRun.needPassword'
  return gaps
}

/** What is sent. */
export function memberInputOf({ password, version, ...member }: MemberDraft): MemberInput {
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

/** Fields where what is stored now differs from what is typed, once somebody else has saved. */
export function memberConflicts(
  draft: MemberDraft,
  stored: MemberRow | undefined,
): { field: MemberField; mine: string; theirs: string }[] {
  if (!stored || draft.version === undefined || draft.version === stored.version) return []
  return memberFields
    .filter((field) => draft[field] !== stored[field])
    .map((field) => ({ field, mine: draft[field], theirs: stored[field] }))
}
