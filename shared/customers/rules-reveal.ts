import type { Role } from '../admin/rights.ts'

/** Letters a reason has at least; a Chinese character says as much as two. */
const leastLetters = 4

/** Whether a reason says anything: letters, not signs or figures alone, and not one letter over and over. `house`: 回拨 is enough, "." is not. */
export function hasSubstance(reason: string): boolean {
  const letters = [...reason.normalize('NFKC').toLowerCase()].filter((sign) => /\p{L}/u.test(sign))
  const weight = letters.reduce((sum, letter) => sum + (/\p{Script=Han}/u.test(letter) ? 2 : 1), 0)
  return weight >= leastLetters && new Set(letters).size > 1
}

/** How many covered numbers and addresses a member may open (核对号码). */
export interface RevealLimit {
  perHour: number
  perDay: number
}

/** `house`: what a busy day at that seat needs, and far below what an archive holds. */
export const revealLimits: Readonly<Record<Role, RevealLimit>> = {
  administrator: { perHour: 30, perDay: 100 },
  supervisor: { perHour: 30, perDay: 100 },
  operator: { perHour: 30, perDay: 120 },
  dispatcher: { perHour: 40, perDay: 160 },
  technician: { perHour: 10, perDay: 40 },
  followupUser: { perHour: 40, perDay: 160 },
}

const hourMs = 3_600_000

/**
 * Since when and until when a member has to wait who opened something at these instants, in any order; null when one more is within the limit.
 * A day is any 24 hours, so that no midnight doubles it.
 */
export function revealWait(
  limit: RevealLimit,
  openedAt: readonly string[],
  now: string,
): { limit: number; until: string } | null {
  const at = Date.parse(now)
  const within = (ms: number) => openedAt.map((each) => Date.parse(each)).filter((each) => each > at - ms && each <= at)
  const waits = [
    { most: limit.perHour, ms: hourMs },
    { most: limit.perDay, ms: 24 * hourMs },
  ].flatMap(({ most, ms }) => {
    const opened = within(ms).sort((a, b) => a - b)
    const oldest = opened[opened.length - most]
    return oldest === undefined ? [] : [{ limit: most, until: new Date(oldest + ms).toISOString() }]
  })
  return waits.reduce<{ limit: number; until: string } | null>(
    (latest, wait) => (latest && latest.until >= wait.until ? latest : wait),
    null,
  )
}
