import type { Feature } from '../house/feature.ts'
import { ListChoiceEntity, ListExportEntity, ListViewEntity } from './entities.ts'
import { mayFetchExport } from './list-exports.ts'
import { listKinds } from './record-kinds.ts'
import { listsRouter } from './router.ts'
import { exportUse, writeOut } from './write-out.ts'

/** What members make of the lists of all features: columns, views (视图), files. */
export const lists = {
  router: listsRouter,
  entities: [ListChoiceEntity, ListExportEntity, ListViewEntity],
  tasks: [writeOut],
  records: listKinds,
  names: [{ kind: 'lists.view', as: '"name"', isTyped: true }],
  doneBy: [
    { kind: 'lists.view', column: 'memberId' },
    { kind: 'lists.export', column: 'memberId' },
    { kind: 'lists.export', column: 'decidedBy' },
  ],
  files: { [exportUse]: { right: 'lists.allowExport', keptDays: 1, mayFetch: mayFetchExport } },
} satisfies Feature
