import { mayUse } from '../../shared/admin/rights.ts'
import type { Seat, Services } from '../api/context.ts'
import { type FileHolding, FileHoldingEntity } from './entities.ts'

/**
 * What lets a seat have a content: what it brought itself, newest first, else what another brought for a use whose right it holds; null for a
 * content it may not have. A use that guards its files guards them against others under every name.
 */
export async function readHolding(services: Services, seat: Seat, hash: string): Promise<FileHolding | null> {
  const all = await services.database.read((reader) =>
    reader.find(FileHoldingEntity, { where: { hash }, order: { heldAt: 'DESC', memberId: 'ASC', use: 'ASC' } }),
  )
  const refused = new Set<string>()
  for (const use of new Set(all.map((each) => each.use))) {
    const mayFetch = services.fileUses.get(use)?.mayFetch
    if (mayFetch && !(await mayFetch(services, seat, hash))) refused.add(use)
  }
  const own = all.find(({ memberId, use }) => memberId === seat.memberId && !refused.has(use))
  if (own || refused.size > 0) return own ?? null
  const isOpen = ({ use }: FileHolding) => {
    const told = services.fileUses.get(use)
    return told !== undefined && mayUse(seat.role, told.right)
  }
  return all.find(isOpen) ?? null
}
