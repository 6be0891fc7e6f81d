import { mayUse, type Right, type Role } from './rights.ts'

/**
 * Which rows of a function a member meets, beside the rights that say whether the function is open at all. `outlet`: those of the member's
 * own outlet or area (网点, 片区); `department`: those somebody of the same department took or has; `own`: those the member took;
 * `assigned`: those the member is sent to. Whoever has an outlet or a department also meets what is taken by or assigned to the member.
 */
export const rowScopes = ['all', 'outlet', 'department', 'own', 'assigned'] as const

export type RowScope = (typeof rowScopes)[number]

/**
 * What is narrower than everything, by function and role. A function that changes rows reaches those which the view of its feature opens, so
 * views and reveals are enough here.
 */
const narrowed: Partial<Record<Right, Partial<Record<Role, RowScope>>>> = {
  'tickets.view': { technician: 'assigned' },
  'customers.view': { technician: 'assigned' },
  'customers.reveal': { technician: 'assigned' },
}

/** Functions an account may be narrowed in beyond its role (002-C: the clerk at an outlet sees its register). */
const chosenByAccount: readonly Right[] = ['tickets.view', 'intake.view', 'customers.view', 'customers.reveal']

/** Which rows of a function a role meets; `chosen` is what the account itself is narrowed to. The role's own narrowing stands. */
export function scopeOf(role: Role, right: Right, chosen: RowScope = 'all'): RowScope {
  return narrowed[right]?.[role] ?? (chosenByAccount.includes(right) ? chosen : 'all')
}

/** Roles that go to customers: visits are offered to them, and a result names one of them. */
export const visitingRoles: readonly Role[] = ['technician']

/** Roles with a seat at the desk, in the order the board shows them. */
export const deskRoles: readonly Role[] = ['operator', 'dispatcher', 'supervisor']

/** Heads of a service department or outlet (R012): who is told first stands first. */
export const headRoles: readonly Role[] = ['supervisor', 'administrator']

/** Whether the seat handles calls: it may look a caller up by the whole number, which it then has anyway. */
export const handlesCalls = (role: Role): boolean => mayUse(role, 'intake.take')
