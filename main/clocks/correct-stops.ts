import { dueAtOf, foldClock } from '../../shared/clocks/fold.ts'
import type { Calendars, ClockEntry, Subject } from '../../shared/clocks/schema.ts'
import { Failure } from '../../shared/kit/failure.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Tx } from '../database/database.ts'
import { recordsOf } from '../database/records.ts'
import { entriesOf } from './clock-rows.ts'
import { keepEntries, metRow } from './enter-times.ts'

/** When a clock that stopped did so after all. */
interface StopCorrection {
  clock: string
  round: number
  at: string
}

/**
 * Enters that clocks of a subject stopped at other instants than were written down, inside the caller's write; the subject's own row must be
 * locked. The ledger keeps both, and the limit that was met is reckoned anew; it stays due when it was, unless what lies between the two moved it. Throws `invalid` for a stop before its start.
 */
export async function correctStops(
  services: Services,
  tx: Tx,
  seat: Seat | null,
  subject: Subject,
  calendars: Calendars,
  corrections: readonly StopCorrection[],
): Promise<void> {
  for (const { clock, round, at } of corrections) {
    const kept = await entriesOf(services, tx, subject, { clock, round })
    const entry: ClockEntry = {
      ...{ clock, round, nth: Math.max(0, ...kept.map(({ nth }) => nth)) + 1, kind: 'restop', at },
      ...{ term: null, pinnedAt: null, reason: '', memberId: seat?.memberId ?? null },
    }
    const state = foldClock([...kept, entry], calendars)
    if (state?.stoppedAt == null) throw new Failure('invalid', 'clocks.failure.beforeStart', { clock }, 'at')
    await keepEntries(services, tx, subject, [entry], recordsOf(services, tx, seat).step)
    const before = foldClock(kept, calendars)
    const { metAt, dueAt, ranSeconds } = metRow('', subject, state, state.stoppedAt, calendars)
    await tx.query(
      services.database.sql(
        `UPDATE "clocks_met" SET "metAt" = ?, "dueAt" = coalesce(?, "dueAt"), "ranSeconds" = ?
         WHERE "subjectId" = ? AND "subjectKind" = ? AND "clock" = ? AND "round" = ?`,
      ),
      [
        metAt,
        before && dueAtOf(before, calendars) === dueAt ? null : dueAt,
        ranSeconds,
        subject.id,
        subject.kind,
        clock,
        round,
      ],
    )
  }
}
