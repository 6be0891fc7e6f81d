import { Failure } from '../../shared/kit/failure.ts'
import type { Seat, Services } from '../api/context.ts'
import { recordsOf } from '../database/records.ts'
import { audit } from '../house/audit.ts'
import { ListViewEntity } from './entities.ts'
import { mayChangeView } from './kept-of-list.ts'

/** Takes a view away from everybody who had it; whose list began with it begins with the whole list. Sent twice it is gone once. */
export async function removeView(services: Services, seat: Seat, id: string): Promise<void> {
  await services.database.write(async (tx) => {
    const records = recordsOf(services, tx, seat, 'lists.removeView')
    const view = await records.lock(ListViewEntity, id)
    if (!view || (!view.isShared && view.memberId !== seat.memberId)) return
    if (!mayChangeView(seat, view)) throw new Failure('ruleBroken', 'lists.failure.mayNotShare')
    await records.remove(ListViewEntity, view)
    await audit(services, tx, seat, {
      action: 'lists.removeView',
      subject: `listView:${id}`,
      details: { list: view.list, name: view.name, shared: view.isShared },
    })
  })
}
