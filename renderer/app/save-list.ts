import type { Inputs } from './api.ts'
import { client } from './api.ts'
import { csvBytes, csvText, type CsvColumn } from '../kit/csv.ts'
import { host } from './host.ts'

/** Which list it is, for the audit chain: feature, view, and what it was narrowed to (empty when to nothing). */
export type ListAbout = Pick<Inputs['admin']['recordExport'], 'feature' | 'view'> & { filter?: string }

/**
 * Lets the member save a list as CSV. The station writes down first what leaves the house: while it is silent nothing is
 * exported. False when no file was chosen.
 */
export async function saveList<Row>(
  fileName: string,
  about: ListAbout,
  columns: readonly CsvColumn<Row>[],
  rows: readonly Row[],
): Promise<boolean> {
  await client.admin.recordExport.mutate({ ...about, rows: rows.length })
  return (await host.saveFile({ fileName: `${fileName}.csv`, bytes: csvBytes(csvText(columns, rows)) })) !== null
}
