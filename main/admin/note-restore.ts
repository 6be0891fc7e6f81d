import { basename } from 'node:path'
import { IsNull } from 'typeorm'
import type { Services } from '../api/context.ts'
import { anchorBefore, type Restored } from '../database/restore.ts'
import { audit } from './audit.ts'
import { SessionEntity } from './entities.ts'

/** Says in the chain of a station just opened on a backup what was put back and where the chain ended before. Sessions of the past end. */
export async function noteRestore(services: Services, restored: Restored): Promise<void> {
  await services.database.write(async (tx) => {
    await tx.update(SessionEntity, { endedAt: IsNull() }, { endedAt: services.now() })
    await audit(services, tx, null, {
      action: 'admin.restore',
      subject: 'station',
      details: {
        backup: basename(restored.from),
        lostFiles: restored.lostFiles.length,
        chainBefore: anchorBefore(restored)?.seq ?? null,
      },
    })
  })
}
