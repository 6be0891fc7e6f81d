import { passwordSchema } from '../../shared/admin/schema.ts'

/** A new password being typed, the new one twice. */
export interface PasswordDraft {
  current: string
  next: string
  again: string
}

/** Nothing typed yet. Never kept outside of the page. */
export const emptyPasswordDraft: PasswordDraft = { current: '', next: '', again: '' }

/** Text keys of what keeps the password from being changed, by field. */
export function passwordGaps({ current, next, again }: PasswordDraft): Readonly<Record<string, string>> {
  const gaps: Record<string, string> = {}
  if (current === '') gaps.current = 'admin.password.needCurrent'
  if (!passwordSchema.safeParse(next).success) gaps.next = 'admin.firstRun.needPassword'
  else if (next === current) gaps.next = 'admin.failure.samePassword'
  if (again !== next) gaps.again = 'admin.password.notTheSame'
  return gaps
}
