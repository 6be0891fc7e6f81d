import type { Hint } from '../database/hint.ts'
import type { Services } from '../api/context.ts'
import { updateWhere } from '../database/typed-rows.ts'
import type { Job } from '../scheduler/job.ts'
import { RunningEntity } from './entities.ts'

/** Marks given in one write; more follow in the next. */
const together = 500

/** Three seconds: a limit is said to be over at most five after it was. */
export const clocksJobs: Job[] = [{ name: 'clocks.giveMarks', everySeconds: 3, run: giveMarks }]

const marks = {
  alarm: { column: 'alarmedAt', isDue: '"alarmedAt" IS NULL AND "dueAt" < ?', order: 'dueAt' },
  warn: { column: 'warnedAt', isDue: '"warnedAt" IS NULL AND "warnAt" <= ?', order: 'warnAt' },
} as const

/**
 * Warns of each deadline once and alarms once, however late and whoever runs it: the mark on the row makes it so. Exactly at
 * the limit still passes (R036). A deadline that moved may be told again. Late ones are urgent: seats ask at once.
 */
async function giveMarks(services: Services): Promise<void> {
  await give(services, 'alarm')
  await give(services, 'warn')
}

async function give(services: Services, which: keyof typeof marks): Promise<void> {
  const { database } = services
  const { column, isDue, order } = marks[which]
  for (;;) {
    // Of stations whose clocks differ none gives a mark before its time.
    const now = await database.read(services.sharedNow)
    const waiting = await database.read<unknown[]>((reader) =>
      reader.query(database.sql(`SELECT 1 FROM "clocks_running" WHERE ${isDue} LIMIT 1`), [now]),
    )
    if (waiting.length === 0) return
    await database.write(async (tx) => {
      // The condition stands twice: of two stations that found the same rows, the second finds them marked.
      const ids = await updateWhere(
        database,
        tx,
        RunningEntity,
        { [column]: now },
        `${isDue} AND "id" IN
           (SELECT "id" FROM "clocks_running" WHERE ${isDue} ORDER BY "${order}" LIMIT ${together})`,
        [now, now],
      )
      if (ids.length === 0) return
      const subjects = (await tx.query(
        database.sql(
          `SELECT DISTINCT "subjectKind", "subjectId" FROM "clocks_running" WHERE "id" IN (${ids.map(() => '?').join(', ')})`,
        ),
        ids,
      )) as { subjectKind: Hint['kind']; subjectId: string }[]
      for (const { subjectKind, subjectId } of subjects)
        tx.changed(subjectKind, subjectId, { urgent: which === 'alarm' })
    })
  }
}
