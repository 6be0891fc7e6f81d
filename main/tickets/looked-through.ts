import type { PolicyBook } from '../house/policies/policy-book.ts'

/** So long after a look that found nothing the cases are looked at once more and then no more: longer than a write that began before lasts. */
const settleMs = 300_000

/** Books in which nothing was left to move, since when, and the newest turn of their versions then. A change of the policies is another book. */
const lookedThrough = new WeakMap<PolicyBook, { turnedAt: string; at: string }>()

/**
 * Nothing to move can have come since: no version began or ended, and no layer could take a case over whose customer or product became another.
 * Only saves work: a station that starts anew looks again.
 */
export function isLookedThrough(policies: PolicyBook, now: string): boolean {
  const looked = lookedThrough.get(policies)
  if (!looked || !policies.isPlain) return false
  if (looked.turnedAt === policies.turnedAt(now)) return Date.parse(now) - Date.parse(looked.at) > settleMs
  lookedThrough.delete(policies)
  return false
}

/** Nothing was found to move. */
export function noteLookedThrough(policies: PolicyBook, now: string): void {
  if (!lookedThrough.has(policies)) lookedThrough.set(policies, { turnedAt: policies.turnedAt(now), at: now })
}

/** Something may have to move: a case was found, or one that was over is open again. */
export function lookAgain(policies: PolicyBook): void {
  lookedThrough.delete(policies)
}
