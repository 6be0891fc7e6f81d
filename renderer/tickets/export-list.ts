import { saveList, type ListAbout } from '../app/save-list.ts'
import type { CsvColumn } from '../kit/csv.ts'
import type { AskPage } from '../lists/public.ts'

const pageSize = 200

/**
 * Walks a whole list page by page and lets the member save it as CSV. `onProgress` hears how many rows are read; false
 * when it was stopped or no file was chosen. What the screen masks is masked here: rows come from the same procedures.
 */
export async function exportList<Row>(
  fileName: string,
  about: ListAbout,
  columns: readonly CsvColumn<Row>[],
  ask: AskPage<Row>,
  onProgress: (done: number) => void,
  signal: AbortSignal,
): Promise<boolean> {
  const rows: Row[] = []
  for (let after: string | null = null; ;) {
    const page: Awaited<ReturnType<AskPage<Row>>> = await ask(after, pageSize, signal)
    if (signal.aborted) return false
    rows.push(...page.rows)
    onProgress(rows.length)
    after = page.next
    if (after === null) break
  }
  return saveList(fileName, about, columns, rows)
}
