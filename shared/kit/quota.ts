/** How often a member may do something. */
export interface Quota {
  perHour: number
  perDay: number
}

/** Something that was done: when, and about what. */
export interface Done {
  at: string
  subject: string
}

const hourMs = 3_600_000

/**
 * Since when and until when a member has to wait who did something at these instants, in any order; null when one more is within the quota.
 * A day is any 24 hours, so that no midnight doubles it.
 */
export function quotaWait(
  quota: Quota,
  doneAt: readonly string[],
  now: string,
): { limit: number; until: string } | null {
  const at = Date.parse(now)
  const within = (ms: number) => doneAt.map((each) => Date.parse(each)).filter((each) => each > at - ms && each <= at)
  const waits = [
    { most: quota.perHour, ms: hourMs },
    { most: quota.perDay, ms: 24 * hourMs },
  ].flatMap(({ most, ms }) => {
    const done = within(ms).sort((a, b) => a - b)
    const oldest = done[done.length - most]
    return oldest === undefined ? [] : [{ limit: most, until: new Date(oldest + ms).toISOString() }]
  })
  return waits.reduce<{ limit: number; until: string } | null>(
    (latest, wait) => (latest && latest.until >= wait.until ? latest : wait),
    null,
  )
}

/** The first time each subject was done: what was done before is no more of it. */
export function firstOfEach(done: readonly Done[]): string[] {
  const first = new Map<string, string>()
  for (const { at, subject } of done) {
    const known = first.get(subject)
    if (known === undefined || at < known) first.set(subject, at)
  }
  return [...first.values()]
}
