import { basename } from 'node:path'
import { IsNull } from 'typeorm'
import type { Services } from '../api/context.ts'
import type { BookFault } from '../database/book.ts'
import type { Tx } from '../database/database.ts'
import { anchorBefore, type Restored } from '../database/restore.ts'
import { audit } from './audit.ts'
import { forgetAnchor, setAnchorAside } from './audit-anchor.ts'
import { SessionEntity } from './entities.ts'

/** Where the database before tells no more how far it came, so many numbers are left out. */
const gap = 1000

/**
 * Says in the chain of a station just opened on a backup what was put back and where the chain ended before. Sessions of the past end.
 * Counters go on from where they had come, so that no number on paper is given again (R353); where nobody knows, behind a gap.
 */
export async function noteRestore(services: Services, restored: Restored): Promise<void> {
  await services.database.write(async (tx) => {
    await tx.update(SessionEntity, { endedAt: IsNull() }, { endedAt: services.now() })
    await goOnCounting(services, tx, restored.counters)
    await forgetAnchor(tx)
    await audit(services, tx, null, {
      action: 'admin.restore',
      subject: 'station',
      details: {
        backup: basename(restored.from),
        lostFiles: restored.lostFiles.length,
        chainBefore: anchorBefore(restored)?.seq ?? null,
        countersKnown: restored.counters !== null,
      },
    })
  })
}

/**
 * Says in the chain that somebody went on although the book was gone or shorter. Numbers given since are on paper and known nowhere any more,
 * so counting goes on behind a gap (R353).
 */
export async function noteAsItIs(services: Services, fault: BookFault): Promise<void> {
  await services.database.write(async (tx) => {
    await goOnCounting(services, tx, null)
    await forgetAnchor(tx)
    await audit(services, tx, null, { action: 'admin.goOnAsItIs', subject: 'station', details: { fault } })
  })
  setAnchorAside(services)
}

async function goOnCounting({ database }: Services, tx: Tx, counters: Restored['counters']): Promise<void> {
  if (counters === null) {
    await tx.query(database.sql('UPDATE "admin_counter" SET "value" = "value" + ?'), [gap])
    return
  }
  for (const [name, value] of counters)
    await tx.query(
      database.sql(
        `INSERT INTO "admin_counter" ("name", "value") VALUES (?, ?)
         ON CONFLICT ("name") DO UPDATE SET "value" = max("admin_counter"."value", EXCLUDED."value")`,
      ),
      [name, value],
    )
}
