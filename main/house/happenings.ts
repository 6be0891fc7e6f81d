import type { Services } from '../api/context.ts'
import type { Tx } from '../database/database.ts'

/** What may happen to a thing of one feature, for features that stand above it and keep rows about it; with the facts that are told. */
export interface Happenings {
  /** Somebody helped over the telephone was asked how it went: the register line needs no follow-up (R043). */
  'tickets.guided': { intakeId: string }
  /** That was a mistake: the line needs its follow-up again. */
  'tickets.guidanceWithdrawn': { intakeId: string }
}

/** What a feature does, inside the same write, when it hears of something. */
export type Hearing = {
  [Name in keyof Happenings]?: (services: Services, tx: Tx, facts: Happenings[Name]) => Promise<void>
}

/** Tells every feature that listens; what they write counts with the write that tells, or not at all. */
export async function tell<Name extends keyof Happenings>(
  services: Services,
  tx: Tx,
  name: Name,
  facts: Happenings[Name],
): Promise<void> {
  for (const { hears } of services.features) await hears?.[name]?.(services, tx, facts)
}
