import type { Role } from '../admin/rights.ts'
import type { Quota } from '../kit/quota.ts'

/** Letters a reason has at least; a Chinese character says as much as two. */
const leastLetters = 4

/** Whether a reason says anything: letters, not signs or figures alone, and not one letter over and over. `house`: 回拨 is enough, "." is not. */
export function hasSubstance(reason: string): boolean {
  const letters = [...reason.normalize('NFKC').toLowerCase()].filter((sign) => /\p{L}/u.test(sign))
  const weight = letters.reduce((sum, letter) => sum + (/\p{Script=Han}/u.test(letter) ? 2 : 1), 0)
  return weight >= leastLetters && new Set(letters).size > 1
}

/**
 * How many numbers that no telephone line told of a member may look up (查号). `house`: a desk without a telephone system types every caller's, and a
 * covered number has ten thousand readings.
 */
export const lookUpLimits: Readonly<Record<Role, Quota>> = {
  administrator: { perHour: 90, perDay: 400 },
  supervisor: { perHour: 90, perDay: 400 },
  operator: { perHour: 90, perDay: 400 },
  dispatcher: { perHour: 90, perDay: 400 },
  technician: { perHour: 10, perDay: 40 },
  followupUser: { perHour: 40, perDay: 160 },
}

/** How many covered numbers and addresses a member may open (核对号码). `house`: what a busy day at that seat needs, and far below what an archive holds. */
export const revealLimits: Readonly<Record<Role, Quota>> = {
  administrator: { perHour: 30, perDay: 100 },
  supervisor: { perHour: 30, perDay: 100 },
  operator: { perHour: 30, perDay: 120 },
  dispatcher: { perHour: 40, perDay: 160 },
  technician: { perHour: 10, perDay: 40 },
  followupUser: { perHour: 40, perDay: 160 },
}
