/** The list kit, for every feature that shows one: a list brings its data. */
export { List, type ListWish } from './List.tsx'
export { ExportAsk } from './ExportAsk.tsx'
export { ExportLines } from './ExportLines.tsx'
export { ListFoot } from './ListFoot.tsx'
export type { ListColumn } from './list-column.ts'
export { SavedViews } from './SavedViews.tsx'
export type { AskPage } from './use-paged.ts'
export { useKept, type ViewsInHand } from './use-views.ts'
