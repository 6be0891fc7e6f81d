import type { Services } from '../api/context.ts'
import { changedIds } from '../database/write-rows.ts'
import type { Job } from '../scheduler/job.ts'

/** Alarms set in one write; more follow in the next. */
const together = 500

export const ticketsJobs: Job[] = [{ name: 'tickets.announceLate', everySeconds: 3, run: announceLate }]

/**
 * Tickets past their next deadline that nobody was told of (R036: ten minutes exactly still pass). The mark on the row makes
 * it once, whoever runs it and however late; a deadline that moves may be announced again.
 */
async function announceLate(services: Services): Promise<void> {
  const { database } = services
  for (;;) {
    const now = services.now()
    const waiting = await database.read<unknown[]>((reader) =>
      reader.query(
        database.sql('SELECT 1 FROM "tickets_ticket" WHERE "alarmedDueAt" IS NULL AND "nextDueAt" < ? LIMIT 1'),
        [now],
      ),
    )
    if (waiting.length === 0) return
    const ids = await database.write((tx) =>
      changedIds(
        database,
        tx,
        `UPDATE "tickets_ticket" SET "alarmedDueAt" = "nextDueAt" WHERE "id" IN (SELECT "id" FROM "tickets_ticket"
           WHERE "alarmedDueAt" IS NULL AND "nextDueAt" < ? ORDER BY "nextDueAt" LIMIT ${together})`,
        [now],
      ),
    )
    for (const id of ids) services.changes.announce({ feature: 'tickets', id, urgent: true })
    if (ids.length < together) return
  }
}
