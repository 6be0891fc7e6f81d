import type { ShownKinds } from '../kit/shown-kinds.ts'

/** Where a seat shows what changed here. */
export const listsShown: ShownKinds = {
  'lists.choice': ['lists.kept'],
  'lists.export': ['lists.exports'],
  'lists.view': ['lists.kept'],
}
