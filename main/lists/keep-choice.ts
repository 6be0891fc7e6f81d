import type { z } from 'zod'
import { Failure } from '../../shared/kit/failure.ts'
import type { keepChoiceSchema } from '../../shared/lists/schema.ts'
import type { Seat, Services } from '../api/context.ts'
import { listOf } from '../house/list-source.ts'
import { ListChoiceEntity, ListViewEntity } from './entities.ts'
import { choiceId } from './kept-of-list.ts'

/** Keeps a member's columns or default view; what is not given stays. Only the member sees it, so it is not audited. */
export async function keepChoice(
  services: Services,
  seat: Seat,
  { list, columns, defaultViewId }: z.output<typeof keepChoiceSchema>,
): Promise<void> {
  listOf(services, seat, list)
  await services.database.write(async (tx) => {
    if (defaultViewId) {
      const view = await tx.findOneBy(ListViewEntity, { id: defaultViewId, list })
      if (!view || (!view.isShared && view.memberId !== seat.memberId))
        throw new Failure('notFound', 'lists.failure.noView', {}, 'defaultViewId')
    }
    const before = await tx.findOneBy(ListChoiceEntity, { id: choiceId(seat, list) })
    const row = {
      id: choiceId(seat, list),
      memberId: seat.memberId,
      columns: columns === undefined ? (before?.columns ?? null) : columns,
      viewId: defaultViewId === undefined ? (before?.viewId ?? null) : defaultViewId,
    }
    await tx.upsert(ListChoiceEntity, row, ['id'])
  })
}
