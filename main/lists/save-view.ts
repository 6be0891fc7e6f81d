import type { z } from 'zod'
import { Failure } from '../../shared/kit/failure.ts'
import { mostViews, type saveViewSchema, type ViewRow } from '../../shared/lists/schema.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Tx } from '../database/database.ts'
import { type Records, recordsOf } from '../database/records.ts'
import { audit } from '../house/audit.ts'
import { firstStored } from '../house/first-stored.ts'
import { listOf } from '../house/list-source.ts'
import { sayOvertaken } from '../house/overtaken.ts'
import { type ListView, ListViewEntity } from './entities.ts'
import { mayChangeView, viewRow } from './kept-of-list.ts'
import { listKinds } from './record-kinds.ts'

type Input = z.output<typeof saveViewSchema>

/**
 * Adds a view of a list or changes one. What others changed in it since the version that was seen stays; the same changed by both is refused.
 * Taking a shared one back asks for the right to share. Without a version it is new: sent twice it is stored once; under the id of a
 * removed one it is that one, as it stood.
 */
export async function saveView(services: Services, seat: Seat, input: Input, isShared: boolean): Promise<ViewRow> {
  listOf(services, seat, input.list)
  const write = services.database.write(async (tx) => {
    const isNew = input.version === undefined
    const action = isNew ? 'lists.addView' : 'lists.changeView'
    const records = recordsOf(services, tx, seat, action)
    const told = { ...input, isShared }
    const stands = await firstStored(services, tx, isNew ? 'lists.save' : null, told, async () => {
      const view = await records.lock(ListViewEntity, input.id)
      if (view && (view.list !== input.list || (!view.isShared && view.memberId !== seat.memberId)))
        throw new Failure('notFound', 'lists.failure.noView')
      return view
    })
    if (stands && isNew) return stands
    if (!stands && !isNew) throw new Failure('notFound', 'lists.failure.noView')
    if (stands && !mayChangeView(seat, stands)) throw new Failure('ruleBroken', 'lists.failure.mayNotShare')
    const { name, wish } = input
    const now = services.now()
    let after: ListView
    if (stands) {
      const changes = await records.merged(ListViewEntity, stands, input.version!, { name, isShared, wish })
      if (Object.keys(changes).length === 0) return stands
      if (changes.isShared !== undefined) await refuseMany(tx, stands.memberId, stands.list, isShared)
      after = await records.change(ListViewEntity, stands, { ...changes, updatedAt: now })
    } else {
      await refuseMany(tx, seat.memberId, input.list, isShared)
      const { id, list } = input
      const dated = { createdAt: now, updatedAt: now, version: 1 }
      after =
        (await broughtBack(records, seat, input)) ??
        (await records.add(ListViewEntity, { id, list, name, memberId: seat.memberId, isShared, wish, ...dated }))
    }
    await audit(services, tx, seat, {
      action,
      subject: `listView:${after.id}`,
      details: { list: after.list, name: after.name, shared: after.isShared },
    })
    return after
  })
  const view = await write.catch(sayOvertaken(services, seat, listKinds, 'lists.failure.changedByOther'))
  return services.database.read((reader) => viewRow(reader, seat, view))
}

/** A removed view under its own id, so that whose list began with it begins with it again; null where the id is new. */
async function broughtBack(records: Records, seat: Seat, { id, list }: Input): Promise<ListView | null> {
  const view = await records.restore(ListViewEntity, id)
  if (view && (view.list !== list || !mayChangeView(seat, view))) throw new Failure('notFound', 'lists.failure.noView')
  return view
}

/** So many that nobody finds one is as good as none. */
async function refuseMany(tx: Tx, memberId: string, list: string, isShared: boolean): Promise<void> {
  const kept = await tx.countBy(ListViewEntity, isShared ? { list, isShared } : { list, isShared, memberId })
  if (kept >= mostViews) throw new Failure('ruleBroken', 'lists.failure.manyViews', { most: mostViews })
}
