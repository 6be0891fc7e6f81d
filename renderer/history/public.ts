/** What other screens may show of the history of a record. */
export { HistoryList } from './HistoryList.tsx'
export { type Undoing, useTakeBack, useUndo } from './use-undo.ts'
