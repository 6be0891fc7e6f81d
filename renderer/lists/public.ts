/** The list kit, for every feature that shows one: a list brings its data. */
export { List, type ListWish } from './List.tsx'
export { ListFoot } from './ListFoot.tsx'
export type { ListColumn } from './list-column.ts'
export type { ListState } from './use-list-state.ts'
export { SavedViews } from './SavedViews.tsx'
export type { AskPage } from './use-paged.ts'
export { useKept, type ViewsInHand } from './use-views.ts'
