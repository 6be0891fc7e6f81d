import type { Seat, Services } from '../../api/context.ts'
import type { Tx } from '../../database/database.ts'
import { PolicyEntity } from './entities.ts'
import type { PolicyLayer, PolicyVersion } from './policy-book.ts'

/** A version about to be added; its number follows from those there are. */
export interface PolicyDraft {
  /** Made by the asker; absent for versions the house makes itself. */
  id?: string
  layer: PolicyLayer
  key: string
  effectiveAt: string
  document: object
  reason: string
  runningCases: PolicyVersion['runningCases']
}

/** Adds a version inside the caller's write, which must give the company a new stamp. */
export async function addVersion(
  services: Services,
  tx: Tx,
  seat: Seat | null,
  draft: PolicyDraft,
): Promise<PolicyVersion> {
  const [last] = await tx.find(PolicyEntity, {
    where: { layer: draft.layer, key: draft.key },
    order: { version: 'DESC' },
    take: 1,
  })
  const version: PolicyVersion = {
    ...draft,
    id: draft.id ?? services.newId(),
    version: (last?.version ?? 0) + 1,
    madeBy: seat?.memberId ?? null,
    madeAt: services.now(),
    withdrawnAt: null,
    withdrawnBy: null,
    withdrawnReason: null,
  }
  await tx.insert(PolicyEntity, version)
  return version
}
