import type { Services } from '../api/context.ts'
import type { Tx } from '../database/database.ts'
import { markRecords } from '../database/mark-records.ts'
import { IntakeEntity } from './entities.ts'

/** The case helped over the telephone has its result: nobody needs to follow its register line up any more. */
export async function noteGuided(services: Services, tx: Tx, { intakeId }: { intakeId: string }): Promise<void> {
  await markRecords(services.database, tx, IntakeEntity, { followedUpAt: services.now() }, '"id" = ?', [intakeId])
}

/** That result was taken back: the line needs its follow-up again. */
export async function noteUnguided(services: Services, tx: Tx, { intakeId }: { intakeId: string }): Promise<void> {
  await markRecords(services.database, tx, IntakeEntity, { followedUpAt: null }, '"id" = ?', [intakeId])
}
