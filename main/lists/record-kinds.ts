import { Failure } from '../../shared/kit/failure.ts'
import type { RecordSchema } from '../database/record-schema.ts'
import type { RecordKind } from '../house/record-kind.ts'
import { ListViewEntity } from './entities.ts'
import { mayChangeView } from './kept-of-list.ts'

/**
 * Saved views, as their history shows them: one's own, and the shared ones for who keeps those. Who may change a view takes its changes back, too;
 * whose view was shared by a supervisor meanwhile does not.
 */
export const listKinds: readonly RecordKind[] = [
  {
    entity: ListViewEntity as unknown as RecordSchema<never>,
    fields: {
      name: { label: 'lists.view.name' },
      isShared: { label: 'lists.view.share', as: 'flag' },
      wish: { label: 'lists.view.wish' },
    },
    page: 'root',
    view: 'lists.use',
    edit: 'lists.share',
    takenBy: { 'lists.addView': 'lists.use', 'lists.changeView': 'lists.use', 'lists.removeView': 'lists.use' },
    undoable: ['lists.addView', 'lists.changeView', 'lists.removeView'],
    nameOf: (_, { name }) => (typeof name === 'string' ? name : ''),
    refuse: async (services, seat, id) => {
      const view = await services.database.read((reader) => reader.findOneBy(ListViewEntity, { id }))
      if (!view || !mayChangeView(seat, view)) throw new Failure('notFound', 'lists.failure.noView')
    },
  },
]
