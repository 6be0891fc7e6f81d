import type { Role } from '../../shared/admin/rights.ts'

/** SQL that asks whether a column holds one of some roles, and that sorts by their order. */
export function rolesSql(column: string, roles: readonly Role[]): { isOne: string; order: string } {
  return {
    isOne: `${column} IN (${roles.map((role) => `'${role}'`).join(', ')})`,
    order: `CASE ${column} ${roles.map((role, nth) => `WHEN '${role}' THEN ${nth}`).join(' ')} END`,
  }
}
